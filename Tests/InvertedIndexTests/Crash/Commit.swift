import Synchronization

@testable import InvertedIndex

/// What a commit says and holds, to be compared with that of another file.
struct Commit: Equatable {
  private struct Contents: Equatable {
    var texts: [[UInt8]] = []
    var frequencies: [Int] = []
  }

  /// What was read before, by the bytes behind the header: most states differ in the header only, or
  /// behind the commit.
  private static let known = Mutex<[FileBytes: Contents]>([:])

  private var properties: [String: String]
  private var contents: Contents

  /// What the index was called when it was written.
  var name: String? { properties["name"] }

  /// Opens an index and reads all of its documents.
  ///
  /// - Throws: `IndexError` if it cannot be opened or read or a checksum is wrong.
  init(of bytes: [UInt8]) throws(IndexError) {
    let index = try IndexReader(bytes: bytes)
    properties = index.properties
    let key = FileBytes(bytes[CommitSlot.headerByteCount..<index.byteCount])
    if let contents = Self.known.withLock({ $0[key] }) {
      self.contents = contents
      return
    }
    let contents = try Self.contents(of: index)
    Self.known.withLock { $0[key] = contents }
    self.contents = contents
  }

  private static func contents(of index: IndexReader) throws(IndexError) -> Contents {
    try index.verifyChecksums()
    var contents = Contents()
    for number in 0..<index.documentCount {
      contents.texts.append(try index.text(of: DocumentID(rawValue: UInt32(number))))
    }
    for word in ["旧", "新", "简报", "第1期"] {
      contents.frequencies.append(try index.documentFrequency(of: Term(word)))
    }
    return contents
  }
}
