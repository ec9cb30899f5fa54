#if arch(wasm32)
import CWebRuntime
import Notebook

/// A cell's source, given as UTF-8, with its words told apart for an editor: HTML behind four bytes
/// that say its length, at a place that the page gives back.
///
/// 0 when there is no room.
@_expose(wasm, "highlight") @_cdecl("descent_highlight")
public func highlight(
  _ place: UnsafePointer<UInt8>,
  _ count: UInt32
) -> UnsafeMutableRawPointer? {
  let html = Array(Session.highlightedHTML(text(place, count)).utf8)
  guard let answer = malloc(html.count + 4) else { return nil }
  answer.storeBytes(of: UInt32(truncatingIfNeeded: html.count), as: UInt32.self)
  for (index, byte) in html.enumerated() {
    answer.storeBytes(of: byte, toByteOffset: index + 4, as: UInt8.self)
  }
  return answer
}
#endif
