import TestSupport
import Testing

@testable import BulletinSearch
@testable import InvertedIndex

/// An index that a newer version has made is never replaced or changed, whatever is asked for.
struct NewerIndexTests {
  private static func indexed(_ folder: borrowing TemporaryDirectory) throws -> String {
    try folder.write("# 山茶简讯\n\n第3期\n\n水库加固。\n", to: "issues/a.md")
    let path = folder.path + "/test.index"
    _ = try BulletinIndexer.index(paths: [folder.path + "/issues"], into: path)
    return path
  }

  /// Does all that writes, and expects that nothing is done.
  private static func expectUntouched(
    _ path: String, _ folder: String, isRight: (any Error) -> Bool
  ) throws {
    let before = try readFile(path)
    var force = IndexingOptions()
    force.readsAll = true
    let actions: [() throws -> Void] = [
      { _ = try BulletinIndexer.index(paths: [folder + "/issues"], into: path) },
      { _ = try BulletinIndexer.index(paths: [folder + "/issues"], into: path, options: force) },
      { _ = try BulletinIndexer.index(paths: [], into: path) },
      { _ = try BulletinIndexer.remove(paths: [folder + "/issues"], from: path) },
      { try BulletinIndexer.compact(path) },
      { _ = try BulletinIndexer.repair(path) },
      { _ = try BulletinIndex(path: path) },
    ]
    for (number, action) in actions.enumerated() {
      var failure: (any Error)?
      do { try action() } catch { failure = error }
      #expect(failure.map(isRight) ?? false, "\(number): \(String(describing: failure))")
    }
    let isUntouched = try readFile(path) == before
    #expect(isUntouched)
  }

  @Test(arguments: [0, 5, .max] as [UInt32])
  func `an index of a format that is not known stays as it is`(format: UInt32) throws {
    let folder = try TemporaryDirectory()
    let path = try Self.indexed(folder)
    var bytes = try readFile(path)
    for offset in CommitSlot.offsets
    where bytes[offset..<offset + 8].elementsEqual(CommitSlot.magic) {
      for place in 0..<4 {
        bytes[offset + 8 + place] = UInt8(truncatingIfNeeded: format >> (8 * place))
      }
      let checksum = Checksum.crc32c(Array(bytes[offset..<offset + 60]))
      for place in 0..<4 {
        bytes[offset + 60 + place] = UInt8(truncatingIfNeeded: checksum >> (8 * place))
      }
    }
    try writeFile(bytes, to: path)
    try Self.expectUntouched(path, folder.path) {
      $0 as? IndexError
        == .unsupportedFormat(found: UInt32(format), supported: CommitSlot.supportedVersions)
    }
  }

  @Test(arguments: ["bulletins 99", "bulletins x", "recipes"])
  func `an index with rows that are not known stays as it is`(kind: String) throws {
    let folder = try TemporaryDirectory()
    try folder.write("水库加固。\n", to: "issues/a.md")
    let path = folder.path + "/test.index"
    try IndexWriter(path: path, schema: BulletinSchema.schema).commit(properties: ["kind": kind])
    try Self.expectUntouched(path, folder.path) { error in
      switch error as? BulletinIndexError {
      case .newerVersion: kind != "recipes"
      case .otherContent: true
      default: false
      }
    }
  }

  @Test func `an older format is made anew`() throws {
    let folder = try TemporaryDirectory()
    let path = try Self.indexed(folder)
    var bytes = try readFile(path)
    bytes[8] = 3
    let checksum = Checksum.crc32c(Array(bytes[0..<60]))
    for place in 0..<4 { bytes[60 + place] = UInt8(truncatingIfNeeded: checksum >> (8 * place)) }
    try writeFile(bytes, to: path)
    _ = try BulletinIndexer.index(paths: [folder.path + "/issues"], into: path)
    #expect(try BulletinIndex(path: path).articleCount == 1)
  }
}
