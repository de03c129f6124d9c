// swift-tools-version: 6.2

import PackageDescription

let features: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

// A package of its own, because it is built with a sanitizer that counts what was reached: `make fuzz`.
let package = Package(
  name: "bulletin-search-fuzzing",
  platforms: [.macOS(.v15)],
  products: [.executable(name: "fuzz", targets: ["Fuzz"])],
  dependencies: [
    // The name makes it independent of the folder that the checkout is in.
    .package(name: "bulletin-search", path: "../..")
  ],
  targets: [
    .target(name: "TestSupport", path: "TestSupport", swiftSettings: features),
    // Samples, edits, questions and readers are links to those of the tests.
    .executableTarget(
      name: "Fuzz",
      dependencies: [
        .product(name: "BulletinSearch", package: "bulletin-search"),
        .product(name: "InvertedIndex", package: "bulletin-search"),
        .product(name: "TextAnalysis", package: "bulletin-search"),
        "TestSupport",
      ],
      path: "Fuzz",
      swiftSettings: features),
  ]
)
