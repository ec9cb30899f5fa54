package import System

/// What the user said with `--color`.
package enum ColourChoice: String, CaseIterable, Sendable {
  case auto, always, never
}

/// How many colours the terminal is given.
package enum ColourDepth: Int, CaseIterable, Comparable, Sendable {
  case none
  case sixteen
  /// The 256 colours of xterm's table.
  case indexed
  /// 24 bits.
  case full

  package static func < (left: ColourDepth, right: ColourDepth) -> Bool {
    left.rawValue < right.rawValue
  }

  /// Decides for one stream.
  ///
  /// `--color` wins over all, then NO_COLOR, then what forces colour (FORCE_COLOR, CLICOLOR_FORCE),
  /// then what the stream and the terminal are.
  package init(choice: ColourChoice, environment: Environment, isTerminal: Bool) {
    switch choice {
    case .never:
      self = .none
    case .always:
      self = max(.sixteen, Self.forced(environment) ?? Self.capability(environment))
    case .auto:
      if environment["NO_COLOR"] != nil {
        self = .none
      } else if let forced = Self.forced(environment) {
        self = forced
      } else if !isTerminal || environment["CLICOLOR"] == "0" {
        self = .none
      } else {
        self = Self.capability(environment)
      }
    }
  }
}

extension ColourDepth {
  /// FORCE_COLOR may name the depth: 0 none, 1 sixteen, 2 indexed, 3 full; anything else asks for
  /// what the terminal can show.
  private static func forced(_ environment: Environment) -> ColourDepth? {
    switch environment["FORCE_COLOR"] {
    case "0"?, "false"?: return ColourDepth.none
    case "2"?: return .indexed
    case "3"?: return .full
    case nil:
      guard let force = environment["CLICOLOR_FORCE"], force != "0" else { return nil }
      return max(.sixteen, capability(environment))
    default:
      return max(.sixteen, capability(environment))
    }
  }

  private static func capability(_ environment: Environment) -> ColourDepth {
    guard environment.hasCapableTerminal, let terminal = environment["TERM"] else { return .none }
    if let depth = environment["COLORTERM"], depth == "truecolor" || depth == "24bit" {
      return .full
    }
    if terminal.hasSuffix("-direct") { return .full }
    return terminal.contains("256color") ? .indexed : .sixteen
  }
}
