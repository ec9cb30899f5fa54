/// An exercise to begin from: one more step than the cell above it takes.
struct ExerciseTemplate {
  let hint: String
  /// Where the cell above leaves `x`, which is what somebody answers who takes no step.
  let before: String
  let answer: String

  var text: String {
    """
    ### Exercise: one more

    Where is `x` after one more step? Call it `a`.

    ```descent exercise=one-more
    a = ____
    ```

    <details><summary>Hint</summary>

    \(hint)

    </details>

    <details><summary>Solution</summary>

    ```descent solution=one-more
    a = \(answer)
    ```

    ```descent check=one-more
    expect a ~= \(answer)
    when a ~= \(before) say "That is where x is now: take one more step."
    ```

    </details>

    """
  }
}
