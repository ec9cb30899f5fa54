import Lessons
import Testing

@Suite struct LineDifferenceTests {
  @Test func nothingChangedIsEmpty() {
    #expect(LineDifference(from: ["a"], to: ["a"]).unified().isEmpty)
  }

  @Test func hunksHaveContextAndLineNumbers() {
    let old = (1...20).map { "line \($0)" }
    var new = old
    new[9] = "changed"
    new.insert("added", at: 19)
    #expect(
      LineDifference(from: old, to: new).unified(context: 1, line: 100) == [
        "@@ -108,3 +108,3 @@", " line 9", "-line 10", "+changed", " line 11",
        "@@ -118,2 +118,3 @@", " line 19", "+added", " line 20",
      ]
    )
  }

  @Test func changesCloseTogetherShareAHunk() {
    let lines = LineDifference(from: ["a", "b", "c", "d"], to: ["x", "b", "c", "y"]).unified()
    #expect(lines == ["@@ -1,4 +1,4 @@", "-a", "+x", " b", " c", "-d", "+y"])
  }
}
