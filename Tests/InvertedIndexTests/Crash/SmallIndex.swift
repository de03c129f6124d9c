import Synchronization
import TestSupport

@testable import InvertedIndex

/// Small indexes of invented issues, to be written while calls fail.
enum SmallIndex {
  static let usualCount = 8
  /// An index of eight documents.
  static let old = Result { try bytes("旧") }

  /// The old one with three documents more in a segment of their own.
  static let extended = Result {
    let folder = try TemporaryDirectory()
    let path = try folder.write(old.get(), to: "small.index")
    try add("旧", documentCount: 3, WriterLock(path: path, wait: .zero), merging: .none)
    return try readFile(path)
  }

  private static let schema = Schema(columns: ["n"])
  /// Made once, because the code of the texts is the same for all and takes its time.
  private static let coder = Mutex<TextCoder?>(nil)

  /// Writes an index of documents that are told by `name` at the path that is locked.
  static func write(_ name: String, documentCount: Int = usualCount, _ lock: WriterLock) throws {
    // Without memory everything takes the way through the scratch file.
    var writer = try IndexWriter(lock: lock, schema: schema, memoryLimit: 0)
    try writer.append(batch(name, documentCount))
    try writer.commit(properties: ["name": name])
  }

  /// Adds documents to the index that is locked.
  static func add(
    _ name: String, documentCount: Int, _ lock: WriterLock, merging: SegmentMerging
  ) throws {
    var writer = try IndexWriter(updating: lock, schema: schema, memoryLimit: 0)
    if documentCount > 0 { try writer.append(batch(name, documentCount)) }
    try writer.commit(properties: ["name": name], merging: merging)
  }

  static func write(
    _ name: String, documentCount: Int = usualCount, to path: String, calls: any FileCalls
  ) throws {
    try write(
      name, documentCount: documentCount, WriterLock(path: path, wait: .zero, calls: calls))
  }

  private static func batch(_ name: String, _ documentCount: Int) -> InvertedBatch {
    coder.withLock { coder in
      var batch = DocumentBatch(schema: schema, coder: coder)
      for number in 0..<documentCount {
        let document = TestDocument(words: [name, "简报", "第\(number)期"])
        for word in document.words { batch.add(bytes: Term(word).bytes) }
        batch.endDocument(
          StoredDocument(
            text: document.text, length: document.words.count, columns: [UInt64(number)]))
      }
      let inverted = batch.inverted()
      coder = inverted.coder
      return inverted
    }
  }

  private static func bytes(_ name: String) throws -> [UInt8] {
    let folder = try TemporaryDirectory()
    let path = folder.path + "/small.index"
    try write(name, to: path, calls: SystemCalls())
    return try readFile(path)
  }
}
