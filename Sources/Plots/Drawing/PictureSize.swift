/// The room that a text picture has, in columns and lines.
struct PictureSize {
  let width: Int
  let height: Int
  /// Whether somebody asked for just this size: it may be small then, and is kept to.
  let isAsked: Bool

  var fewestRows: Int { isAsked ? 2 : 4 }
  var fewestColumns: Int { isAsked ? 8 : 16 }

  /// Whether it is wide enough to try.
  var isWide: Bool { isAsked || width >= 40 }

  /// What a picture has to say must not cost the picture: a low one grows by its own words.
  func heights(needed: Int) -> [Int] {
    isAsked || height < 6 ? [height] : [height, max(height, needed)]
  }
}
