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

  /// Where it was really seen.
  public var seen: String {
    switch self {
    case .frozenT:
      "Yorko/stanford_cs231n_2019#1 (t never incremented: error 0.2072 until fixed, then 1e-7); "
        + "eriklindernoren/ML-From-Scratch#35 and ufal/npfl114#79 (the power t is missing)"
    case .noCorrection:
      "Kulbear/deep-learning-coursera#30, Gurupradeep/deeplearning.ai-Assignments#1, "
        + "mbadry1/DeepLearning.ai-Summary#119, phlippe/uvadlc_notebooks#35"
    case .correctionOffByOne:
      "karpathy/convnetjs#107 (the power in the correction is wrong)"
    case .epsilonMisplaced:
      "Dive into Deep Learning, TensorFlow Adam and Yogi (d2l-en, adam.md, snapshot of 2024-03)"
    case .betasSwapped:
      "keisuke-umezawa/deeplearning-default-value#3 (a wrong beta2) is its nearest relative"
    case .undamped:
      "fastai/fastbook#483 (damped and undamped momentum mixed without a word)"
    }
  }
}
