#if arch(wasm32)
import Notebook

/// A fresh session, as a handle; it begins where the lesson's front matter says, in UTF-8.
@_expose(wasm, "open") @_cdecl("descent_open")
public func open(_ place: UnsafePointer<UInt8>, _ count: UInt32) -> UnsafeMutableRawPointer {
  let session = Session(data: DataShelf.store, start: SessionStart(text: text(place, count)))
  return Unmanaged.passRetained(Workspace(session: session)).toOpaque()
}

/// The same session once more: a value, so what is run in one is not seen by the other.
@_expose(wasm, "copy") @_cdecl("descent_copy")
public func copy(_ handle: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer {
  Unmanaged.passRetained(Workspace(session: workspace(handle).session)).toOpaque()
}

/// Forgets a session.
@_expose(wasm, "close") @_cdecl("descent_close")
public func close(_ handle: UnsafeMutableRawPointer) {
  Unmanaged<Workspace>.fromOpaque(handle).release()
}

/// Begins a cell, given as UTF-8; the identifier makes the ids of its figures unique on the page.
@_expose(wasm, "begin") @_cdecl("descent_begin")
public func begin(
  _ handle: UnsafeMutableRawPointer,
  _ place: UnsafePointer<UInt8>,
  _ count: UInt32,
  _ identifierPlace: UnsafePointer<UInt8>,
  _ identifierCount: UInt32
) {
  let identifier = text(identifierPlace, identifierCount)
  workspace(handle).begin(text(place, count), identifier: identifier)
}

/// Begins the check of an exercise on a session in which the answer was run: the check's text, the
/// answer's and the starter's, each as UTF-8.
@_expose(wasm, "check") @_cdecl("descent_check")
public func check(
  _ handle: UnsafeMutableRawPointer,
  _ place: UnsafePointer<UInt8>,
  _ count: UInt32,
  _ answerPlace: UnsafePointer<UInt8>,
  _ answerCount: UInt32,
  _ starterPlace: UnsafePointer<UInt8>,
  _ starterCount: UInt32
) {
  let answer = LearnerAnswer(
    text(answerPlace, answerCount),
    starter: text(starterPlace, starterCount)
  )
  workspace(handle).begin(text(place, count), identifier: "check", judging: answer)
}

/// Judges a number given to a quiz whose answer is written as the second text says: 0 when it is no
/// number, 1 right, 2 right to the digits given, 3 too small, 4 too large.
@_expose(wasm, "judge") @_cdecl("descent_judge")
public func judge(
  _ handle: UnsafeMutableRawPointer,
  _ place: UnsafePointer<UInt8>,
  _ count: UInt32,
  _ answerPlace: UnsafePointer<UInt8>,
  _ answerCount: UInt32
) -> Int32 {
  guard let answer = NumericAnswer(text(answerPlace, answerCount)) else { return 0 }
  return switch workspace(handle).session.judge(text(place, count), against: answer) {
  case .noNumber: 0
  case .right: 1
  case .rightToDigits: 2
  case .tooSmall: 3
  case .tooLarge: 4
  }
}

/// Goes on with the cell for about `budget` parameter updates: 1 when it is done.
@_expose(wasm, "advance") @_cdecl("descent_advance")
public func advance(_ handle: UnsafeMutableRawPointer, _ budget: Int32) -> Int32 {
  workspace(handle).advance(Int(budget)) ? 1 : 0
}

/// Ends the cell before its time; what it did stays done.
@_expose(wasm, "stop") @_cdecl("descent_stop")
public func stop(_ handle: UnsafeMutableRawPointer) {
  workspace(handle).stop()
}

/// Where the finished cell's answer lies, `resultCount` bytes of JSON, until the next cell begins.
@_expose(wasm, "result") @_cdecl("descent_result")
public func result(_ handle: UnsafeMutableRawPointer) -> UnsafeRawPointer? {
  UnsafeRawPointer(workspace(handle).answer.baseAddress)
}

/// How long the answer is.
@_expose(wasm, "resultCount") @_cdecl("descent_result_count")
public func resultCount(_ handle: UnsafeMutableRawPointer) -> UInt32 {
  UInt32(truncatingIfNeeded: workspace(handle).answer.count)
}

private func workspace(_ handle: UnsafeMutableRawPointer) -> Workspace {
  Unmanaged<Workspace>.fromOpaque(handle).takeUnretainedValue()
}

func text(_ place: UnsafePointer<UInt8>, _ count: UInt32) -> String {
  String(
    decoding: UnsafeBufferPointer(start: place, count: Int(bitPattern: UInt(count))),
    as: UTF8.self
  )
}
#endif
