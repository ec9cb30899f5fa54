import Testing
import Typesetting

@Suite struct CommandTests {
  @Test(arguments: TeX.commands)
  func `every command's example uses it and has every rendering`(command: TeXCommand) throws {
    #expect(command.example.contains("\\" + command.name))
    let node = try TeX.parse(command.example)
    #expect(!node.line.isEmpty)
    #expect(!node.asciiLine.isEmpty)
    #expect(!node.asciiLine.contains("?"))
    #expect(node.asciiLine.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F })
    let rows = node.box(symbols: .ascii).joined()
    #expect(rows.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F })
    #expect(MarkupBalance.problem(in: node.mathML(display: true)) == nil)
  }

  @Test func `no command is there twice`() {
    var seen: [String] = []
    for command in TeX.commands {
      #expect(!seen.contains(command.name))
      seen.append(command.name)
    }
    #expect(seen.count > 150)
  }

  @Test(arguments: ["α", "θ", "∇", "≤", "×", "∈", "−", "∑", "∞", "⊙"])
  func `a sign typed as itself is the command's sign`(sign: String) throws {
    let node = try TeX.parse("a " + sign + " b")
    #expect(node.line.contains(sign))
  }

  @Test(arguments: TeX.environments)
  func `every environment has every rendering`(name: String) throws {
    let node = try TeX.parse("\\begin{\(name)} a & b \\\\ c & d \\end{\(name)}")
    #expect(node.box().count >= 2)
    #expect(MarkupBalance.problem(in: node.mathML(display: false)) == nil)
  }
}
