// swift-tools-version: 6.2
import PackageDescription

// Apart from the project's package, so that nobody who builds the project builds this.
let package = Package(
  name: "benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "descent", path: "..")],
  targets: [
    .executableTarget(
      name: "StepBenchmark",
      dependencies: [.product(name: "Optimizers", package: "descent")],
      swiftSettings: [.swiftLanguageMode(.v6)]
    )
  ]
)
