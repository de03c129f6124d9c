import TestSupport
import Testing

@testable import InvertedIndex

/// What is wrong with a commit is refused or found, though all checksums are right.
struct CommitDamageTests {
  private static let updated = Result {
    let folder = try TemporaryDirectory()
    return try IndexBytes.updated(in: folder.path)
  }

  private static func kinds(_ bytes: [UInt8]) throws -> [IndexFault.Kind] {
    let list = FaultList(limit: 5)
    try IndexReader(bytes: bytes).check(deep: true, into: list)
    return list.faults.map(\.kind)
  }

  /// How each way to update refuses the index; nil where it does not.
  private static func refusals(_ bytes: [UInt8]) throws -> [IndexError?] {
    let folder = try TemporaryDirectory()
    let update = DamagedUpdate(in: folder.path)
    return try (0..<DamagedUpdate.wayCount).map { way in
      do {
        _ = try IndexReader(bytes: update(bytes, way: way))
        return nil
      } catch let error as IndexError {
        return error
      }
    }
  }

  @Test func `a commit that no other can follow is refused`() throws {
    let index = try Self.updated.get()
    var slot = index.slot
    slot.generation = .max
    var bytes = index.bytes
    bytes.replaceSubrange(index.slotRange, with: slot.encoded())
    // The commit before is still there.
    #expect(try IndexReader(bytes: bytes).slot.generation == 2)
  }

  @Test func `a damaged slot is found, whichever commit it named`() throws {
    let index = try Self.updated.get()
    for offset in CommitSlot.offsets {
      var bytes = index.bytes
      bytes[offset + 20] ^= 1
      #expect(try Self.kinds(bytes) == [.checksum])
    }
    #expect(try Self.kinds(index.bytes) == [])
  }

  @Test func `a commit that ends within the header is refused`() throws {
    let index = try Self.updated.get()
    var slot = index.slot
    slot.fileByteCount = CommitSlot.headerByteCount - 1
    var bytes = index.bytes
    bytes.replaceSubrange(index.slotRange, with: slot.encoded())
    #expect(throws: IndexError.self) { try IndexReader(bytes: bytes) }
  }

  @Test func `what stands behind the end of a commit is not of it`() throws {
    let index = try Self.updated.get()
    var slot = index.slot
    slot.fileByteCount = index.record.segments[2].offset
    var bytes = index.bytes
    bytes.replaceSubrange(index.slotRange, with: slot.encoded())
    #expect(throws: IndexError.self) { try IndexReader(bytes: bytes) }
  }

  @Test func `segments and parts of the catalogue that overlap are refused`() throws {
    let index = try Self.updated.get()
    let segments = index.withRecord { $0.segments += $0.segments }
    #expect(throws: IndexError.self) { try IndexReader(bytes: segments) }
    let parts = index.withRecord { record in
      let part = CataloguePart(
        offset: 0, byteCount: index.bytes.count / 2, checksum: 0, groupCount: 0, documentCount: 0)
      record.catalogue += [part, part]
    }
    #expect(throws: IndexError.self) { try IndexReader(bytes: parts) }
  }

  @Test func `a group in several segments is found, and not updated`() throws {
    let index = try Self.updated.get()
    let count = index.record.documentCount
    let groups = CataloguePart.encode([CataloguePart.Entry(documentCount: count, row: [7])])
    let bytes = index.withRecord(after: groups) { record in
      record.catalogue = [
        CataloguePart(
          offset: index.bytes.count, byteCount: groups.count, checksum: Checksum.crc32c(groups),
          groupCount: 1, documentCount: count)
      ]
    }
    #expect(try IndexReader(bytes: bytes).group(of: DocumentID(0)).documentCount == count)
    #expect(try !Self.kinds(bytes).isEmpty)
    #expect(try Self.refusals(bytes).allSatisfy { $0 != nil })
  }

  @Test func `lengths that are not those of the segments are found`() throws {
    let index = try Self.updated.get()
    let bytes = index.withRecord { $0.totalLength += 1 }
    #expect(try Self.kinds(bytes) == [.number])
    let other = index.withRecord { $0.segments[1].totalLength -= 1 }
    #expect(try Self.kinds(other) == [.number])
  }

  @Test func `documents that are longer than all together are not updated`() throws {
    let bytes = try Self.updated.get().withRecord { record in
      for number in record.segments.indices { record.segments[number].totalLength = 0 }
    }
    #expect(try Self.refusals(bytes).allSatisfy { $0 != nil })
  }

  @Test func `documents of more length than a file can have are refused`() throws {
    let bytes = try Self.updated.get().withRecord { record in
      for number in record.segments.indices {
        record.segments[number].totalLength = Limits.byteCount
      }
    }
    #expect(throws: IndexError.self) { try IndexReader(bytes: bytes) }
  }

  @Test func `groups in another order than in their segment are refused`() throws {
    let folder = try TemporaryDirectory()
    let path = try folder.write(Self.updated.get().bytes, to: "updated.index")
    let count = try IndexReader(path: path).groupCount
    let groups = (0..<count).reversed().map { CommittedGroup(.kept($0), row: nil) }
    #expect(throws: IndexError.self) {
      try IndexWriter(updating: path, schema: TestDocument.schema)
        .commit(groups: groups, properties: [:])
    }
    #expect(try readFile(path) == Self.updated.get().bytes)
  }
}

extension IndexBytes {
  /// The index with another record, behind everything else and `added`.
  fileprivate func withRecord(
    after added: [UInt8] = [], _ change: (inout CommitRecord) -> Void
  ) -> [UInt8] {
    var record = record
    change(&record)
    let encoded = record.encoded()
    var slot = slot
    slot.recordOffset = bytes.count + added.count
    slot.recordByteCount = encoded.count
    slot.recordChecksum = Checksum.crc32c(encoded)
    slot.fileByteCount = slot.recordOffset + encoded.count
    var changed = bytes + added + encoded
    changed.replaceSubrange(slotRange, with: slot.encoded())
    return changed
  }
}
