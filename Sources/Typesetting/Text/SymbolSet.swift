/// The characters a terminal is trusted to show.
package enum SymbolSet: Equatable, Sendable {
  case unicode, ascii
}
