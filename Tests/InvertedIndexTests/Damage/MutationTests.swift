import TestSupport
import Testing

@testable import InvertedIndex

/// Damaged indexes of which everything is asked: none of them may end the process, or keep it for long.
///
/// With `BSEARCH_MUTATIONS=1000000` there are so many of them, in which all changes of a single byte are: all
/// values of bytes of slots, records and tables, and eight of each other byte that means something. `BSEARCH_SEED` says
/// with which number the random ones begin.
struct MutationTests {
  private static let samples = Result {
    let folder = try TemporaryDirectory()
    return try DamageSample.all(in: folder.path)
  }
  /// How many there are without the variable, so that a debug build takes some seconds.
  private static let usualCount = 600
  /// One of so many is updated.
  private static let updatedShare = 10
  private static let seed: UInt64 = 20_260_101

  private static var count: Int {
    environmentVariable("BSEARCH_MUTATIONS").flatMap { Int($0) } ?? usualCount
  }

  /// A change of one byte of a sample.
  private struct Change {
    var sample: Int
    var offset: Int
    var value: UInt8
    var isRepaired: Bool
  }

  @Test func `a changed byte never crashes, whether the checksums are right or not`() throws {
    let samples = try Self.samples.get()
    let changes = Self.changes(of: samples)
    // Fewer than all if fewer are asked for.
    let step = Self.count > changes.count ? 1 : max(changes.count * 2 / max(Self.count, 1), 1)
    for number in stride(from: 0, to: changes.count, by: step) {
      let change = changes[number]
      var bytes = samples[change.sample].index.bytes
      bytes[change.offset] = change.value
      Self.ask(bytes, of: samples[change.sample], isRepaired: change.isRepaired)
    }
  }

  @Test func `random changes never crash, whether the checksums are right or not`() throws {
    let samples = try Self.samples.get()
    let count = max(Self.count / 2, Self.count - Self.changes(of: samples).count)
    for number in 0..<count {
      var random = SeededGenerator(seed: Self.seed &+ UInt64(number))
      let sample = samples[number % samples.count]
      let edits = IndexEdits(using: &random)
      let bytes = edits.applied(to: sample.index.bytes, at: sample.places)
      Self.ask(bytes, of: sample, isRepaired: number % 8 != 0)
    }
  }

  @Test func `a file of any length is refused`() throws {
    for sample in try Self.samples.get() {
      let bytes = sample.index.bytes
      let step = Self.count > Self.usualCount ? 1 : 61
      for length in stride(from: 0, to: bytes.count, by: step) {
        let cut = Array(bytes[..<length])
        #expect(throws: IndexError.self) { try IndexReader(bytes: cut) }
        guard length >= CommitSlot.headerByteCount else { continue }
        // It says that it is so long.
        var slot = sample.index.slot
        slot.fileByteCount = length
        let shortened = slot.encoded() + cut[CommitSlot.byteCount...]
        #expect(throws: IndexError.self) { try IndexReader(bytes: shortened) }
      }
    }
  }

  @Test func `an update of a changed index never crashes, and gives one that opens`() throws {
    let folder = try TemporaryDirectory()
    let update = DamagedUpdate(in: folder.path)
    let samples = try Self.samples.get()
    for number in 0..<Self.count / Self.updatedShare {
      var random = SeededGenerator(seed: Self.seed &- UInt64(number))
      let sample = samples[[0, 1, 3, 3][number % 4]]
      var bytes = sample.index.bytes
      if number % 3 == 0 {
        bytes = IndexEdits(using: &random).applied(to: bytes, at: sample.places)
      } else {
        let place = sample.places.randomElement(using: &random) ?? 0
        bytes[place] ^= UInt8.random(in: 1...255, using: &random)
      }
      if number % 5 != 0 { bytes = sample.repair(bytes) }
      guard let updated = try? update(bytes, way: number / 4 % DamagedUpdate.wayCount) else {
        continue
      }
      #expect(throws: Never.self, "number \(number)") {
        let index = try IndexReader(bytes: updated)
        if number % 7 == 0 {
          var questions = EngineQuestions(index, terms: sample.terms)
          questions.askAll()
        }
      }
    }
  }

  private static func ask(_ bytes: [UInt8], of sample: DamageSample, isRepaired: Bool) {
    let bytes = isRepaired ? sample.repair(bytes) : bytes
    guard let index = try? IndexReader(bytes: bytes) else { return }
    var questions = EngineQuestions(index, terms: sample.terms)
    questions.askAll()
  }

  /// All values of the bytes on which all else depends, and eight of each other byte.
  private static func changes(of samples: [DamageSample]) -> [Change] {
    var changes: [Change] = []
    for (number, sample) in samples.enumerated() {
      for offset in sample.places {
        let byte = sample.index.bytes[offset]
        let some = [byte ^ 1, byte ^ 0x80, ~byte, byte &+ 1, byte &- 1, byte ^ 0x10, 0, 0xFF]
        let values = sample.structure.contains(offset) ? Array(0...UInt8.max) : some
        for value in values where value != byte {
          for isRepaired in [false, true] {
            changes.append(
              Change(sample: number, offset: offset, value: value, isRepaired: isRepaired))
          }
        }
      }
    }
    return changes
  }
}
