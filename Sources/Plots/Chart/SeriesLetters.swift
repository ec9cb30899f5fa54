/// The letters that tell series apart without colour.
enum SeriesLetters {
  /// For each name its first letter that is still free, else the next free one of the alphabet.
  static func assigned(to names: [String]) -> [String] {
    var taken: [UInt8] = []
    var result: [String] = []
    for name in names {
      let letter = firstFree(in: name.utf8, taken) ?? firstFree(in: alphabet.utf8, taken)
      if let letter { taken.append(letter) }
      result.append(String(decoding: [letter ?? UInt8(ascii: "?")], as: UTF8.self))
    }
    return result
  }

  private static let alphabet = "abcdefghijklmnopqrstuvwxyzABCDFGHIJKLMNOPQRTUVWXYZ"

  private static func firstFree(in text: some Sequence<UInt8>, _ taken: [UInt8]) -> UInt8? {
    for byte in text {
      // Small letters, so that S and E stay free for the ends of a path.
      let isCapital = byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z")
      let letter = isCapital ? byte + 32 : byte
      let isLetter = letter >= UInt8(ascii: "a") && letter <= UInt8(ascii: "z")
      if isLetter && !taken.contains(letter) { return letter }
    }
    return nil
  }
}
