/// A number that says how good a point is.
enum Measure: String, CaseIterable, Equatable, Sendable {
  /// What is made small; of a network the mean over all rows that it is trained on.
  case loss
  /// The share of the training rows that a network classifies right.
  case trainAccuracy = "train_accuracy"
  /// The mean loss over the rows that are kept for testing.
  case testLoss = "test_loss"
  /// The share of the test rows that a network classifies right.
  case accuracy
}
