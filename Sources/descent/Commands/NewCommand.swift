import ArgumentParser
import Lessons
import System
import Terminal
import Typesetting

/// `descent new`: a lesson to begin from, or a whole course, that pass `descent test`.
struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Write a lesson, or a course, to begin from.",
    discussion: """
      With a lesson's name: its file, and its line in the contents of the course. With --course \
      alone: a folder with a contents page, a lesson, data, and what publishes it on GitHub Pages.
      """
  )

  @Argument(help: "The lesson's name, such as 08-warm-up.")
  var name: String?

  @OptionGroup var place: CourseOptions

  @OptionGroup var display: DisplayOptions

  func run() throws {
    let console = display.console
    let location = place.location()
    if let name {
      try write(lesson: name, location, console)
    } else if let folder = place.course {
      try write(course: folder, console)
    } else {
      console.report(
        LocatedError(
          file: "new",
          message: "there is nothing to write",
          hint: "descent new 08-warm-up, or a whole course: descent new --course FOLDER"
        )
      )
      throw ExitStatus.usage
    }
    try console.finish()
  }
}

extension NewCommand {
  private func write(course folder: String, _ console: Console) throws {
    let template = CourseTemplate(folder: folder)
    for (file, _) in template.files where NamedFile.exists(Course.path(of: file, in: folder)) {
      console.report(
        LocatedError(
          file: Course.path(of: file, in: folder),
          message: "is there already",
          hint: "name a new folder, or add a lesson: descent new 08-warm-up --course \(folder)"
        )
      )
      throw ExitStatus.cannotWrite
    }
    for (file, text) in template.files {
      try write(text, to: Course.path(of: file, in: folder), console)
      console.output.writeLine(Course.path(of: file, in: folder))
    }
    let word = folder.contains(" ") ? "'\(folder)'" : folder
    console.output.writeLine("Try: descent test \(word); descent serve \(word)", .hint)
  }

  private func write(lesson name: String, _ location: CourseLocation, _ console: Console) throws {
    let stem = name.hasSuffix(".md") ? String(name.dropLast(3)) : name
    guard !stem.isEmpty, stem.utf8.allSatisfy(Self.isAllowed) else {
      console.report(
        LocatedError(
          file: name,
          message: "a lesson's name has letters, digits and hyphens",
          hint: "for example 08-warm-up"
        )
      )
      throw ExitStatus.usage
    }
    let directory = location.folderOfTheAuthor
    let path = Course.path(of: stem + ".md", in: directory)
    if NamedFile.exists(path) {
      console.report(LocatedError(file: path, message: "is there already"))
      throw ExitStatus.cannotWrite
    }
    let template = LessonTemplate(stem: stem)
    let contents = Course.path(of: Course.contentsFile, in: directory)
    var list = Array("# A course\n\n1. \(template.item)\n".utf8)
    if NamedFile.exists(contents) {
      let course = try console.found { () throws(LocatedError) in
        try Course(directory: directory, renderer: location.finder.renderer)
      }
      let bytes = try console.found { () throws(LocatedError) in
        try LocatedError.asking { () throws(SystemError) in
          try course.folder.read(
            Course.contentsFile,
            limit: LessonLimits.standard.lessonBytes
          )
        }
      }
      let isListed = course.entries.contains { $0.file == stem + ".md" }
      list =
        isListed ? bytes : ContentsAddition(course: course, bytes: bytes).with(template.item)
    }
    try write(template.text, to: path, console)
    try write(String(decoding: list, as: UTF8.self), to: contents, console)
    console.output.writeLine(path)
    console.output.writeLine("It is listed in \(contents); try: descent test \(path)", .hint)
  }

  private func write(_ text: String, to path: String, _ console: Console) throws {
    do throws(SystemError) {
      try NamedFolder.make(NamedFile.split(path).folder)
      try WholeFile.write(Array(text.utf8), to: path)
    } catch {
      console.report(LocatedError(error))
      throw ExitStatus.cannotWrite
    }
  }

  private static func isAllowed(_ byte: UInt8) -> Bool {
    (byte >= 0x61 && byte <= 0x7A) || (byte >= 0x41 && byte <= 0x5A)
      || (byte >= 0x30 && byte <= 0x39) || byte == 0x2D
  }
}
