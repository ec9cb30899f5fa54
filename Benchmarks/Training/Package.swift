// swift-tools-version: 6.2
import PackageDescription

// The library that trains networks is no product: here its modules are built once more, from links
// to their sources, for a program that measures it without the notebook.
let optimized: [CSetting] = [.unsafeFlags(["-O3"])]
let swift: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "training",
  platforms: [.macOS(.v15)],
  targets: [
    .target(name: "CSquareRoot"),
    .target(name: "CVector"),
    .target(name: "CWideAdam", cSettings: optimized),
    .target(name: "CWideNetworks", cSettings: optimized),
    .target(
      name: "Arithmetic",
      dependencies: ["CSquareRoot"],
      swiftSettings: swift,
      linkerSettings: [.linkedLibrary("m", .when(platforms: [.linux]))]
    ),
    .target(name: "Data", dependencies: ["Arithmetic"], swiftSettings: swift),
    .target(
      name: "Optimizers",
      dependencies: ["CVector", "CWideAdam", "Arithmetic"],
      swiftSettings: swift
    ),
    .target(
      name: "Networks",
      dependencies: ["CWideNetworks", "Data", "Arithmetic"],
      swiftSettings: swift
    ),
    .executableTarget(
      name: "TrainingBenchmark",
      dependencies: ["Networks", "Data", "Optimizers"],
      swiftSettings: swift
    ),
  ]
)
