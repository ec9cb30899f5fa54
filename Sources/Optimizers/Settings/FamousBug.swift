/// A famous mistake in writing an optimizer, to be run on purpose.
///
/// Every one of them was published or filed somewhere; ``seen`` says where. The loss usually still
/// falls, which is why they live long.
public enum FamousBug: String, CaseIterable, Equatable, Sendable {
  /// `t` is never counted up, so every step corrects as if it were the first: `1 - beta` for
  /// `1 - beta^t`.
  case frozenT = "frozen_t"
  /// The update reads `v` and `s`, not `v_hat` and `s_hat`.
  case noCorrection = "no_correction"
  /// The correction uses `beta^(t + 1)`: `t` is counted up once too often.
  case correctionOffByOne = "correction_off_by_one"
  /// A bracket is missing, `alpha*v_hat / sqrt(s_hat) + eps`: epsilon moves the parameter itself and
  /// does not guard the division.
  case epsilonMisplaced = "epsilon_misplaced"
  /// `beta1` averages the squares and `beta2` the gradient.
  case betasSwapped = "betas_swapped"
  /// The factor `1 - beta` is left out, so the average is `1 / (1 - beta)` times too large.
  case undamped

  /// What the mistake is, in a few words.
  public var summary: String {
    switch self {
    case .frozenT: "t stays 1 in the bias correction"
    case .noCorrection: "the averages are used without bias correction"
    case .correctionOffByOne: "the bias correction counts one step too many"
    case .epsilonMisplaced: "epsilon is added to the update, not to the root below it"
    case .betasSwapped: "beta1 and beta2 have changed places"
    case .undamped: "the gradient enters the average without the factor 1 - beta"
    }
  }

  /// Where it was really seen: repositories with the number of the issue or pull request.
  public var seen: String {
    switch self {
    case .frozenT:
      "Yorko/stanford_cs231n_2019#1 (t was never counted up: error 0.2072, then 1e-7); "
        + "eriklindernoren/ML-From-Scratch#35 and ufal/npfl114#79 (the power t was missing)"
    case .noCorrection:
      "EurekaLabsAI/micrograd#2, oxiglade/mlx-rs#301, Kulbear/deep-learning-coursera#30, "
        + "mbadry1/DeepLearning.ai-Summary#119, phlippe/uvadlc_notebooks#35"
    case .correctionOffByOne:
      "cs231n/cs231n.github.io#179 (t began with 1 and was counted up before the first correction)"
    case .epsilonMisplaced:
      "Dive into Deep Learning, Adam and Yogi in TensorFlow (fix offered in d2l-ai/d2l-en#2691)"
    case .betasSwapped:
      "Lightning-AI/pytorch-lightning#4715 and microsoft/CNTK#2421 (one described as the other); "
        + "mila-iqia/blocks#1159 (meant the other way round: a usual 0.999 forgot everything)"
    case .undamped:
      "fastai/fastbook#483 (damped and undamped momentum mixed without a word)"
    }
  }
}
