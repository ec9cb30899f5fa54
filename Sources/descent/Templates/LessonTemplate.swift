import Lessons

/// A lesson to begin from: a cell, an exercise, and their words, which pass `descent test`.
struct LessonTemplate {
  /// The file's name without its ending.
  let stem: String

  private var identifier: String {
    stem.drop { $0.isNumber || $0 == "-" }.lowercased()
  }

  var title: String {
    let words = identifier.split(separator: "-").joined(separator: " ")
    return words.isEmpty ? "A lesson" : words.prefix(1).uppercased() + words.dropFirst()
  }

  /// What stands for it in the contents.
  var item: String { "[\(title)](\(stem).md): what a learner can do after it." }

  private static let exercise = ExerciseTemplate(
    hint: "Each step takes half of `x` away.",
    before: "1.5",
    answer: "0.75"
  )

  var text: String {
    """
    ---
    id: \(identifier.isEmpty ? "lesson" : identifier)
    summary: What a learner can do after it, in one sentence.
    ---

    # \(title)

    What it is about, and why it matters.

    ## A first step

    Say what will happen, then let it happen.

    ```descent
    minimize x^2 from 3 with gd(alpha=0.25)
    step
    x
    ```

    ```output
    t = 0  x = 3  loss = 9
    t = 1  x = 1.5  loss = 2.25
    1.5
    ```

    \(Self.exercise.text)
    """
  }
}
