import ArgumentParser
import Lessons
import Terminal
import Typesetting

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// `descent new`: a lesson to begin from, that passes `descent test`.
struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Write a lesson to begin from."
  )

  @Argument(help: "The lesson's name, such as 08-warm-up.")
  var name: String

  @OptionGroup var display: DisplayOptions

  func run() throws {
    let console = display.console
    let stem = name.hasSuffix(".md") ? String(name.dropLast(3)) : name
    guard !stem.isEmpty, stem.utf8.allSatisfy(Self.isAllowed) else {
      console.report(
        LessonError(
          file: name,
          message: "a lesson's name has letters, digits and hyphens",
          hint: "for example 08-warm-up"
        )
      )
      throw ExitStatus.usage
    }
    let directory = CourseLocation.ofTheAuthor
    let path = "\(directory)/\(stem).md"
    if FileBytes.exists(path) {
      console.report(LessonError(file: path, message: "is there already"))
      throw ExitStatus.cannotWrite
    }
    let contents = "\(directory)/\(Course.contentsFile)"
    let isFirst = !FileBytes.exists(contents)
    do throws(LessonError) {
      if isFirst {
        mkdir(directory, 0o777)
        try WholeFile.write(Array(Self.contents(stem).utf8), to: contents)
      }
      try WholeFile.write(Array(Self.lesson(stem).utf8), to: path)
    } catch {
      console.report(error)
      throw ExitStatus.cannotWrite
    }
    console.output.writeLine(path)
    console.output.writeLine(
      (isFirst ? "It is listed in \(contents); try: " : "List it in \(contents), then: ")
        + "descent test \(path)",
      .hint
    )
    try console.finish()
  }

  private static func isAllowed(_ byte: UInt8) -> Bool {
    (byte >= 0x61 && byte <= 0x7A) || (byte >= 0x41 && byte <= 0x5A)
      || (byte >= 0x30 && byte <= 0x39) || byte == 0x2D
  }

  /// The first page of a course that begins with this lesson.
  private static func contents(_ stem: String) -> String {
    "# A course\n\n1. [\(title(stem))](\(stem).md): what a learner can do after it.\n"
  }

  private static func identifier(_ stem: String) -> String {
    stem.drop { $0.isNumber || $0 == "-" }.lowercased()
  }

  private static func title(_ stem: String) -> String {
    let words = identifier(stem).split(separator: "-").joined(separator: " ")
    return words.isEmpty ? "A lesson" : words.prefix(1).uppercased() + words.dropFirst()
  }

  private static func lesson(_ stem: String) -> String {
    let id = identifier(stem)
    return """
      ---
      id: \(id.isEmpty ? "lesson" : id)
      summary: What a learner can do after it, in one sentence.
      ---

      # \(title(stem))

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

      ### Exercise: one more

      Where is `x` after one more step? Call it `a`.

      ```descent exercise=one-more
      a = ____
      ```

      <details><summary>Hint</summary>

      Each step takes half of `x` away.

      </details>

      <details><summary>Solution</summary>

      ```descent solution=one-more
      a = 0.75
      ```

      ```descent check=one-more
      expect a ~= 0.75
      when a ~= 1.5 say "That is where x is now: take one more step."
      ```

      </details>

      """
  }
}
