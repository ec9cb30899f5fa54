/// The name of a rule, as the notebook and its sheet write it.
public enum RuleName: String, CaseIterable, Equatable, Sendable {
  /// Gradient descent.
  case gd
  /// Gradient descent with momentum.
  case momentum
  /// AdaGrad.
  case adagrad
  /// RMSProp.
  case rmsprop
  /// AdaDelta.
  case adadelta
  /// Adam.
  case adam
  /// Adam with decoupled weight decay.
  case adamw
  /// Adam that never forgets its largest second moment.
  case amsgrad
  /// Adam with Nesterov momentum.
  case nadam
  /// Adam with the infinity norm.
  case adamax
  /// Rectified Adam.
  case radam
  /// Lion.
  case lion
}
