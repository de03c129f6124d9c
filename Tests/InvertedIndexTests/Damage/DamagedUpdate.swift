#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

@testable import InvertedIndex

/// Updates an index that may be damaged.
struct DamagedUpdate {
  private static let ways: [SegmentMerging] = [.all, .few, .none]
  static let wayCount = 2 * ways.count

  /// Where the index is while it is updated.
  let path: String

  /// In a folder of the test's own.
  init(in folder: String) {
    path = folder + "/damaged.index"
  }

  /// Adds a document to an index and, in half of the ways, takes one of three groups out of it.
  ///
  /// - Parameters:
  ///   - bytes: The index.
  ///   - way: How to update it: a number below ``wayCount``.
  /// - Returns: The updated index.
  /// - Throws: `IndexError` if it is too damaged for that. It is the same as before then, which is checked.
  func callAsFunction(_ bytes: [UInt8], way: Int) throws -> [UInt8] {
    try UnsyncedCalls().replaceFile(at: path, with: bytes)
    defer { unlink(path) }
    do {
      try update(way: way)
    } catch {
      let after = try read()
      precondition(
        after.count <= bytes.count && after.elementsEqual(bytes[..<after.count]),
        "the refused index was changed")
      throw error
    }
    return try read()
  }

  private func update(way: Int) throws {
    let lock = try WriterLock(path: path, wait: .zero, calls: UnsyncedCalls())
    var writer = try TestWriter(IndexWriter(updating: lock, schema: TestDocument.schema))
    TestDocument(words: ["all", "new"]).add(to: &writer, number: 0)
    let added = writer.endGroup(documentCount: 1)
    let known = try writer.base?.committedGroups().indices ?? 0..<0
    let groups =
      known
      .filter { way < Self.ways.count || $0 % 3 != 1 }
      .map { CommittedGroup(.kept($0), row: nil) }
    try writer.commit(
      groups: groups + [CommittedGroup(.added(added), row: [1])], properties: [:],
      merging: Self.ways[way % Self.ways.count])
  }

  private func read() throws -> [UInt8] {
    let file = ByteRegion(try MappedFile(path: path), name: "file")
    return try file.bytes(0, file.count)
  }
}
