import Foundation
import System
import Terminal
import Testing
import Typesetting

@Suite struct TerminalOutputTests {
  @Test("a buffered stream writes at the flush, an unbuffered one at once")
  func buffering() {
    let pipe = Pipe()
    let slow = TerminalOutput(
      descriptor: pipe.fileHandleForWriting.fileDescriptor,
      isTerminal: false,
      depth: .none,
      isBuffered: true
    )
    let quick = TerminalOutput(
      descriptor: pipe.fileHandleForWriting.fileDescriptor,
      isTerminal: false,
      depth: .none,
      isBuffered: false
    )
    slow.write("late\n")
    quick.write("early\n")
    slow.flush()
    #expect(read(pipe) == "early\nlate\n")
  }

  @Test("an error stands below the output it follows")
  func order() {
    let pipe = Pipe()
    let descriptor = pipe.fileHandleForWriting.fileDescriptor
    let output = TerminalOutput(
      descriptor: descriptor,
      isTerminal: false,
      depth: .none,
      isBuffered: true
    )
    let errors = TerminalOutput(
      descriptor: descriptor,
      isTerminal: false,
      depth: .sixteen,
      background: .dark,
      isBuffered: false,
      after: output
    )
    output.writeLine("first")
    errors.writeLine("second", .bad)
    #expect(read(pipe) == "first\n\u{1B}[1;91msecond\u{1B}[0m\n")
  }

  @Test("what is larger than the buffer and the pipe arrives whole")
  func large() async {
    let pipe = Pipe()
    let reader = Task.detached { pipe.fileHandleForReading.readDataToEndOfFile().count }
    let output = TerminalOutput(
      descriptor: pipe.fileHandleForWriting.fileDescriptor,
      isTerminal: false,
      depth: .none,
      isBuffered: true
    )
    for _ in 0..<1000 { output.write(String(repeating: "x", count: 1000)) }
    output.flush()
    try? pipe.fileHandleForWriting.close()
    #expect(await reader.value == 1_000_000)
    #expect(output.failure == nil)
  }

  @Test("a write that fails is remembered, the next ones are silent")
  func failure() {
    let output = TerminalOutput(
      descriptor: -1,
      isTerminal: false,
      depth: .none,
      isBuffered: false
    )
    output.write("x")
    output.write("y")
    #expect(output.failure?.message == "cannot be written: Bad file descriptor")
    #expect(!output.isBroken)
  }

  @Test("text reaches the stream through the control filter")
  func filter() {
    let pipe = Pipe()
    let output = TerminalOutput(
      descriptor: pipe.fileHandleForWriting.fileDescriptor,
      isTerminal: false,
      depth: .none,
      isBuffered: true
    )
    output.write("a\u{1B}[2Jb\u{7}")
    output.writeLine(StyledText("\u{9B}31m"))
    output.flush()
    #expect(read(pipe) == "a^[[2Jb^G\\u{9B}31m\n")
  }

  private func read(_ pipe: Pipe) -> String {
    String(decoding: pipe.fileHandleForReading.availableData, as: UTF8.self)
  }
}
