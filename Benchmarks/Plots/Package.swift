// swift-tools-version: 6.2
import PackageDescription

// The modules are links to the project's own: they are package-internal, so whoever times them
// has to be in one package with them.
let package = Package(
  name: "plot-benchmark",
  platforms: [.macOS(.v15)],
  targets: [
    .target(name: "CSquareRoot"),
    .target(
      name: "Arithmetic",
      dependencies: ["CSquareRoot"],
      linkerSettings: [.linkedLibrary("m", .when(platforms: [.linux]))]
    ),
    .target(name: "Typesetting", dependencies: ["Arithmetic"]),
    .target(
      name: "Plots",
      dependencies: ["Typesetting", "Arithmetic"],
      swiftSettings: [.enableUpcomingFeature("InternalImportsByDefault")]
    ),
    .executableTarget(name: "PlotBenchmark", dependencies: ["Plots", "Typesetting"]),
  ]
)
