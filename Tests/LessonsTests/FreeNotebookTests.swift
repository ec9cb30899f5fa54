import Lessons
import Notebook
import Testing
import Typesetting

/// The notebook that belongs to no lesson.
@Suite struct FreeNotebookTests {
  /// What is said to the last of some lines.
  private static func said(_ lines: [String]) -> String {
    var notebook = FreeNotebook(start: LessonStart())
    return lines.map { notebook.enter($0).text.plain }.last ?? ""
  }

  @Test("Enter alone opens the course, and does nothing once something was typed")
  func enterAlone() {
    var notebook = FreeNotebook(start: LessonStart())
    #expect(notebook.enter("").effects == [.resume])
    #expect(notebook.enter(":toc").effects == [.lessons])
    #expect(notebook.enter(" ").effects == [.resume])
    _ = notebook.enter("x = 3")
    let reply = notebook.enter("")
    #expect(reply.effects.isEmpty && reply.text.plain.isEmpty)
    #expect(notebook.enter("x").text.plain == "3\n")
  }

  @Test(
    ":undo and :redo say what changed and pass over what changed nothing",
    arguments: [
      ([":undo"], "There is nothing to take back."),
      ([":redo"], "There is nothing to do again."),
      (["x = 3", "x", "plot x", ":undo"], "Taken back: x = 3; now x is unknown."),
      (["x = 3", "x = 5", ":undo"], "Taken back: x = 5; now x = 3."),
      (["x = 3", "x = 3", ":undo"], "Taken back: x = 3; now x is unknown."),
      (["x = 0/0", "x", ":undo"], "Taken back: x = 0/0; now x is unknown."),
      (["f(u) = u^2", ":undo"], "Taken back: f(u) = u^2; now f is unknown."),
      (
        ["minimize p^2 from 3 with gd(0.1)", "step 2", "show", "step 3", ":undo"],
        "Taken back: step 3; now t = 2."
      ),
      (
        ["minimize p^2 from 3 with gd(0.1)", "step 2", "step 3", ":undo 2"],
        "Taken back: step 3; step 2; now t = 0."
      ),
      (["x = 1", ":undo 9"], "Taken back: x = 1; now x is unknown. That was all there was."),
      (["x = 1", "x = 2", ":undo 2", ":redo"], "Done again: x = 1; now x = 1."),
      (["x = 1", "x = 2", ":undo 2", ":redo 2"], "Done again: x = 1; x = 2; now x = 2."),
      (["x = 1", ":undo", "y = 2", ":redo"], "There is nothing to do again."),
      (["x = 1", ":undo", "2 + 2", ":redo"], "Done again: x = 1; now x = 1."),
      (["x = 1; nosuch", ":undo"], "Taken back: x = 1; nosuch; now x is unknown."),
      ([":undo x"], "Say how many: :undo 3"), ([":undo 0"], "Say how many: :undo 3"),
    ]
  )
  func undo(lines: [String], said: String) {
    #expect(Self.said(lines) == said + "\n")
  }

  @Test("what a line did before its error is saved, and what failed is not")
  func savesHalfALine() throws {
    var notebook = FreeNotebook(start: LessonStart())
    for line in ["a = 3", "a = 5; nosuch", "a + 1"] { _ = notebook.enter(line) }
    let effects = notebook.enter(":save \"my notes.md\"").effects
    guard case .save("my notes.md", let text)? = effects.first else {
      Issue.record("nothing is saved: \(effects)")
      return
    }
    #expect(text.contains("```descent\na = 5\n```") && !text.contains("nosuch"))
    #expect(try LessonCheckerTests.failures(text) == [])
  }

  @Test(
    "files are named as they are, in quotes, or with an ending that is understood",
    arguments: [
      (":save n", "n.md"), (":save ~/n.md", "~/n.md"), (":save 'a b'", "a b.md"),
      (":save a b", "a b.md"), (":save \"", "\".md"),
    ]
  )
  func fileNames(line: String, file: String) {
    var notebook = FreeNotebook(start: LessonStart())
    _ = notebook.enter("1 + 1")
    guard case .save(file, _)? = notebook.enter(line).effects.first else {
      Issue.record("'\(line)' does not save \(file)")
      return
    }
  }

  @Test(
    "commands become what the tool is to do",
    arguments: [
      (":3", .open("3")), (":3#exercise", .open("3#exercise")), (":open adam", .open("adam")),
      (":load a.md", .load(file: "a.md", isShown: false)),
      (":run 'a b.md'", .load(file: "a b.md", isShown: true)), (":edit", .edit("x = 1")),
      (":quit", .quit), (":q", .quit), (":lessons", .lessons),
    ] as [(String, WalkEffect)]
  )
  func effects(line: String, effect: WalkEffect) {
    var notebook = FreeNotebook(start: LessonStart())
    _ = notebook.enter("x = 1")
    #expect(notebook.enter(line).effects == [effect])
  }

  @Test("what only a lesson knows is told as such")
  func lessonCommands() {
    #expect(
      Self.said([":hint"])
        == "error: unknown command ':hint'\nhint: :hint is for lessons; :open LESSON opens one\n"
    )
    #expect(Self.said([":sav x"]) == "Nothing was run yet.\n")
    #expect(Self.said([":undp"]).contains("did you mean ':undo'?"))
  }

  /// A file of cells, as the tool would play it.
  private static func file(_ sources: [String], isShown: Bool) -> WalkFile {
    WalkFile("f.md", isShown: isShown) { player, each in
      for (index, source) in sources.enumerated() {
        let line = 10 * index
        if !each(player.play(Cell(source: source, lines: line...line))) { return }
      }
    }
  }

  @Test("a file is taken in whole, said, saved and taken back")
  func takesAFile() {
    var notebook = FreeNotebook(start: LessonStart())
    let file = Self.file(["x = 3; y = 4", "x * y"], isShown: false)
    let said = notebook.take(file).text.plain
    #expect(said == "Took in 3 statements of f.md; :undo takes them back.\n")
    #expect(notebook.take(Self.file(["x + y"], isShown: true)).text.plain == "7\n")
    #expect(notebook.enter(":undo").text.plain.hasPrefix("Taken back: what f.md did; now x is"))
    #expect(notebook.enter(":redo").text.plain == "Done again: what f.md did; now x = 3, y = 4.\n")
    guard case .save(_, let text)? = notebook.enter(":save n").effects.first else {
      Issue.record("nothing to save")
      return
    }
    #expect(text.contains("x * y") && text.contains("12"))
  }

  @Test("a file that fails is told where, and what was done before is kept")
  func takesHalfAFile() {
    var notebook = FreeNotebook(start: LessonStart())
    let said = notebook.take(Self.file(["x = 3", "y = 1\nnosuch", "x = 9"], isShown: false)).text
    #expect(said.plain.contains("unknown name 'nosuch'"))
    #expect(said.plain.hasSuffix("f.md stopped in line 12; what was done before is kept.\n"))
    #expect(notebook.enter("x + y").text.plain == "4\n")
  }

  @Test("what is run at the start is not typed")
  func startUp() {
    var notebook = FreeNotebook(start: LessonStart())
    #expect(notebook.begin(with: Self.file(["x = 3", "x"], isShown: false)).text.isEmpty)
    #expect(notebook.enter("").effects == [.resume])
    #expect(notebook.enter(":undo").text.plain == "There is nothing to take back.\n")
    #expect(notebook.enter("x").text.plain == "3\n")
  }
}
