/// Names with a meaning of their own in every expression.
package enum ReservedWords {
  package static let constants = ["pi", "inf", "nan"]
  package static let truths = ["true", "false"]
  package static let operators = ["and", "or", "not"]
  package static let all = constants + truths + operators
}
