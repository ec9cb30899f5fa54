import Formulas
import Notebook
import Optimizers
import Testing

@Suite struct SheetTextTests {
  static let sheets:
    [(OptimizerRule, Dialect?, FamousBug?, KeyValuePairs<String, Double>, String)] = [
      (
        .adam, nil, nil, [:],
        """
        rule adam(alpha=0.001, beta1=0.9, beta2=0.999, eps=1e-8) {
          v = beta1*v + (1 - beta1)*g
          s = beta2*s + (1 - beta2)*g^2
          v_hat = v/(1 - beta1^t)
          s_hat = s/(1 - beta2^t)
          w = w - alpha*v_hat/(sqrt(s_hat) + eps)
        }
        """
      ),
      (
        .momentum, nil, nil, ["alpha": 0.1],
        """
        rule momentum(alpha=0.1, beta=0.9) {
          v = beta*v + (1 - beta)*g
          w = w - alpha*v
        }
        """
      ),
      (
        .rmsprop, nil, nil, ["alpha": 0.1],
        """
        rule rmsprop(alpha=0.1, beta=0.9, eps=1e-8) {
          s = beta*s + (1 - beta)*g^2
          w = w - alpha*g/(sqrt(s) + eps)
        }
        """
      ),
      (
        .gd, nil, nil, ["alpha": 0.1, "weight_decay": 0.01],
        """
        rule gd(alpha=0.1, weight_decay=0.01) {
          w = w - alpha*(g + weight_decay*w)
        }
        """
      ),
      (
        .adam, .keras, .noCorrection, [:],
        """
        rule adam(alpha=0.001, beta1=0.9, beta2=0.999, eps=1e-7) {
          v = v + (g - v)*(1 - beta1)
          s = s + (g^2 - s)*(1 - beta2)
          w = w - alpha*v/(sqrt(s) + eps)
        }
        """
      ),
      (
        .adamw, .pytorch, .epsilonMisplaced, [:],
        """
        rule adamw(alpha=0.001, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.01) {
          v = v + (1 - beta1)*(g - v)
          s = beta2*s + (1 - beta2)*g*g
          w = (1 - alpha*weight_decay)*w - (alpha/(1 - beta1^t)*v/(sqrt(s)/sqrt(1 - beta2^t)) + eps)
        }
        """
      ),
      (
        .adagrad, .optax, nil, [:],
        """
        rule adagrad(alpha=0.01, eps=1e-7) {
          slot s = 0.1
          s = s + g^2
          w = w - alpha*g/sqrt(s + eps)
        }
        """
      ),
      (
        .nadam, nil, nil, [:],
        """
        rule nadam(alpha=0.002, beta1=0.9, beta2=0.999, eps=1e-8, momentum_decay=0.004) {
          slot product = 1
          mu = beta1*(1 - 0.5*0.96^(t*momentum_decay))
          mu_next = beta1*(1 - 0.5*0.96^((t + 1)*momentum_decay))
          product = product*mu
          v = beta1*v + (1 - beta1)*g
          s = beta2*s + (1 - beta2)*g^2
          v_hat = mu_next*v/(1 - product*mu_next) + (1 - mu)*g/(1 - product)
          s_hat = s/(1 - beta2^t)
          w = w - alpha*v_hat/(sqrt(s_hat) + eps)
        }
        """
      ),
    ]

  @Test("sheets say no more than the settings ask for", arguments: sheets.indices)
  func text(_ index: Int) throws {
    let (rule, dialect, bug, changes, text) = Self.sheets[index]
    #expect(try RuleSheet(RuleSettings(rule, dialect: dialect, bug: bug, changes)).text == text)
  }
}
