// swift-tools-version: 6.2

import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// A topic: a program of benchmarks in a folder of its own.
func benchmarks(_ name: String, libraries: [String]) -> Target {
  .executableTarget(
    name: name,
    dependencies: [
      "BenchmarkSupport",
      .product(name: "Benchmark", package: "benchmark"),
    ] + libraries.map { .product(name: $0, package: "bulletin-search") },
    path: "Benchmarks/\(name)",
    swiftSettings: strict,
    plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")])
}

let package = Package(
  name: "bulletin-search-benchmarks",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "recall-check", targets: ["RecallCheck"]),
    .executable(name: "engine-bench", targets: ["EngineBench"]),
    .executable(name: "generate-corpus", targets: ["GenerateCorpus"]),
    .executable(name: "update-bench", targets: ["UpdateBench"]),
  ],
  dependencies: [
    // The name makes it independent of the folder that the checkout is in.
    .package(name: "bulletin-search", path: ".."),
    // Without its traits, which count allocations and slow them down.
    .package(url: "https://github.com/ordo-one/benchmark", from: "1.38.1", traits: []),
  ],
  targets: [
    .target(
      name: "BenchmarkSupport",
      dependencies: [
        "Randomness",
        .product(name: "BulletinSearch", package: "bulletin-search"),
        .product(name: "TextAnalysis", package: "bulletin-search"),
      ],
      swiftSettings: strict),
    // A program of its own, because it checks and measures no single operation.
    .executableTarget(
      name: "RecallCheck",
      dependencies: [
        "Randomness",
        .product(name: "BulletinSearch", package: "bulletin-search"),
        .product(name: "TextAnalysis", package: "bulletin-search"),
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "EngineBench",
      dependencies: [
        "TextFiles",
        .product(name: "BulletinSearch", package: "bulletin-search"),
        .product(name: "InvertedIndex", package: "bulletin-search"),
        .product(name: "TextAnalysis", package: "bulletin-search"),
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "GenerateCorpus", dependencies: ["Randomness", "TextFiles"], swiftSettings: strict),
    .executableTarget(
      name: "UpdateBench",
      dependencies: [
        "BenchmarkSupport",
        .product(name: "BulletinSearch", package: "bulletin-search"),
        .product(name: "InvertedIndex", package: "bulletin-search"),
      ],
      swiftSettings: strict),
    .target(name: "Randomness", swiftSettings: strict),
    .target(name: "TextFiles", swiftSettings: strict),
    benchmarks("AnalysisBenchmarks", libraries: ["TextAnalysis"]),
    benchmarks("IndexBenchmarks", libraries: ["BulletinSearch"]),
    benchmarks("QueryBenchmarks", libraries: ["BulletinSearch"]),
  ]
)
