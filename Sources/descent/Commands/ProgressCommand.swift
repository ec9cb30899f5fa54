import ArgumentParser
import Lessons
import System
import Terminal
import Typesetting

/// `descent progress`: what is done, kept in one file that can be moved.
struct ProgressCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "progress",
    abstract: "Show, reset, export or import what is done.",
    subcommands: [Show.self, Reset.self, Export.self, Import.self],
    defaultSubcommand: Show.self
  )

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Show what is done.")
    @OptionGroup var place: CourseOptions
    @OptionGroup var display: DisplayOptions

    func run() throws {
      let console = display.console
      try console.attempt {
        let library = try console.library(place)
        let course = library.course
        let progress = try ProgressFile.standard().load()
        for entry in course.entries {
          let state = progress[library.identifier(of: entry)]
          let what =
            state.isFinished ? "done" : state.steps.isEmpty ? "not begun" : "at \(state.position)"
          console.output.writeLine("\(entry.name)  \(what)")
        }
      }
    }
  }

  struct Reset: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Forget a lesson, or everything.")
    @Argument(
      help: "A lesson; everything when left out.",
      completion: .custom { LessonNames.beginning(with: $2).filter { !$0.contains("#") } }
    )
    var lesson: String?
    @OptionGroup var place: CourseOptions
    @OptionGroup var display: DisplayOptions

    func run() throws {
      let console = display.console
      try console.attempt {
        let library = try console.library(place)
        let course = library.course
        let file = try ProgressFile.standard()
        if let lesson {
          guard let entry = course.entry(named: lesson) else {
            console.report(library.unknown(lesson))
            throw ExitStatus.noInput
          }
          try file.reset(library.identifier(of: entry))
        } else if let aside = try file.reset() {
          console.output.writeLine("What could not be read is kept as '\(aside)'.", .hint)
        }
      }
    }
  }

  struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Write progress to a file, or to standard output."
    )
    @Argument(help: "Where to; standard output when left out.", completion: .file())
    var file: String?
    @OptionGroup var display: DisplayOptions

    func run() throws {
      let console = display.console
      try console.attempt {
        let json = try ProgressFile.standard().load().json
        if let file {
          try WholeFile.write(Array(json.utf8), to: file)
        } else {
          console.output.write(json)
        }
      }
    }
  }

  struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Add the progress of a file to what is here."
    )
    @Argument(help: "A file that export wrote.", completion: .file()) var file: String
    @OptionGroup var display: DisplayOptions

    func run() throws {
      let console = display.console
      if let obstacle = InputFile.obstacle(file) {
        console.report(LocatedError(file: file, message: obstacle))
        throw ExitStatus.noInput
      }
      try console.attempt { try ProgressFile.standard().merge(from: file) }
    }
  }
}

extension ProgressFile {
  static func standard() throws(Failure) -> ProgressFile {
    if let file = ProgressFile(environment: .process) { return file }
    throw .unwritable(
      LocatedError(
        file: "progress",
        message: "there is no home folder to keep it in",
        hint: "set HOME, or XDG_STATE_HOME"
      )
    )
  }
}

extension Console {
  /// The course; where there is none the tool ends.
  fileprivate func library(_ place: CourseOptions) throws -> Library {
    let renderer = MarkdownRenderer.ofThisTool()
    let course = try found { () throws(LocatedError) in
      try place.location(renderer).course(orInstalled: true)
    }
    return try found { () throws(LocatedError) in
      try Library(course: course, renderer: renderer, console: self)
    }
  }

  /// Does it and flushes; an error is reported and ends the tool.
  fileprivate func attempt(_ body: () throws -> Void) throws {
    do {
      try body()
    } catch let failure as ProgressFile.Failure {
      report(failure.error)
      if case .unwritable = failure { throw ExitStatus.cannotWrite }
      throw ExitStatus.inError
    } catch let error as SystemError {
      report(LocatedError(error))
      throw ExitStatus.cannotWrite
    }
    try finish()
  }
}
