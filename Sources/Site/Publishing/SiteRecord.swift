import System

/// What a site was made of and what was made, as a text kept in the site: while both are as they
/// were there is nothing to build.
///
/// Contents count, not times, so that the same inputs make the same bytes. A tool newer than the
/// site may write other pages and always builds.
struct SiteRecord: Equatable {
  static let file = ".descent-inputs"

  private static let largest = 64 << 20

  /// A file of the site.
  struct Page: Equatable {
    var path: String
    var size: Int
    var hash: ContentHash
  }

  /// Of what a site is made with that no file says.
  var settings: ContentHash
  /// What each source said: the course first, then its themes.
  var answers: [[SiteSource.Answer]]
  var pages: [Page] = []

  /// Whether a site is what would be made.
  static func holds(
    _ output: Folder,
    settings: ContentHash,
    sources: [SiteSource],
    executable: String?
  ) -> Bool {
    guard let record = SiteRecord(of: output), let made = output.status(of: file) else {
      return false
    }
    if let tool = executable.flatMap({ FileStatus($0) }), tool.written > made.written {
      return false
    }
    return record.settings == settings && record.answers.count == sources.count
      && zip(sources, record.answers).allSatisfy { source, answers in
        answers.allSatisfy { source.confirms($0) }
      }
      && record.pages.allSatisfy { $0.isWhole(in: output, before: made.changed) }
  }
}

extension SiteRecord.Page {
  /// A file that was last changed before the record was written is as the build wrote it, if its
  /// size is; the others are read.
  fileprivate func isWhole(in output: Folder, before time: FileStatus.Time) -> Bool {
    guard let status = output.status(of: path), status.kind == .regular, status.size == size
    else { return false }
    if status.changed < time { return true }
    let bytes = try? output.read(path, limit: size)
    return bytes.map { ContentHash($0) } == hash
  }
}

// MARK: - As text

extension SiteRecord {
  /// A line for each: what it is, a detail, a hash, and the rest of the line is a path.
  var text: String {
    var lines = ["settings - \(settings.text) "]
    for (number, answers) in answers.enumerated() {
      lines += answers.map { "\(number) \($0.question.rawValue) \($0.hash.text) \($0.path)" }
    }
    lines += pages.map { "page \($0.size) \($0.hash.text) \($0.path)" }
    return lines.map { $0 + "\n" }.joined()
  }

  /// Of a site that was built; nil where there is none, or by a tool that wrote another kind.
  private init?(of output: Folder) {
    guard let bytes = try? output.read(Self.file, limit: Self.largest),
      let text = String(validating: bytes, as: UTF8.self)
    else { return nil }
    self.init(settings: ContentHash(), answers: [])
    for line in text.split(separator: "\n") {
      let words = line.split(separator: " ", maxSplits: 3, omittingEmptySubsequences: false)
      guard words.count == 4, let hash = ContentHash(text: words[2]) else { return nil }
      let path = String(words[3])
      let answer = SiteSource.Answer.Question(rawValue: String(words[1])).map {
        SiteSource.Answer(question: $0, path: path, hash: hash)
      }
      switch (words[0], Int(words[0]), answer, Int(words[1])) {
      case ("settings", nil, nil, nil): settings = hash
      case ("page", nil, nil, let size?):
        pages.append(Page(path: path, size: size, hash: hash))
      case (_, answers.count?, let answer?, nil): answers.append([answer])
      case (_, answers.count - 1, let answer?, nil): answers[answers.count - 1].append(answer)
      default: return nil
      }
    }
  }
}
