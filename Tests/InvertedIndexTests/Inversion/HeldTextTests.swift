import Testing

@testable import InvertedIndex

struct HeldTextTests {
  /// Eighty thousand short articles behind a long one took 1.6 GB.
  @Test func `a text that is held has no room for a longer one that was made before it`() {
    var text = AlignedText(original: [], scalars: [], starts: [], ends: [])
    for offset in 0..<UInt32(100_000) {
      text.original.append(0x61)
      text.scalars.append(0x61)
      text.starts.append(offset)
      text.ends.append(offset + 1)
    }
    text.original.removeLast(99_999)
    text.scalars.removeLast(99_999)
    text.starts.removeLast(99_999)
    text.ends.removeLast(99_999)
    #expect(text.original.capacity > 99_999)
    let held = text.trimmed
    #expect(held.original == [0x61] && held.scalars == [0x61])
    #expect(held.starts == [0] && held.ends == [1])
    for capacity in [
      held.original.capacity, held.scalars.capacity, held.starts.capacity, held.ends.capacity,
    ] {
      #expect(capacity < 100)
    }
  }
}
