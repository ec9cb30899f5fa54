import Foundation
import Plots
import Testing

#if canImport(FoundationXML)
import FoundationXML
#endif

@Suite struct ChartFigureTests {
  @Test(arguments: SampleCharts.all.map(\.name))
  func `a figure is well formed and says what it shows`(name: String) {
    let chart = SampleCharts.chart(name)
    let svg = chart.svg(identifier: "plot-\(name)")
    let reader = ElementReader()
    let parser = XMLParser(data: Data(svg.utf8))
    parser.delegate = reader
    #expect(parser.parse(), "\(name): \(String(describing: parser.parserError))")
    let root = reader.elements.first
    #expect(root?.name == "svg")
    #expect(root?.attributes["role"] == "img")
    #expect(root?.attributes["aria-labelledby"] == "plot-\(name)-title plot-\(name)-desc")
    #expect(root?.attributes["width"] != nil && root?.attributes["height"] != nil)
    #expect(reader.elements.contains { $0.attributes["id"] == "plot-\(name)-title" })
    #expect(reader.elements.contains { $0.attributes["id"] == "plot-\(name)-desc" })
    for element in reader.elements {
      #expect(element.attributes["style"] == nil)
      #expect(element.name != "style" && element.name != "script")
      for name in ["d", "x", "y", "width", "height", "cx", "cy", "viewBox"] {
        let value = element.attributes[name] ?? ""
        #expect(!value.contains("n") && !value.contains("e"), "\(name): \(value)")
      }
    }
    #expect(svg.utf8.count < 40_000)
  }

  @Test(arguments: ["loss", "gaps", "contour", "heat", "bars", "histogram"])
  func `a figure is drawn as it was accepted`(name: String) throws {
    try expectSnapshot(SampleCharts.chart(name).svg(identifier: "p"), "\(name).svg")
  }

  @Test func `names are escaped`() {
    let svg = SampleCharts.names.svg(identifier: "\"><script>")
    #expect(!svg.contains("<script"))
    #expect(svg.contains("&lt;&amp;&gt;"))
  }
}

/// Collects the elements of a document.
private final class ElementReader: NSObject, XMLParserDelegate {
  var elements: [(name: String, attributes: [String: String])] = []

  func parser(
    _ parser: XMLParser,
    didStartElement elementName: String,
    namespaceURI: String?,
    qualifiedName qName: String?,
    attributes attributeDict: [String: String] = [:]
  ) {
    elements.append((elementName, attributeDict))
  }
}
