/// A lesson made from a seed, with every cell word, front-matter key and place that there is.
///
/// Each cell first prints its own number and changes `k`, so that a cell that ran in the wrong
/// notebook, twice, or not at all shows in every cell after it.
struct GeneratedLesson {
  let name: String
  private(set) var text = ""
  private var random: RandomNumbers
  private var count = 0
  private var started: Set<String> = []
  private var exercises = 0

  init(seed: UInt64) {
    name = "l\(seed)"
    random = RandomNumbers(seed)
    frontMatter()
    text += "# Lesson \(seed)\n\nWords.\n\n"
    cell("")
    for _ in 0..<(1 + random.below(2)) {
      text += "## Step \(count)\n\n"
      for _ in 0..<(2 + random.below(3)) { part() }
    }
  }

  /// What a learner answers in every exercise.
  static let answer = "42"

  private mutating func frontMatter() {
    var lines = ["id: \(name)", "summary: Made from a seed."]
    if random.below(2) == 0 { lines.append("precision: \(2 + random.below(9))") }
    if random.below(2) == 0 { lines.append("seed: \(random.below(1000))") }
    if random.below(4) == 0 { lines.append("was: [old-\(name)]") }
    if random.below(4) == 0, name != "l1" { lines.append("requires: [l1]") }
    text += "---\n" + lines.joined(separator: "\n") + "\n---\n"
  }

  private mutating func part() {
    switch random.below(9) {
    case 0: cell("- ", "An item.")
    case 1: cell("> ", "A quote.")
    case 2: cell("> ", "[!NOTE]\nA note.")
    case 3:
      text += "<details><summary>Folded</summary>\n\n"
      cell("")
      text += "</details>\n\n"
    case 4: exercise()
    case 5: quiz()
    default: cell("")
    }
  }

  private mutating func exercise() {
    exercises += 1
    let id = "e\(exercises)"
    text += "### Exercise: \(id)\n\nSay it.\n\n"
    if random.below(2) == 0 { cell("- ", "Look first.") }
    write(["exercise=\(id)"], "a = ____")
    for hint in 1...(1 + random.below(2)) {
      text += "<details><summary>Hint \(hint)</summary>\n\nThink.\n\n"
      if random.below(2) == 0 { cell("", isAside: true) }
      text += "</details>\n\n"
    }
    text += "<details><summary>Solution</summary>\n\n"
    if random.below(3) == 0 { cell("", isAside: true) }
    write(["solution=\(id)"], "a = \(Self.answer)")
    if random.below(2) == 0 {
      count += 1
      write([], "\"cell \(count)\"\na + k")
    }
    write(["check=\(id)"], "expect a == \(Self.answer)\nwhen a == 41 say \"one more\"")
    text += "</details>\n\nIt is done.\n\n"
  }

  private mutating func quiz() {
    count += 1
    text += "### Quiz: number \(count)\n\nHow many?\n\n"
    if random.below(2) == 0 { cell("- ", "See:") }
    let answer = ["50 ± 1", "0.25", "−1.88", "1024"][random.below(4)]
    text += "Answer: \(answer) — of course\n\n"
  }
}

extension GeneratedLesson {
  /// A cell behind these marks, as Markdown nests it: a list's go on as blanks.
  private mutating func cell(_ mark: String, _ lead: String? = nil, isAside: Bool = false) {
    count += 1
    var words: [String] = []
    var lines = ["\"cell \(count)\""]
    let isFirst = started.isEmpty
    let notebook = isAside || isFirst || random.below(4) > 0 ? "" : ["b", "c-2"][random.below(2)]
    if !notebook.isEmpty { words.append("session=\(notebook)") }
    lines.append(started.insert(notebook).inserted ? "k = 1" : "k = k + \(1 + random.below(9))")
    lines.append("k")
    lines += statement()
    // The first one tells where a lesson begins in what `run` prints of many.
    switch isFirst ? 11 : random.below(12) {
    case 0:
      words.append("fails")
      lines += ["nope\(count)", "k = 0"]
    case 1: words.append(isAside ? "static" : "setup")
    case 2: words.append(isAside ? "exact" : "hidden")
    case 3: words.append("folded")
    case 4: words.append("nocheck")
    case 5 where !isAside: words.append("slow")
    case 6: words.append("tol=1e-6")
    case 7: words.append("timeout=60")
    case 8:
      words.append("vary=gain:0:2")
      lines.append("gain = 1.5")
    case 9 where !isAside && started.contains(notebook) && mark.isEmpty:
      // Shown and never run.
      text += "```descent skip\nnothing here runs(\n```\n\n"
    default: break
    }
    let inner = mark.hasPrefix(">") ? mark : String(repeating: " ", count: mark.count)
    if let lead {
      let leads = lead.split(separator: "\n")
      for (index, line) in leads.enumerated() { text += (index == 0 ? mark : inner) + line + "\n" }
      text += mark.hasPrefix(">") ? ">\n" : "\n"
    }
    for line in ["```descent " + words.joined(separator: " ")] + lines + ["```"] {
      text += inner + line + "\n"
    }
    text += "\n"
  }

  private mutating func statement() -> [String] {
    switch random.below(9) {
    case 0: ["1/3"]
    case 1: ["\"some text\"", "k > 3"]
    case 2: ["minimize x^2 from 3 noise 0.5 with gd(0.1)", "step 3", "table t, x, loss"]
    case 3: ["[1, 2.5, k] * 2"]
    case 4: ["1/0"]
    case 5: ["own.a", "mean(own.b)"]
    case 6: ["precision 4", "k/7"]
    case 7: ["minimize x^2 + 10y^2 from (-5, k) with adam(0.1)", "step 2", "loss"]
    default: []
    }
  }

  private mutating func write(_ words: [String], _ source: String) {
    text += "```descent " + words.joined(separator: " ") + "\n\(source)\n```\n\n"
  }
}

/// Numbers that a seed decides.
struct RandomNumbers {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 0x1234_5678 }

  mutating func below(_ count: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % count
  }
}
