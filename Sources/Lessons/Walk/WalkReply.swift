package import Typesetting

/// What the walk says to one line of input: text to print, what to ask next, and what the tool is
/// to do about files.
package struct WalkReply: Equatable, Sendable {
  package var text: StyledText
  package var prompt: WalkPrompt
  package var effects: [WalkEffect]
}

/// What is asked next.
package struct WalkPrompt: Equatable, Sendable {
  /// `descent> `, `answer> `, `play> `, ...: it shows the mode.
  package var text: String
  /// What Enter alone does, in a few words.
  package var hint: String
  /// The statements of the cell at hand, for the history, so that the up arrow edits them.
  package var recall: String?
}

/// Something only the tool can do; the walk itself touches no file.
package enum WalkEffect: Equatable, Sendable {
  /// Keep this for next time.
  case progress(LessonProgress)
  /// `:save FILE`.
  case save(file: String, text: String)
  /// `:load FILE` and, where what it prints is to be shown, `:run FILE`.
  case load(file: String, isShown: Bool)
  /// `:data FILE`.
  case data(String)
  /// `:write FILE`.
  case write(file: String, bytes: [UInt8])
  /// Let this be edited and hand it in.
  case edit(String)
  /// Go to the lesson of this name or number, maybe with `#step`.
  case open(String)
  /// Go back to the notebook; this lesson stays as it is.
  case notebook
  /// Show the contents of the course.
  case lessons
  /// Go on with the course where the learner left it.
  case resume
  /// The lesson is done and the learner goes on.
  case nextLesson
  case quit
}
