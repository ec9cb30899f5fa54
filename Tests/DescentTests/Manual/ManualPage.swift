/// The page `man descent` shows, written from the command definitions.
struct ManualPage {
  private(set) var text = ""

  /// `closing` is what no definition says: exit codes, environment, files.
  init(_ tool: ToolDescription.Command, version: String, closing: String) {
    line(".\\\" Written by 'make man' from the command definitions and man/closing.man.")
    line(".TH DESCENT 1 \"\" \"descent \(Self.escaped(version))\" \"User Commands\"")
    line(".SH NAME")
    line("descent \\- \(Self.sentencePart(tool.abstract ?? ""))")
    let commands = (tool.subcommands ?? []).filter { $0.shouldDisplay && $0.commandName != "help" }
    line(".SH SYNOPSIS")
    for command in commands { writeSynopsis("descent", command) }
    line(".SH DESCRIPTION")
    writeDiscussion(tool.discussion ?? "")
    line(".SH COMMANDS")
    for command in commands { write(command, path: "descent") }
    line(".SH OPTIONS OF ALL COMMANDS")
    for argument in commands.first?.arguments ?? [] where Self.isShared(argument) {
      write(argument)
    }
    text += closing
  }

  private static let shared = ["color", "ascii", "version", "help"]

  private static func isShared(_ argument: ToolDescription.Argument) -> Bool {
    argument.names?.contains { shared.contains($0.name) } ?? false
  }

  private mutating func line(_ line: String) { text += line + "\n" }

  private mutating func write(_ command: ToolDescription.Command, path: String) {
    let name = path + " " + command.commandName
    line(".SS \(Self.escaped(name))")
    line(Self.escaped(command.abstract ?? ""))
    if let discussion = command.discussion, !discussion.isEmpty {
      line(".PP")
      writeDiscussion(discussion)
    }
    for argument in command.arguments ?? []
    where argument.shouldDisplay && !Self.isShared(argument) { write(argument) }
    for inner in command.subcommands ?? []
    where inner.shouldDisplay && inner.commandName != "help" {
      write(inner, path: name)
    }
  }

  private mutating func writeSynopsis(_ path: String, _ command: ToolDescription.Command) {
    let inner = (command.subcommands ?? []).filter {
      $0.shouldDisplay && $0.commandName != "help"
    }
    if !inner.isEmpty {
      for part in inner { writeSynopsis(path + " " + command.commandName, part) }
      return
    }
    if !text.hasSuffix(".SH SYNOPSIS\n") { line(".br") }
    line(".B \(path) \(command.commandName)")
    let arguments = (command.arguments ?? []).filter { $0.shouldDisplay && !Self.isShared($0) }
    if arguments.contains(where: { $0.kind != "positional" }) { line("[options]") }
    for argument in arguments where argument.kind == "positional" {
      let name = "\\fI\(Self.escaped(argument.valueName ?? ""))\\fR"
      let all = argument.isRepeating ? name + " ..." : name
      line(argument.isOptional ? "[\(all)]" : all)
    }
  }

  private mutating func write(_ argument: ToolDescription.Argument) {
    line(".TP")
    let value = "\\fI\(Self.escaped(argument.valueName ?? "value"))\\fR"
    if argument.kind == "positional" {
      line(value)
    } else {
      let names = (argument.names ?? []).map { "\\fB\(Self.escaped($0.spelled))\\fR" }
      line(names.joined(separator: ", ") + (argument.kind == "option" ? " \(value)" : ""))
    }
    var sentence = Self.escaped(argument.abstract ?? "")
    if argument.kind == "option", let value = argument.defaultValue {
      sentence += " (default: \(Self.escaped(value)))"
    }
    line(sentence)
  }

  /// Lines that begin with a blank or stand in columns keep their breaks.
  private mutating func writeDiscussion(_ discussion: String) {
    for (index, paragraph) in discussion.split(separator: "\n\n").enumerated() {
      if index > 0 { line(".PP") }
      let lines = paragraph.split(separator: "\n")
      let isTable = lines.contains { $0.contains("   ") }
      if isTable { line(".nf") }
      for part in lines { line(Self.escaped(String(part))) }
      if isTable { line(".fi") }
    }
  }

  private static func sentencePart(_ text: String) -> String {
    let rest = text.hasSuffix(".") ? String(text.dropLast()) : text
    return escaped(rest.prefix(1).lowercased() + rest.dropFirst())
  }

  /// A hyphen that is typed stays one; no line is taken for a request.
  static func escaped(_ text: String) -> String {
    let escaped = text.replacing("\\", with: "\\e").replacing("-", with: "\\-")
    return escaped.hasPrefix(".") || escaped.hasPrefix("'") ? "\\&" + escaped : escaped
  }
}
