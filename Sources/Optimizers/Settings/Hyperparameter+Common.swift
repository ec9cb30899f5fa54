/// The settings that several rules share.
extension Hyperparameter {
  /// Those of every rule.
  public static let common = [
    Hyperparameter(
      "clip",
      nil,
      aliases: ["clip_norm", "max_norm"],
      range: .positive,
      meaning: "length that the gradient of all parameters together is held to"
    ),
    Hyperparameter(
      "maximize",
      nil,
      kind: .boolean,
      range: .unit,
      meaning: "whether to go uphill: the gradient with the other sign"
    ),
    Hyperparameter(
      "cautious",
      nil,
      kind: .boolean,
      range: .unit,
      meaning: "whether steps along the gradient, uphill, are left out and the others made longer"
    ),
  ]

  static func alpha(
    _ standard: Double,
    exceptions: [(dialect: Dialect, value: Double)] = []
  ) -> Hyperparameter {
    Hyperparameter(
      "alpha",
      standard,
      aliases: ["lr", "learning_rate", "eta"],
      range: .positive,
      meaning: "learning rate, the size of a step",
      exceptions: exceptions
    )
  }

  static func beta1() -> Hyperparameter {
    Hyperparameter(
      "beta1",
      0.9,
      aliases: ["b1"],
      range: .belowOne,
      meaning: "weight of the past in the average of the gradient"
    )
  }

  static func beta2(_ standard: Double = 0.999) -> Hyperparameter {
    Hyperparameter(
      "beta2",
      standard,
      aliases: ["b2"],
      range: .belowOne,
      meaning: "weight of the past in the average of the squared gradient"
    )
  }

  static func epsilon(
    _ standard: Double,
    exceptions: [(dialect: Dialect, value: Double)]
  ) -> Hyperparameter {
    Hyperparameter(
      "eps",
      standard,
      aliases: ["epsilon"],
      range: .notNegative,
      meaning: "small number that keeps the division safe",
      exceptions: exceptions
    )
  }

  static func weightDecay(
    _ standard: Double = 0,
    meaning: String = "pull towards 0, added to the gradient as "
      + "weight_decay*w (keras: taken from w before the update)",
    exceptions: [(dialect: Dialect, value: Double)] = []
  ) -> Hyperparameter {
    Hyperparameter(
      "weight_decay",
      standard,
      aliases: ["wd", "lambda"],
      range: .notNegative,
      meaning: meaning,
      exceptions: exceptions
    )
  }

  static func corrected(
    _ isStandard: Bool,
    meaning: String = "whether the averages are corrected for their start at 0: bias correction",
    dialects: [Dialect] = Dialect.allCases,
    exceptions: [(dialect: Dialect, value: Double)] = []
  ) -> Hyperparameter {
    Hyperparameter(
      "corrected",
      isStandard ? 1 : 0,
      kind: .boolean,
      range: .unit,
      meaning: meaning,
      dialects: dialects,
      exceptions: exceptions
    )
  }
}
