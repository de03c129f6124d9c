// swift-tools-version: 6.2

import PackageDescription

// A package of its own, because it is built with a sanitizer that counts what was reached: `make fuzz`.
let package = Package(
  name: "bulletin-search-fuzzing",
  platforms: [.macOS(.v15)],
  products: [.executable(name: "fuzz-index", targets: ["FuzzIndex"])],
  dependencies: [
    // The name makes it independent of the folder that the checkout is in.
    .package(name: "bulletin-search", path: "../..")
  ],
  targets: [
    // Samples, edits and questions are links to those of the tests.
    .executableTarget(
      name: "FuzzIndex",
      dependencies: [
        .product(name: "BulletinSearch", package: "bulletin-search"),
        .product(name: "InvertedIndex", package: "bulletin-search"),
      ],
      path: "FuzzIndex",
      swiftSettings: [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
      ])
  ]
)
