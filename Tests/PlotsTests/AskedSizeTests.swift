import Plots
import Testing
import Typesetting

@Suite struct AskedSizeTests {
  private let chart = Chart(layers: [.line(Series("y", [1, 4, 2, 8, 3]))])

  private func lines(_ chart: Chart, _ width: Int, _ height: Int) -> [Substring] {
    chart.text(width: width, height: height, isAsked: true).plain
      .split(separator: "\n", omittingEmptySubsequences: false)
  }

  @Test(arguments: [20, 30, 39, 40, 400], [6, 7, 8, 30, 200])
  func `a size that is asked for is given`(width: Int, height: Int) {
    let lines = lines(chart, width, height)
    #expect(lines.count == height)
    #expect(lines.contains { $0.contains("┤") })
  }

  @Test func `or refused with words`() {
    #expect(lines(chart, 30, 3).joined(separator: " ").contains("30 by 3 is too small"))
    #expect(!chart.text(width: 30, height: 3).plain.contains("too small"))
  }

  @Test func `a path says when it leaves the picture`() {
    let field = Field("loss", x: .init(-1, 1), y: .init(-1, 1)) { $0 * $0 + $1 * $1 }
    let way = Path(Series("gd", x: [0, 0.5, 2, 0], y: [0, 0, 0, 0]), firstStep: 10, every: 5)
    let chart = Chart(layers: [.contours(field), .path(way)])
    #expect(chart.text().plain.contains("gd leaves the picture at step 20"))
    #expect(chart.svg(identifier: "p").contains("gd leaves the picture at step 20"))
  }

  @Test func `without colour a path is drawn with other signs than the lines it crosses`() {
    let field = Field("loss", x: .init(-1, 1), y: .init(-1, 1)) { $0 * $0 + $1 * $1 }
    let way = Path(Series("gd", x: [-0.9, 0.9], y: [-0.7, 0.7]))
    let chart = Chart(layers: [.contours(field), .path(way)])
    let blocks = chart.text().plain.unicodeScalars.filter { (0x2580...0x259F).contains($0.value) }
    #expect(blocks.count > 10)
    #expect(chart.text(symbols: .ascii).plain.contains("*"))
    #expect(chart.text(symbols: .blocks).plain.contains("•"))
  }

  @Test func `rounding decides on no dot`() {
    let noisy = (0..<100).map { 1 + ($0 % 3 == 0 ? -1.1e-16 : $0 % 3 == 1 ? 2.2e-16 : 0) }
    let picture = Chart(layers: [.line(Series("y", noisy))]).text(width: 60, height: 12).plain
    #expect(
      picture.split(separator: "\n").filter { $0.contains("⠤") || $0.contains("⠒") }.count == 1
    )
  }
}
