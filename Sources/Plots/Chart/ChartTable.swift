import Arithmetic

/// The data of a chart as rows of text, for those who cannot or would rather not see it.
package struct ChartTable: Equatable, Sendable {
  package var columns: [String]
  package var rows: [[String]]

  /// At most so many rows, evenly chosen, the first and the last among them.
  package func thinned(to count: Int) -> ChartTable {
    if rows.count <= count || count < 2 { return self }
    var kept: [[String]] = []
    for number in 0..<count {
      // In Double: the product may not fit a 32-bit integer.
      let share = Double(number) * Double(rows.count - 1) / Double(count - 1)
      kept.append(rows[Int(share + 0.5)])
    }
    return ChartTable(columns: columns, rows: kept)
  }
}

extension Chart {
  /// The numbers behind the picture: a column a series where they share x, else a row a point.
  package var dataTable: ChartTable {
    for layer in layers {
      if case .bars(let bars) = layer {
        return ChartTable(
          columns: ["name", y.label.isEmpty ? "value" : y.label],
          rows: bars.map { [$0.name, Self.cell($0.value)] }
        )
      }
      if case .heat(let map) = layer { return table(map) }
      if case .raster(let raster) = layer {
        return ChartTable(
          columns: (1...raster.columns).map { "\($0)" },
          rows: (0..<raster.rows).map { raster.row($0).map(Self.cell) }
        )
      }
    }
    let tracks = self.tracks
    if tracks.isEmpty, let histogram { return table(histogram) }
    let across = x.label.isEmpty ? "x" : x.label
    if let first = tracks.first, !tracks.contains(where: { $0.series.x != first.series.x }),
      first.path == nil
    {
      var rows: [[String]] = []
      rows.reserveCapacity(first.series.count)
      for index in 0..<first.series.count {
        rows.append(
          [Self.cell(first.series.x[index])] + tracks.map { Self.cell($0.series.y[index]) }
        )
      }
      let names = tracks.map { $0.series.name.isEmpty ? "y" : $0.series.name }
      return ChartTable(columns: [across] + names, rows: rows)
    }
    var rows: [[String]] = []
    for track in tracks {
      let series = track.series
      for index in 0..<series.count {
        let step = track.path.map { "\($0.firstStep + index * $0.every)" } ?? "\(index + 1)"
        rows.append([series.name, step, Self.cell(series.x[index]), Self.cell(series.y[index])])
      }
    }
    let order = tracks.contains { $0.path != nil } ? "step" : "point"
    return ChartTable(
      columns: ["series", order, across, y.label.isEmpty ? "y" : y.label],
      rows: rows
    )
  }
}

extension Chart {
  private static func cell(_ value: Double) -> String { NumberText.shown(value, 6) }

  private func table(_ histogram: Histogram) -> ChartTable {
    var rows: [[String]] = []
    for (bin, count) in histogram.counts.enumerated() where bin + 1 < histogram.edges.count {
      rows.append(
        [Self.cell(histogram.edges[bin]), Self.cell(histogram.edges[bin + 1]), "\(count)"])
    }
    return ChartTable(columns: ["from", "to", histogram.unit], rows: rows)
  }

  private func table(_ map: HeatMap) -> ChartTable {
    let corner =
      (y.label.isEmpty ? "y" : y.label) + " \\ " + (x.label.isEmpty ? "x" : x.label)
    var rows: [[String]] = []
    for row in map.y.indices {
      var cells = [Self.cell(map.y[row])]
      for column in map.x.indices { cells.append(Self.cell(map.value(column, row))) }
      rows.append(cells)
    }
    return ChartTable(columns: [corner] + map.x.map(Self.cell), rows: rows)
  }
}
