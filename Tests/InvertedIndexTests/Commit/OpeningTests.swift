import TestSupport
import Testing

@testable import InvertedIndex

/// What a user reads who opens something else than a whole index.
struct OpeningTests {
  private static func index(in folder: borrowing TemporaryDirectory) throws -> [UInt8] {
    _ = try makeIndex(of: [TestDocument(words: ["简报"])], in: folder)
    return try readFile(folder.path + "/test.index")
  }

  private static func message(opening path: String) -> String? {
    do throws(IndexError) {
      _ = try IndexReader(path: path)
      return nil
    } catch {
      return error.description
    }
  }

  private static func notAnIndex(_ path: String) -> String {
    "\(path) is not an index"
  }

  @Test func `a folder is not an index`() throws {
    let folder = try TemporaryDirectory()
    #expect(Self.message(opening: folder.path) == Self.notAnIndex(folder.path))
  }

  @Test(arguments: [
    "", "BSEARCH", "《简报》第1期", String(repeating: "《简报》第1期\n", count: 1_000),
  ])
  func `a text is not an index`(text: String) throws {
    let folder = try TemporaryDirectory()
    let path = try folder.write(text, to: "bulletin.txt")
    #expect(Self.message(opening: path) == Self.notAnIndex(path))
  }

  @Test(arguments: [1, 2, 3, 5] as [UInt8])
  func `an index of another version is refused with what to do`(version: UInt8) throws {
    let folder = try TemporaryDirectory()
    var bytes = try Self.index(in: folder)
    bytes[8] = version
    bytes = try IndexBytes(Self.index(in: folder)).repairingSlot(of: bytes)
    let path = try folder.write(bytes, to: "next.index")
    #expect(
      Self.message(opening: path)
        == "the index has format \(version), this version reads 4"
    )
  }

  @Test func `an index that is cut off says how much is left`() throws {
    let folder = try TemporaryDirectory()
    let bytes = try Self.index(in: folder)
    let path = try folder.write(bytes.dropLast(100), to: "cut.index")
    #expect(
      Self.message(opening: path)
        == "\(path) is cut short: it has \(bytes.count - 100) bytes of \(bytes.count)")
  }

  @Test func `a commit record that differs from its checksum is named`() throws {
    let folder = try TemporaryDirectory()
    var bytes = try Self.index(in: folder)
    bytes[bytes.count - 1] ^= 1
    let path = try folder.write(bytes, to: "damaged.index")
    #expect(
      Self.message(opening: path)
        == "the index is damaged in its commit record: the checksum differs")
  }

  @Test func `a header without a right slot is named`() throws {
    let folder = try TemporaryDirectory()
    var bytes = try Self.index(in: folder)
    bytes[20] ^= 1
    let path = try folder.write(bytes, to: "damaged.index")
    #expect(
      Self.message(opening: path)
        == "the index is damaged in its header at byte 0: no slot of the header has a right "
        + "checksum")
  }

  @Test(arguments: [2, 3] as [UInt64])
  func `the slot with the higher generation counts`(generation: UInt64) throws {
    let folder = try TemporaryDirectory()
    let index = try IndexBytes(Self.index(in: folder))
    let empty = CommitRecord(properties: ["commit": "other"]).encoded()
    var (slot, older) = (index.slot, index.slot)
    slot.generation = generation
    older.generation = generation - 1
    slot.recordOffset = index.bytes.count
    slot.recordByteCount = empty.count
    slot.recordChecksum = Checksum.crc32c(empty)
    slot.fileByteCount = index.bytes.count + empty.count
    var bytes = index.bytes + empty
    for slot in [slot, older] {
      bytes.replaceSubrange(slot.offset..<slot.offset + CommitSlot.byteCount, with: slot.encoded())
    }
    #expect(try IndexReader(bytes: bytes).properties == ["commit": "other"])
    // A torn write of the newer one leaves the older one.
    bytes[slot.offset + 20] ^= 1
    #expect(try IndexReader(bytes: bytes).properties == ["analyzer": "words"])
  }
}
