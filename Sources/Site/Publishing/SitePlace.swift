import System

/// Where a site goes: a name in a folder, with links that the output may be resolved.
struct SitePlace {
  /// The folder that holds the site; it may have to be made.
  let parent: Folder
  let name: String

  var path: String { parent.path(of: name) }

  init(_ output: String) throws(SiteError) {
    let (parent, name) = NamedFile.split(
      Folder(NamedFile.target(of: Folder(output).path)).path
    )
    guard !name.isEmpty, name != ".", name != ".." else {
      throw SiteError(
        .unwritable,
        output,
        "the output needs a folder of its own",
        hint: "name a new one with --output"
      )
    }
    self.parent = Folder(parent)
    self.name = name
  }

  /// A site among the lessons, or around them, would be taken for lessons or take their place; only
  /// the usual one of the folder one stands in is known to be a site.
  func check(against course: String, output: String) throws(SiteError) {
    let isUsual =
      output == SitePublisher.usualOutput
      && NamedFile.realPath(course) == NamedFile.realPath(".")
    if !holds(course) && (!isInside(course) || isUsual) { return }
    throw SiteError(
      .unwritable,
      output,
      holds(course) ? "the lessons lie inside this folder" : "this folder lies inside the lessons",
      hint: "name a folder beside the lessons with --output"
    )
  }

  /// Whether it lies in a folder, or is that folder.
  func isInside(_ folder: String) -> Bool {
    guard let outer = NamedFile.realPath(folder) else { return false }
    return (realPath + "/").hasPrefix(outer == "/" ? "/" : outer + "/")
  }

  /// Whether a folder lies in it.
  func holds(_ folder: String) -> Bool {
    guard let inner = NamedFile.realPath(folder) else { return false }
    return inner.hasPrefix(realPath + "/")
  }

  /// Its own name, whether it is there or not.
  private var realPath: String {
    var missing = "/" + name
    var folder = parent.path
    while true {
      if let real = NamedFile.realPath(folder) { return (real == "/" ? "" : real) + missing }
      let (parent, name) = NamedFile.split(folder)
      if parent == folder { return folder + missing }
      missing = "/" + name + missing
      folder = parent
    }
  }
}
