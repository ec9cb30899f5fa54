/// From dark violet to bright yellow, lightness rising evenly, also in grey and for colour-blind
/// readers (sampled from matplotlib's public-domain viridis).
enum ColourRamp {
  private static let stops = [
    0x440154, 0x472C7A, 0x3B518B, 0x2C718E, 0x21908D, 0x27AD81, 0x5CC863, 0xAADC32, 0xFDE725,
  ]

  /// The colour at a share of the ramp, as 0xRRGGBB.
  static func colour(_ share: Double) -> Int {
    let place = min(max(share, 0), 1) * Double(stops.count - 1)
    let first = min(Int(place), stops.count - 2)
    let rest = place - Double(first)
    var colour = 0
    for shift in [16, 8, 0] {
      let low = Double(stops[first] >> shift & 255)
      let high = Double(stops[first + 1] >> shift & 255)
      colour = colour << 8 | Int(low + rest * (high - low) + 0.5)
    }
    return colour
  }

  /// The colour of one of `count` bands.
  static func band(_ index: Int, of count: Int) -> Int {
    // The brightest part is left out: a white path must show on every band.
    count < 2 ? colour(0.3) : colour(0.92 * Double(index) / Double(count - 1))
  }

  /// White or black, whichever reads better on a colour.
  static func ink(on colour: Int) -> Int {
    let red = colour >> 16 & 255
    let green = colour >> 8 & 255
    let blue = colour & 255
    return 299 * red + 587 * green + 114 * blue < 140_000 ? 0xFFFFFF : 0x000000
  }

  static func hexadecimal(_ colour: Int) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = [UInt8(ascii: "#")]
    for shift in [20, 16, 12, 8, 4, 0] { text.append(digits[colour >> shift & 15]) }
    return String(decoding: text, as: UTF8.self)
  }
}
