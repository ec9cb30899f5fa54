/// Whose way of writing a rule is meant, where the field disagrees under one name.
///
/// In a dialect a trajectory equals that source's: `keras` Adam adds epsilon to the root of the raw
/// average, `pytorch` momentum has no factor `1 - beta`, and so on. Each rule's page lists where.
public enum Dialect: String, CaseIterable, Equatable, Sendable {
  /// As Andrew Ng's course writes it; where the course is silent, the same as ``paper``.
  case lecture
  /// As in the paper that introduced the rule.
  case paper
  /// As `torch.optim` 2.13 computes it, in its order of operations.
  case pytorch
  /// As Optax 0.2.8 computes it.
  case optax
  /// As Keras 3.15 computes it.
  case keras

  /// The name as its makers write it: `PyTorch`.
  public var title: String {
    switch self {
    case .lecture: "the lecture"
    case .paper: "the paper"
    case .pytorch: "PyTorch"
    case .optax: "Optax"
    case .keras: "Keras"
    }
  }
}
