import Plots
import Testing
import Typesetting

/// What makes pictures readable without colour.
@Suite struct LegibilityTests {
  @Test(arguments: [
    (["gd(0.1)", "adam(0.1)"], "ga"),
    (["adam(0.1)", "adamw(0.1)", "adagrad(0.1)"], "awg"),
    (["adam(0.1)", "adam(0.01)", "adam(0.001)"], "abc"),
    (["ewa(s, beta=0.9)", "ewa(s, beta=0.9, fair=1)"], "ef"),
    (["momentum", "mine", "radam", "rmsprop", "adam"], "mirsa"),
    (["[1, 2]", "[3, 4]"], "ab"),
  ])
  func `letters of names that begin alike come from where they differ`(
    names: [String],
    letters: String
  ) {
    let chart = Chart(layers: names.map { .line(Series($0, [1, 2])) })
    let legend = chart.text(width: 78, height: 12).plain
    for (name, letter) in zip(names, letters) {
      #expect(legend.contains("\(letter)─ \(name)"), "\(legend)")
    }
  }

  @Test func `a legend keeps both ends of long names`() {
    let names = ["ewa(temperatures, beta=0.98)", "ewa(temperatures, beta=0.98, corrected=true)"]
    let chart = Chart(layers: names.map { .line(Series($0, [1, 2])) })
    let legend = chart.text(width: 60, height: 12).plain
    #expect(legend.contains("ewa(temper…eta=0.98)"), "\(legend)")
    #expect(legend.contains("ewa(temper…ted=true)"), "\(legend)")
  }

  @Test func `a low picture stays a picture when it has something to say`() {
    let chart = Chart(
      x: Axis("u"),
      layers: [.line(Series("1/u", x: [-1, -0.5, 0, 0.5, 1], y: [-1, -2, .infinity, 2, 1]))]
    )
    let text = chart.text(width: 60, height: 8).plain
    #expect(text.contains("└┬"), "\(text)")
    #expect(text.contains("1 value not shown: not finite"), "\(text)")
    #expect(text.split(separator: "\n").count <= 9)
  }

  @Test func `lines of a field are fewer where they would run together`() {
    func levels(_ field: Field) -> Int {
      let chart = Chart(layers: [.contours(field)])
      let line = chart.text(width: 78, height: 18).plain.split(separator: "\n")
        .first { $0.contains("lines: ") }
      let words = line?.split(separator: "=").last?.split(separator: " ") ?? []
      return words.prefix { $0.first?.isNumber == true }.count
    }
    let valley = Field("loss", x: .init(-2, 2), y: .init(-1, 3)) { x, y in
      (1 - x) * (1 - x) + 100 * (y - x * x) * (y - x * x)
    }
    #expect(levels(valley) == 4)
    #expect(levels(SampleCharts.bowl) >= 6)
  }

  @Test func `as many point signs as six runs need`() {
    let chart = Chart(layers: (0..<8).map { .points(Series("run \($0)", [1, 2])) })
    for sign in "•×+○◇△□▽" { #expect(chart.text().plain.contains("\(sign)  run")) }
  }
}
