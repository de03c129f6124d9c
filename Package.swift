// swift-tools-version: 6.2

import PackageDescription

/// The settings that every target shares.
///
/// They make imports say what they expose and existentials say that they are.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// The settings of the libraries, in which an unsafe expression has to say so.
let library: [SwiftSetting] = strict + [.strictMemorySafety()]

/// What links with ICU when it is built: on Linux only tests, since `CICU` opens the libraries when it needs them.
///
/// Elsewhere ICU's headers are in no usual place, and its libraries have no usual names.
#if os(Linux)
  let linkedICU: [Target.Dependency] = []
#else
  let linkedICU: [Target.Dependency] = ["ICUReference"]
#endif

let package = Package(
  name: "bulletin-search",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "BulletinSearch", targets: ["BulletinSearch"]),
    .library(name: "InvertedIndex", targets: ["InvertedIndex"]),
    .library(name: "TextAnalysis", targets: ["TextAnalysis"]),
    .executable(name: "bsearch", targets: ["bsearch"]),
    .executable(name: "bsearch-extract", targets: ["bsearch-extract"]),
    .executable(name: "bsearch-mcp", targets: ["bsearch-mcp"]),
    .executable(name: "bsearch-serve", targets: ["bsearch-serve"]),
    .executable(name: "bsearch-shard", targets: ["bsearch-shard"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0", traits: []),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(
      url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: []),
  ],
  targets: [
    .target(name: "CICU", dependencies: linkedICU),
    .systemLibrary(
      name: "ICUReference", path: "Tests/ICUReference", pkgConfig: "icu-uc icu-i18n",
      providers: [.apt(["libicu-dev"]), .brew(["icu4c"])]),
    .systemLibrary(
      name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
    .systemLibrary(
      name: "CXML2", pkgConfig: "libxml-2.0",
      providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),
    .target(name: "TextAnalysis", dependencies: ["CICU"], swiftSettings: library),
    .target(name: "Bulletins", swiftSettings: library),
    .target(name: "CPlatform"),
    .target(name: "CSandbox"),
    .target(
      name: "Documents", dependencies: ["Bulletins", "TextAnalysis", "CSandbox", "CZlib", "CXML2"],
      swiftSettings: library),
    .executableTarget(
      name: "bsearch-extract", dependencies: ["Bulletins", "Documents"], swiftSettings: strict),
    .target(name: "InvertedIndex", dependencies: ["CPlatform"], swiftSettings: library),
    .target(
      name: "BulletinSearch",
      dependencies: ["TextAnalysis", "Bulletins", "InvertedIndex", "CPlatform"],
      swiftSettings: library),
    .target(
      name: "AnswerRecords", dependencies: ["BulletinSearch"], swiftSettings: library),
    .target(
      name: "AssistantServer",
      dependencies: ["AnswerRecords", "BulletinSearch", "InvertedIndex"], swiftSettings: library),
    .executableTarget(
      name: "bsearch-mcp", dependencies: ["AnswerRecords", "AssistantServer", "BulletinSearch"],
      swiftSettings: strict),
    .target(name: "ShardService", dependencies: ["BulletinSearch"], swiftSettings: library),
    .executableTarget(
      name: "bsearch-shard", dependencies: ["AnswerRecords", "BulletinSearch", "ShardService"],
      swiftSettings: strict),
    .target(
      name: "ArchiveServer", dependencies: ["AnswerRecords", "BulletinSearch"],
      resources: [
        .embedInCode("Resources/openapi.json"), .embedInCode("Resources/script.js"),
        .embedInCode("Resources/style.css"),
      ], swiftSettings: library),
    .executableTarget(
      name: "bsearch-serve",
      dependencies: [
        "AnswerRecords", "ArchiveServer", "BulletinSearch",
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "HummingbirdCore", package: "hummingbird"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "bsearch",
      dependencies: [
        "AnswerRecords", "BulletinSearch", "InvertedIndex", "TextAnalysis",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "example-search", dependencies: ["BulletinSearch"], path: "Examples/Search",
      swiftSettings: strict),
    .executableTarget(
      name: "example-trend", dependencies: ["BulletinSearch"], path: "Examples/Trend",
      swiftSettings: strict),
    .executableTarget(
      name: "reader-stand-in", dependencies: ["CSandbox"], path: "Tests/ReaderStandIn"),
    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
    .testTarget(
      name: "ArchitectureTests", dependencies: ["TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "TextAnalysisTests", dependencies: ["TextAnalysis", "ICUReference", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "BulletinsTests", dependencies: ["Bulletins", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "DocumentsTests",
      dependencies: ["Documents", "Bulletins", "reader-stand-in", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "InvertedIndexTests", dependencies: ["InvertedIndex", "TestSupport"],
      exclude: ["Fixtures"], swiftSettings: strict),
    .testTarget(
      name: "BulletinSearchTests",
      dependencies: [
        "BulletinSearch", "InvertedIndex", "TextAnalysis", "Bulletins", "bsearch-extract",
        "reader-stand-in", "TestSupport",
      ],
      exclude: ["Rankings"], swiftSettings: strict),
    .testTarget(
      name: "AnswerRecordsTests", dependencies: ["AnswerRecords"], swiftSettings: strict),
    .testTarget(
      name: "AssistantServerTests",
      dependencies: ["AssistantServer", "AnswerRecords", "BulletinSearch", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "ShardServiceTests",
      dependencies: [
        "ShardService", "AnswerRecords", "BulletinSearch", "TextAnalysis", "TestSupport",
      ], swiftSettings: strict),
    .testTarget(
      name: "ArchiveServerTests",
      dependencies: [
        "ArchiveServer", "AnswerRecords", "BulletinSearch", "bsearch-serve", "TestSupport",
      ], swiftSettings: strict),
    .testTarget(
      name: "bsearchTests",
      dependencies: [
        "bsearch", "bsearch-extract", "bsearch-mcp", "bsearch-shard", "reader-stand-in",
        "example-search",
        "example-trend", "AnswerRecords", "BulletinSearch", "InvertedIndex",
        "TestSupport",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
  ]
)
