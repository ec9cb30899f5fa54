package import Lessons
package import Notebook
import System

/// A course becomes a site, stage by stage: theme, data, lessons, pages about the whole, the swap.
///
/// Each lesson is read, checked, written and forgotten before the next.
package struct SitePublisher {
  /// What a build says when it is done; without pages where nothing had changed.
  package struct Summary: Equatable, Sendable {
    package var pages = 0
    /// What does not hold, lesson by lesson; a site that is published has none, unless that was
    /// asked for.
    package var failures = CheckReport()
  }

  /// Why there is no site: what its lessons claim does not hold.
  package struct Unproven: Error, Equatable {
    package var report: CheckReport
  }

  /// Thrown where `isStopped` says so; nothing is left of the new site.
  package struct Stopped: Error {}

  /// Where a site goes that nobody gave a place.
  package static let usualOutput = "_site"

  /// Not named by its content: it changes with every lesson, and all pages would with it.
  static let searchScript = "assets/search.js"

  package let course: Course
  /// The course's own theme first, where it has one.
  package let themes: [String]
  package var siteURL: String?
  /// Reads, plays and judges the lessons.
  package var checker: CourseChecker
  /// What the reference's examples may name.
  package var data: DataStore
  /// Else a site is not made where something in a lesson does not hold.
  package var publishesFailures = false
  /// Every page says that it may show what was not proven.
  package var isUnchecked = false
  /// Builds all anew.
  package var isForced = false
  /// What of the old site is taken over, beside what always is.
  package var keptNames: [String] = []
  /// Asked between two lessons: whether the site is no longer wanted.
  package var isStopped: () -> Bool = { false }
  /// The page of every command and optimizer, each with an example that runs.
  package var hasReference = true

  package init(
    checker: CourseChecker,
    data: DataStore,
    themes: [String]
  ) {
    course = checker.course
    self.themes = themes
    self.checker = checker
    self.data = data
  }

  /// Makes the site, unless one made of the same inputs by the same tool is there.
  package func publish(to output: String, executable: String? = nil) throws -> Summary {
    try SitePlace(output).check(against: course.directory, output: output)
    let source = SiteSource(course.folder)
    let sources = [source] + themes.map { SiteSource(Folder($0)) }
    let settings = ContentHash("\(isUnchecked) \(siteURL ?? "")".utf8)
    if !isForced,
      SiteRecord.holds(
        Folder(output),
        settings: settings,
        sources: sources,
        executable: executable
      )
    {
      return Summary()
    }
    _ = try source.bytes(Course.contentsFile)
    let theme = try SiteTheme(Array(sources.dropFirst()))
    if !course.faults.isEmpty { throw LessonFaults(course.faults) }
    let links = CourseLinks(directory: course.directory)
    var names = PageNames()
    var site = try StagedFolder(replacing: output, keeping: keptNames)
    var summary = Summary()
    for asset in theme.assets { try site.write(asset.bytes, to: asset.path) }
    let frame = PageFrame(
      theme: theme,
      settings: try SiteSettings(course, themes: theme.settings),
      templates: try PageTemplates(theme),
      course: course,
      dataScripts: try writeData(source, to: &site),
      siteURL: siteURL.map { $0.hasSuffix("/") ? $0 : $0 + "/" },
      isUnchecked: isUnchecked
    )
    var search = SearchIndex(lessonCount: course.entries.count)
    var print = PrintPage(frame: frame, links: links)
    let isPrinted = course.entries.count <= PrintPage.mostLessons
    let places = Dictionary(
      course.entries.enumerated().map { ($1.file, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    var files = Set([frame.settings.logo].compactMap { $0 })
    var identifiers: [String: String] = [:]
    var moved: [(name: String, lesson: Lesson, file: String)] = []
    var checker = checker
    while let file = checker.nextFile() {
      // A file that is refused is a failure of its lesson.
      _ = try? source.bytes(file)
      if isStopped() { throw Stopped() }
      let checked: CheckedLesson
      do {
        checked = try checker.check(file)
      } catch {
        summary.failures.add(LessonReport(path: course.path(of: file), faults: error.errors))
        continue
      }
      if isStopped() { throw Stopped() }
      summary.failures.add(checked.report)
      // Of two pages in one place the check tells.
      guard (try? names.take(file)) != nil else { continue }
      let lesson = checked.lesson
      let place = places[file]
      let page = LessonPage(frame: frame, links: SiteLinks(links), place: place, file: file)
      let (html, shown) = try page.html(checked)
      try site.write(html, to: page.name)
      files.formUnion(shown)
      identifiers[file] = lesson.id
      moved += lesson.was.map { ($0, lesson, file) }
      search.add(lesson, page: SiteAddresses.encoded(page.name))
      if isPrinted && place != nil { print.add(checked, file: file) }
      summary.pages += 1
    }
    for (name, lesson, file) in moved {
      guard let page = try? names.take(former: name, of: file) else { continue }
      let html = try MovedPage(frame: frame).html(name: page, file: file, title: lesson.title)
      try site.write(html, to: page)
    }
    let cover = checker.checkContents()
    summary.failures.add(cover.report)
    let isMalformed = summary.failures.lessons.contains { !$0.faults.isEmpty }
    if isMalformed || (!publishesFailures && summary.failures.failureCount > 0) {
      throw Unproven(report: summary.failures)
    }
    let (index, shown) = try CoursePages(frame: frame).index(
      cover,
      identifiers: identifiers,
      links: SiteLinks(links)
    )
    for file in files.union(shown).sorted() { try site.write(source.bytes(file), to: file) }
    if hasReference {
      ReferencePage.add(to: &search)
      let reference = ReferencePage(frame: frame) { cell in
        var player = Player(start: LessonStart(data: data))
        return player.play(cell)
      }
      try site.write(reference.html(), to: ReferencePage.name)
    }
    try site.write(search.script, to: Self.searchScript)
    try site.write(index, to: "index.html")
    try site.write(CoursePages(frame: frame).missing(), to: "404.html")
    if isPrinted { try site.write(print.html(), to: "print.html") }
    if let siteURL = frame.siteURL {
      let map = Sitemap(siteURL: siteURL, pages: checker.pages.files.map { SiteLinks.page(of: $0) })
      try site.write(map.text, to: "sitemap.xml")
    }
    try site.write("", to: ".nojekyll")
    // With failures in it a site is built again, so that they are said again.
    if summary.failures.failureCount == 0 {
      source.askForIndexes(of: checker.pages.files)
      let record = SiteRecord(
        settings: settings,
        answers: sources.map { $0.answers },
        pages: site.pages
      )
      try site.write(record.text, to: SiteRecord.file)
    }
    try site.publish()
    return summary
  }
}

extension SitePublisher {
  /// Each data set as a script of its own, and the list that tells pages where they are.
  private func writeData(
    _ source: SiteSource,
    to site: inout StagedFolder
  ) throws(SiteError) -> String {
    guard source.has("data") else { return "{}" }
    var entries: [String] = []
    for name in try source.names(in: "data") where name.hasSuffix(".csv") {
      let text = try source.text("data/" + name)
      let key = JSONText.string(String(name.dropLast(4)))
      let script = "descent.data[\(key)]=\(JSONText.string(text))\n"
      let path = "assets/\(name.dropLast(4)).\(ContentHash(script.utf8).text).js"
      try site.write(script, to: path)
      entries.append("\(key):\(JSONText.string(path))")
    }
    return "{" + entries.joined(separator: ",") + "}"
  }
}
