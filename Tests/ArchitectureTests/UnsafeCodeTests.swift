import TestSupport
import Testing

/// Unsafe code stays where it is looked for.
struct UnsafeCodeTests {
  /// The folders that CONTRIBUTING.md names, and the one file beside them.
  private static let places: Set = [
    "InvertedIndex/Bytes", "InvertedIndex/Storage", "InvertedIndex/Kernels", "TextAnalysis/ICU",
    "TextAnalysis/Decoding/UTF8Validator.swift", "BulletinSearch/Files",
    "Documents/Tools", "Documents/XML", "Documents/ZIP",
  ]

  @Test(arguments: Repository.targets)
  func `unsafe code is in the named folders only`(target: String) throws {
    for (path, source) in try Repository.sources(of: target)
    where SourceTokens.read(source).contains(where: { $0.text == "unsafe" }) {
      let place = "\(target)/\(path)"
      #expect(Self.places.contains { place.hasPrefix($0) }, "\(place)")
    }
  }
}
