import Lessons
import Testing

/// `descent test --accept` in an exercise.
@Suite struct ExerciseAcceptanceTests {
  @Test func theCellsOfAnExerciseAreAcceptedTooUnlessItFails() throws {
    func lesson(_ solution: String, _ outputs: [String]) -> String {
      """
      # T

      ### Exercise: e

      ```descent exercise=e
      "start"; a = ____
      ```
      ```output
      \(outputs[0])
      ```

      <details><summary>Hint 1</summary>

      ```descent
      3
      ```
      ```output
      \(outputs[1])
      ```

      </details>
      <details><summary>Solution</summary>

      ```descent solution=e
      \(solution)
      ```
      ```output
      \(outputs[2])
      ```

      ```descent check=e
      expect a == 1/3
      "well"
      ```
      ```output
      \(outputs[3])
      ```

      </details>

      """
    }
    let wrong = ["x", "x", "0.5", "x"]
    let right = try AcceptanceTests.accepted(lesson("a = 1/3; a", wrong))
    #expect(right.contains("```output\nstart\nerror: "))
    let fences = right.matches(of: /output\n([^`]*)\n```/).map { String($0.1) }
    #expect(fences.dropFirst() == ["3", "0.3", "well"])
    let revision = try AcceptanceTests.revision(lesson("b", wrong))
    let text = String(decoding: revision.bytes, as: UTF8.self)
    #expect(text.contains("```output\n0.5\n```"))
    #expect(text.contains("\"well\"\n```\n```output\nx\n```"))
    let messages = revision.checked.report.cases.flatMap(\.failures).map(\.message)
    #expect(messages.contains("the solution of 'e' is in error: unknown name 'b'"))
  }
}
