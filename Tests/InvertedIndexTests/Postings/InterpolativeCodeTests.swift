import TestSupport
import Testing

@testable import InvertedIndex

struct InterpolativeCodeTests {
  @Test(arguments: [0, 1, 2, 3, 7, 8, 64, 126, 127], 0..<8 as Range<UInt64>)
  func `numbers are read as they were written`(count: Int, seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    // From no choice at all to the widest range.
    let first = UInt32.random(in: 0...100, using: &generator)
    let spans: [UInt32] = [UInt32(count), UInt32(count) + 1, 1_000, 1 << 24]
    for span in spans where span >= UInt32(count) && span > 0 {
      var values: Set<UInt32> = []
      while values.count < count {
        values.insert(UInt32.random(in: first..<first + span, using: &generator))
      }
      let sorted = values.sorted()
      var writer = BitWriter()
      InterpolativeCode.append(sorted.span, first: first, last: first + span - 1, to: &writer)
      writer.finish()
      let bytes = writer.bytes.bytes
      if span == UInt32(count) { #expect(bytes.isEmpty) }
      var reader = BitReader(ByteRegion(testing: bytes), from: 0, to: bytes.count)
      let read = BlockBuffer()
      InterpolativeCode.read(
        0..<count, first: first, last: first + span - 1, from: &reader, into: read)
      #expect((0..<count).map { read[$0] } == sorted)
    }
  }

  @Test(arguments: 0..<200 as Range<UInt64>)
  func `whatever is read, numbers ascend and stay in their range`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let bytes = (0..<Int.random(in: 0...300, using: &generator)).map { _ in
      UInt8.random(in: 0...255, using: &generator)
    }
    let count = Int.random(in: 1...127, using: &generator)
    let last = UInt32(count) + UInt32.random(in: 0...5_000, using: &generator)
    var reader = BitReader(ByteRegion(testing: bytes), from: 0, to: bytes.count)
    let read = BlockBuffer()
    InterpolativeCode.read(0..<count, first: 1, last: last, from: &reader, into: read)
    let values = (0..<count).map { read[$0] }
    #expect(values[0] >= 1 && values[count - 1] <= last)
    #expect(zip(values, values.dropFirst()).allSatisfy { $0 < $1 })
  }

  @Test(
    arguments: [
      [1, 1, 2, 3, 4, 255, 1, 65_536, UInt32(Int32.max), 1], [UInt32](repeating: 1, count: 10),
      [UInt32](repeating: 7, count: 10), [1, 1, 1, 1, 1, 1, 1, 1, 1, 2],
      [2, 1, 1, 1, 1, 1, 1, 1, 1, 1], [9, 8, 7, 1, 1, 1, 1, 6, 5, 4],
    ])
  func `frequencies are read as they were written`(frequencies: [UInt32]) {
    let written = (0..<10).map { $0 * 3 } as [UInt32]
    var writer = BitWriter()
    PostingsTail.append(
      documents: written.span, frequencies: frequencies.span, after: -1, documentCount: 100,
      to: &writer)
    let bytes = writer.bytes.bytes
    var reader = BitReader(ByteRegion(testing: bytes), from: 0, to: bytes.count)
    let documents = BlockBuffer()
    InterpolativeCode.read(0..<10, first: 0, last: 99, from: &reader, into: documents)
    #expect((0..<10).map { documents[$0] } == (0..<10).map { $0 * 3 })
    let read = BlockBuffer()
    PostingsTail.readFrequencies(10, from: &reader, into: read)
    #expect((0..<10).map { read[$0] } == frequencies)
  }
}
