package import System

/// What a link of a course's page leads to: the one judgement that checking, the site and the
/// published folder share.
package struct CourseLinks: Sendable {
  package enum Destination: Equatable, Sendable {
    /// On the web, or mail: as it is written.
    case elsewhere
    /// A page of the course, be it the one that holds the link; the file is relative to the course.
    case page(file: String, anchor: String?)
    /// Any other file of the course, published beside its pages.
    case file(String)
  }

  /// Why a link leads nowhere.
  package struct Fault: Error, Equatable, Sendable {
    package var message: String
    package var hint: String?
  }

  /// What stands at a path that is relative to the course.
  package enum Kind: Equatable, Sendable {
    case file, folder
    /// What is neither, as a message calls it: a link, a pipe.
    case refused(String)

    /// Of what stands in a folder; nil where nothing does.
    package init?(_ file: String, in folder: Folder) {
      switch file.isEmpty ? .folder : folder.status(of: file)?.kind {
      case nil: return nil
      case .regular?: self = .file
      case .folder?: self = .folder
      case let kind?: self = .refused(kind.refusal)
      }
    }
  }

  private let kind: @Sendable (String) -> Kind?

  package init(kind: @escaping @Sendable (String) -> Kind?) {
    self.kind = kind
  }

  package init(directory: String) {
    let folder = Folder(directory)
    self.init { Kind($0, in: folder) }
  }

  /// `file` is the page that holds the link, relative to the course.
  package func destination(
    of target: String,
    from file: String
  ) throws(Fault) -> Destination {
    switch LinkTarget(target) {
    case nil: throw Fault(message: "link target '\(target)' is not allowed")
    case .web, .mail: return .elsewhere
    case .relative(let path, let anchor):
      let anchor = anchor.flatMap { $0.isEmpty ? nil : $0 }
      let path = path.prefix { $0 != "?" }
      if path.isEmpty { return .page(file: file, anchor: anchor) }
      guard let place = Self.resolved(path, from: file) else {
        throw Fault(message: "link '\(target)' leaves the course's folder")
      }
      return try destination(at: place, anchor, target)
    }
  }

  private func destination(
    at place: String,
    _ anchor: String?,
    _ target: String
  ) throws(Fault) -> Destination {
    if place.split(separator: "/").contains(where: { $0.hasPrefix(".") }) {
      throw Fault(
        message: "link '\(target)' leads to a hidden file",
        hint: "files and folders whose names begin with a dot are not published"
      )
    }
    switch kind(place) {
    case .file?:
      return place.hasSuffix(".md") ? .page(file: place, anchor: anchor) : .file(place)
    case .folder?:
      let folder = place.isEmpty ? "" : place + "/"
      for name in Self.indexes where kind(folder + name) == .file {
        return .page(file: folder + name, anchor: anchor)
      }
      throw Fault(
        message: "link '\(target)' leads to a folder without a page",
        hint: "put \(Self.indexes.joined(separator: " or ")) there, or name a file of it"
      )
    case .refused(let what)?:
      throw Fault(
        message: "link '\(target)' leads to what \(what)",
        hint: "put the file itself in that place"
      )
    case nil:
      throw Fault(
        message: "link '\(target)' leads to no file",
        hint: "targets are relative to the lesson's folder"
      )
    }
  }
}

extension CourseLinks {
  /// The page that stands for its folder.
  package static let indexes = ["README.md", "index.md"]

  /// A path of the course without `.` and `..`; nil when it leads out.
  package static func resolved(_ path: some StringProtocol, from file: String) -> String? {
    var parts = file.split(separator: "/").dropLast().map(String.init)
    for part in path.split(separator: "/") {
      switch part {
      case ".": continue
      case "..": if parts.popLast() == nil { return nil }
      default: parts.append(String(part))
      }
    }
    return parts.joined(separator: "/")
  }
}
