internal import Arithmetic

/// A rule sheet in the making: its settings, then its equations line by line.
struct SheetText {
  private let name: String
  private var header: [String] = []
  private var lines: [String] = []

  init(_ settings: RuleSettings) {
    name = settings.rule.rawValue
  }

  /// Names settings in the head, with their values.
  mutating func head(_ settings: RuleSettings, _ names: String...) {
    for name in names {
      header.append("\(name)=\(NumberText.shortest(settings.number(name)))")
    }
  }

  mutating func line(_ equation: String) {
    lines.append(equation)
  }

  /// Adds weight decay to the gradient if there is any; gives the name of the gradient to use.
  mutating func coupledDecay(_ settings: RuleSettings) -> String {
    guard settings.number("weight_decay") != 0 else { return "g" }
    head(settings, "weight_decay")
    line("g_decayed = g + weight_decay*w")
    return "g_decayed"
  }

  /// Takes weight decay from the parameter before the update, as Keras does, if there is any.
  mutating func kerasDecay(_ settings: RuleSettings) {
    guard settings.number("weight_decay") != 0 else { return }
    head(settings, "weight_decay")
    line("w = w - w*weight_decay*alpha")
  }

  var text: String {
    var text = "\(name)(\(header.joined(separator: ", "))) {\n"
    for line in lines { text += "  \(line)\n" }
    return text + "}"
  }
}
