// swift-tools-version: 6.2
import PackageDescription

/// Settings every target shares: Swift 6 mode, warnings are errors, imports name what they use.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

/// The portable ring also compiles as Embedded Swift for the browser.
let portable: [SwiftSetting] =
  strict + [
    .treatWarning("EmbeddedRestrictions", as: .error)
  ]

/// Without Foundation nothing pulls in libm, which `squareRoot()` needs on Linux.
let mathLibrary: [LinkerSetting] = [.linkedLibrary("m", .when(platforms: [.linux]))]

/// C holds the loops that take the time: a debug build, which the tests run, compiles them for speed
/// as well.
let optimized: [CSetting] = [.unsafeFlags(["-O3"])]

/// So are the loops of the rules, in which vectors pass through many small functions.
let fast: [SwiftSetting] = [
  .unsafeFlags(
    ["-O", "-wmo", "-num-threads", "1", "-disable-batch-mode"],
    .when(configuration: .debug)
  )
]

/// A library of others that the tool needs.
///
/// `Optimizers` needs none, so a package that depends on it
/// alone fetches none: the condition is how SwiftPM knows.
func tool(_ name: String, _ package: String) -> Target.Dependency {
  .product(name: name, package: package, condition: .when(traits: ["Tool"]))
}

let package = Package(
  name: "descent",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "descent", targets: ["descent"]),
    .executable(name: "DescentWeb", targets: ["DescentWeb"]),
    .library(name: "Optimizers", targets: ["Optimizers", "OptimizerThreads", "Arithmetic"]),
  ],
  traits: [
    .trait(name: "Tool", description: "The notebook. Without it nothing is fetched: `traits: []`."),
    .default(enabledTraits: ["Tool"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
  ],
  targets: [
    // Portable ring: standard library only, arrows point down.
    .target(name: "CSquareRoot"),
    .target(
      name: "Arithmetic",
      dependencies: ["CSquareRoot"],
      swiftSettings: portable,
      linkerSettings: mathLibrary
    ),
    .target(name: "Typesetting", swiftSettings: portable),
    .target(
      name: "Formulas",
      dependencies: ["Typesetting", "Arithmetic"],
      swiftSettings: portable
    ),
    .target(name: "CVector"),
    .target(name: "CWideAdam", cSettings: optimized),
    .target(
      name: "Optimizers",
      dependencies: ["CVector", "CWideAdam", "Arithmetic"],
      swiftSettings: portable + fast
    ),
    .target(name: "Data", dependencies: ["Arithmetic"], swiftSettings: portable),
    .target(name: "CWideNetworks", cSettings: optimized),
    .target(
      name: "Networks",
      dependencies: ["CWideNetworks", "Data", "Arithmetic"],
      swiftSettings: portable
    ),
    .target(name: "Plots", dependencies: ["Typesetting", "Arithmetic"], swiftSettings: portable),
    .target(
      name: "Notebook",
      dependencies: [
        "Networks", "Data", "Plots", "Optimizers", "Formulas", "Typesetting", "Arithmetic",
      ],
      swiftSettings: portable
    ),

    // The browser's engine: Embedded Swift, `make wasm`.
    .target(name: "CWebRuntime"),
    .executableTarget(
      name: "DescentWeb",
      dependencies: ["Notebook", "Data", "Formulas", "CWebRuntime"],
      swiftSettings: portable + [
        .enableExperimentalFeature("Extern"),
        .enableExperimentalFeature("SymbolLinkageMarkers"),
      ]
    ),

    // Native ring: threads, files, terminals, C libraries.
    .target(name: "OptimizerThreads", swiftSettings: strict),
    .target(
      name: "System",
      dependencies: [tool("SystemPackage", "swift-system")],
      swiftSettings: strict + [.enableExperimentalFeature("Extern")]
    ),
    .systemLibrary(
      name: "CMarkGFM",
      pkgConfig: "libcmark-gfm",
      providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]
    ),
    .target(
      name: "Lessons",
      dependencies: [
        "CMarkGFM", "Notebook", "Data", "Formulas", "Typesetting", "Arithmetic", "System",
        tool("Yams", "Yams"),
      ],
      swiftSettings: strict
    ),
    .target(name: "CEdit", linkerSettings: [.linkedLibrary("edit")]),
    .target(
      name: "Terminal",
      dependencies: ["CEdit", "Typesetting", "System"],
      swiftSettings: strict
    ),
    .target(
      name: "Site",
      dependencies: [
        "Lessons", "Notebook", "Formulas", "Typesetting", "System",
        tool("Mustache", "swift-mustache"),
        tool("Yams", "Yams"),
      ],
      swiftSettings: strict
    ),
    .executableTarget(
      name: "descent",
      dependencies: [
        "Site", "Lessons", "Terminal", "Notebook", "Plots", "Formulas", "Typesetting", "System",
        tool("ArgumentParser", "swift-argument-parser"),
      ],
      swiftSettings: strict
    ),

    // Tests mirror the modules.
    .target(name: "Recording", path: "Tests/Recording", swiftSettings: strict),
    .testTarget(name: "ArrowTests", dependencies: ["Recording"], swiftSettings: strict),
    .target(
      name: "BuiltTool",
      dependencies: ["Lessons"],
      path: "Tests/Support",
      swiftSettings: strict
    ),
    .testTarget(
      name: "ArithmeticTests",
      dependencies: ["Arithmetic"],
      exclude: ["Fixtures"],
      swiftSettings: strict
    ),
    .testTarget(name: "TypesettingTests", dependencies: ["Typesetting"], swiftSettings: strict),
    .testTarget(
      name: "FormulasTests",
      dependencies: ["Formulas", "Arithmetic"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "OptimizersTests",
      dependencies: ["Recording", "Optimizers", "Notebook", "Formulas", "Arithmetic"],
      exclude: ["Fixtures"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "OptimizerThreadsTests",
      dependencies: ["OptimizerThreads", "Optimizers"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "NetworksTests",
      dependencies: ["Networks", "Data", "Arithmetic"],
      swiftSettings: strict
    ),
    .testTarget(name: "DataTests", dependencies: ["Data"], swiftSettings: strict),
    .testTarget(
      name: "PlotsTests",
      dependencies: ["Recording", "Plots", "Typesetting"],
      exclude: ["Snapshots"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "NotebookTests",
      dependencies: [
        "Notebook", "Data", "Formulas", "Optimizers", "Plots", "Typesetting", "Arithmetic",
      ],
      exclude: ["Transcripts", "Words"],
      swiftSettings: strict
    ),
    .testTarget(name: "SystemTests", dependencies: ["System"], swiftSettings: strict),
    .testTarget(
      name: "LessonsTests",
      dependencies: [
        "BuiltTool", "Recording", "Lessons", "Notebook", "Data", "Formulas", "Typesetting",
        "System",
      ],
      exclude: ["Cases", "Walks"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "TerminalTests",
      dependencies: ["Terminal", "Typesetting", "System"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "SiteTests",
      dependencies: ["BuiltTool", "Site", "Lessons", "Notebook", "System"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "LawTests",
      dependencies: ["BuiltTool", "Site", "Lessons", "Notebook", "Typesetting", "descent"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "DescentTests",
      dependencies: ["descent", "Recording"],
      exclude: ["Fixtures"],
      swiftSettings: strict
    ),
  ]
)
