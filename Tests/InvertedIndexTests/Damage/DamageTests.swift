import TestSupport
import Testing

@testable import InvertedIndex

/// A damaged file may be refused or give answers; it never ends the process, and what it answers
/// is right if its checksums are.
struct DamageTests {
  /// A small index to damage, and how many of its documents to read.
  enum Sample: CaseIterable {
    case rich, long, updated

    private static let richIndex = Result {
      let folder = try TemporaryDirectory()
      return try IndexBytes.rich(in: folder.path)
    }
    private static let longIndex = Result {
      let folder = try TemporaryDirectory()
      return try IndexBytes.long(in: folder.path)
    }

    private static let updatedIndex = Result {
      let folder = try TemporaryDirectory()
      return try IndexBytes.updated(in: folder.path)
    }

    var index: IndexBytes {
      get throws {
        switch self {
        case .rich: try Self.richIndex.get()
        case .long: try Self.longIndex.get()
        case .updated: try Self.updatedIndex.get()
        }
      }
    }

    var stride: Int {
      switch self {
      case .rich: 3
      case .long: 75
      case .updated: 40
      }
    }
  }

  private static let flips: [UInt8] = [0x01, 0x80, 0xFF]
  /// The tests are cut into parts, so that they run side by side.
  private static let parts = 0..<4
  /// Of so many bytes one is damaged before an update.
  private static let updateStride = 211
  /// The large samples have every so many of their bytes damaged; the mutation tests take the others.
  private static let largeStride = 9
  private static let largeByteCount = 20_000

  @Test(arguments: Sample.allCases, parts)
  func `a flipped byte is found by a checksum or changes no answer`(
    sample: Sample, part: Int
  ) throws {
    let index = try sample.index
    let intact = try Answers(of: index.bytes, stride: sample.stride)
    // Without its slot, the commit before counts.
    for offset in try Self.offsets(of: index, part: part)
    where index.slot.generation == 1 || !index.slotRange.contains(offset) {
      for flip in Self.flips {
        var bytes = index.bytes
        bytes[offset] ^= flip
        let answers = try? Answers(of: bytes, stride: sample.stride)
        if let answers, answers != intact {
          let areRight = Answers.areChecksumsRight(of: bytes)
          #expect(!areRight, "byte \(offset), flip \(flip)")
        }
      }
    }
  }

  @Test(arguments: Sample.allCases, parts)
  func `the largest number in any place never crashes`(sample: Sample, part: Int) throws {
    let index = try sample.index
    for offset in try Self.offsets(of: index, part: part) {
      for length in [4, 9] {
        var bytes = index.bytes
        for place in offset..<min(offset + length, bytes.count) { bytes[place] = 0xFF }
        _ = try? Answers(of: bytes, stride: sample.stride)
      }
    }
  }

  @Test(arguments: Sample.allCases)
  func `damage to the commit under right checksums never crashes`(sample: Sample) throws {
    let index = try sample.index
    for offset in index.slotRange.dropFirst(8).dropLast(4) {
      Self.damage(index, at: offset, stride: sample.stride) { index.repairingSlot(of: $0) }
    }
    for offset in index.recordRange {
      Self.damage(index, at: offset, stride: sample.stride) { index.repairingRecord(of: $0) }
    }
  }

  @Test(arguments: Sample.allCases)
  func `damage to the tables of sections under right checksums never crashes`(
    sample: Sample
  ) throws {
    let index = try sample.index
    for number in index.record.segments.indices {
      for offset in index.tableRange(ofSegment: number) {
        Self.damage(index, at: offset, stride: sample.stride) { index.repairingTables(of: $0) }
      }
    }
  }

  @Test(arguments: Sample.allCases)
  func `damage to the catalogue under right checksums never crashes`(sample: Sample) throws {
    let index = try sample.index
    for offset in index.catalogueRanges.flatMap({ $0.prefix(40) }) {
      Self.damage(index, at: offset, stride: sample.stride) { index.repairingTables(of: $0) }
    }
  }

  @Test(arguments: 0..<DamagedUpdate.wayCount)
  func `an update of a damaged index is refused, leaves the damage to be found or is right`(
    way: Int
  ) throws {
    let index = try Sample.updated.index
    let folder = try TemporaryDirectory()
    let update = DamagedUpdate(in: folder.path)
    let intact = try Answers(of: update(index.bytes, way: way), stride: 10)
    let offsets = try index.usedOffsets().sorted()
    var refusedCount = 0
    for offset in stride(from: way, to: offsets.count, by: Self.updateStride) {
      var bytes = index.bytes
      // What the slot of the commit before names is whole.
      guard !index.slotRange.contains(offsets[offset]) else { continue }
      bytes[offsets[offset]] ^= 0x10
      guard let updated = try? update(bytes, way: way) else {
        refusedCount += 1
        continue
      }
      let answers = try Answers(of: updated, stride: 10)
      let isRight = answers == intact || !Answers.areChecksumsRight(of: updated)
      #expect(isRight, "byte \(offsets[offset])")
    }
    #expect(refusedCount > 0)
  }

  @Test(arguments: Sample.allCases)
  func `a file that is cut off is refused`(sample: Sample) throws {
    let index = try sample.index
    for length in stride(from: 0, to: index.bytes.count, by: 7) {
      let bytes = Array(index.bytes[..<length])
      let whole =
        length < CommitSlot.headerByteCount ? CommitSlot.headerByteCount : index.bytes.count
      let expected: IndexError =
        length < CommitSlot.magic.count
        ? .notAnIndex(path: "the index")
        : .truncated(path: "the index", found: length, expected: whole)
      #expect(throws: expected) { try IndexReader(bytes: bytes) }
    }
  }

  @Test(arguments: Sample.allCases)
  func `a file that is cut off and says so never crashes`(sample: Sample) throws {
    let index = try sample.index
    for length in stride(from: CommitSlot.headerByteCount, to: index.bytes.count, by: 7) {
      var slot = index.slot
      slot.fileByteCount = length
      var bytes = Array(index.bytes[..<length])
      bytes.replaceSubrange(index.slotRange, with: slot.encoded())
      #expect(throws: IndexError.self) { try IndexReader(bytes: bytes) }
    }
  }

  /// Every fourth of the offsets whose bytes mean something, and some of the others.
  private static func offsets(of index: IndexBytes, part: Int) throws -> [Int] {
    let used = try index.usedOffsets()
    let offsets = index.bytes.indices.filter { used.contains($0) || $0 % 97 == 0 }
    let step = parts.count * (index.bytes.count > largeByteCount ? largeStride : 1)
    return stride(from: part, to: offsets.count, by: step).map { offsets[$0] }
  }

  private static func damage(
    _ index: IndexBytes, at offset: Int, stride: Int, repairing: ([UInt8]) -> [UInt8]
  ) {
    for flip in flips + [index.bytes[offset]] {
      var bytes = index.bytes
      bytes[offset] ^= flip
      _ = try? Answers(of: repairing(bytes), stride: stride)
    }
  }
}
