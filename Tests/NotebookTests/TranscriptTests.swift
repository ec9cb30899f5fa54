import Notebook
import Testing

@Suite struct TranscriptTests {
  @Test(arguments: Transcript.all)
  func `a transcript shows what is answered`(transcript: Transcript) {
    var session = Session(data: CourseData.store)
    for cell in transcript.cells {
      let result = session.run(cell: cell.source)
      let found = result.text()
      let place = "\(transcript.name).md:\(cell.line)"
      #expect(found == cell.output, "\(place): \(cell.source)\n\(found)")
      #expect((result.diagnostic != nil) == cell.fails, "\(place)")
    }
    #expect(!transcript.cells.isEmpty)
  }

  @Test func `every command has a transcript`() {
    let names = Transcript.all.map { $0.name }
    let elsewhere = ["when": "expect"]
    for command in CommandCatalog.names where elsewhere[command] == nil {
      #expect(names.contains(command), "\(command)")
    }
  }
}
