/// The letters that tell series apart without colour.
enum SeriesLetters {
  /// For each name its first letter.
  ///
  /// Where several begin with the same, the first of them keeps it;
  /// another takes a letter from where it departs from those before, as `w` for adamw beside adam,
  /// or the next of the alphabet.
  static func assigned(to names: [String]) -> [String] {
    let names = names.map { Array($0.utf8) }
    var letters = [UInt8](repeating: 0, count: names.count)
    for (number, name) in names.enumerated() {
      if let first = firstFree(in: name, []), !letters.contains(first) { letters[number] = first }
    }
    for (number, name) in names.enumerated() where letters[number] == 0 {
      var departure = 0
      for earlier in names[..<number] { departure = max(departure, common(name, earlier)) }
      letters[number] =
        firstFree(in: name[departure...], letters) ?? next(after: firstFree(in: name, []), letters)
    }
    return letters.map { String(decoding: [$0], as: UTF8.self) }
  }

  private static let alphabet = Array("abcdefghijklmnopqrstuvwxyzABCDFGHIJKLMNOPQRTUVWXYZ".utf8)

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

  /// The first letter behind one that is free, from the beginning again behind the last.
  private static func next(after letter: UInt8?, _ taken: [UInt8]) -> UInt8 {
    let start = letter.flatMap { alphabet.firstIndex(of: $0) } ?? -1
    for offset in 1...alphabet.count {
      let candidate = alphabet[(start + offset) % alphabet.count]
      if !taken.contains(candidate) { return candidate }
    }
    return UInt8(ascii: "?")
  }

  private static func common(_ one: [UInt8], _ other: [UInt8]) -> Int {
    var count = 0
    while count < min(one.count, other.count), one[count] == other[count] { count += 1 }
    return count
  }
}
