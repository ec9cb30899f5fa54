import Lessons
package import System

/// A folder that a site is made from, with a memory of all that was asked of it.
///
/// While the answers are the same, so is the site: what nobody asked for may change, be a link, or
/// be larger than anything a site could hold.
package final class SiteSource {
  /// A question and its answer's hash.
  struct Answer: Equatable {
    enum Question: String {
      /// The content of a file.
      case file
      /// The names in a folder.
      case names
      /// Whether a file is there.
      case presence
    }

    var question: Question
    var path: String
    var hash: ContentHash
  }

  private static let largest = 64 << 20

  let folder: Folder
  private(set) var answers: [Answer] = []

  package init(_ folder: Folder) { self.folder = folder }

  func bytes(_ file: String) throws(SiteError) -> [UInt8] {
    let bytes = try SiteError.asking { () throws(SystemError) in
      try folder.read(file, limit: Self.largest)
    }
    answers.append(Answer(question: .file, path: file, hash: ContentHash(bytes)))
    return bytes
  }

  func text(_ file: String) throws(SiteError) -> String {
    guard let text = String(validating: try bytes(file), as: UTF8.self) else {
      throw SiteError(.malformed, folder.path(of: file), "is not UTF-8 text")
    }
    return text
  }

  /// The names in a folder, sorted, without hidden ones.
  func names(in path: String = "") throws(SiteError) -> [String] {
    let names = try SiteError.asking { () throws(SystemError) in try folder.names(in: path) }
      .filter { !$0.hasPrefix(".") }
    let text = names.joined(separator: "/")
    answers.append(Answer(question: .names, path: path, hash: ContentHash(text.utf8)))
    return names
  }

  func has(_ file: String) -> Bool {
    let isThere = folder.exists(file)
    let hash = ContentHash(isThere ? [1] : [])
    answers.append(Answer(question: .presence, path: file, hash: hash))
    return isThere
  }

  /// A link to a folder leads to the first of these pages: a new one may be another.
  func askForIndexes(of pages: [String]) {
    let folders = pages.map { $0.split(separator: "/").dropLast().map { $0 + "/" }.joined() }
    for folder in Set(folders).sorted() {
      for name in CourseLinks.indexes { _ = has(folder + name) }
    }
  }

  /// Whether a question is still answered as it was.
  func confirms(_ answer: Answer) -> Bool {
    let known = answers.count
    defer { answers.removeLast(answers.count - known) }
    switch answer.question {
    case .file: _ = try? bytes(answer.path)
    case .names: _ = try? names(in: answer.path)
    case .presence: _ = has(answer.path)
    }
    return answers.dropFirst(known).first == answer
  }
}
