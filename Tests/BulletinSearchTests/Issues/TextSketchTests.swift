import TestSupport
import Testing

@testable import BulletinSearch

struct TextSketchTests {
  private static func scalars(_ count: Int, _ random: inout SeededGenerator) -> [UInt32] {
    (0..<count).map { _ in UInt32.random(in: 0x4E00...0x9FA5, using: &random) }
  }

  private static func sketch(_ parts: [UInt32]...) -> TextSketch {
    var sketch = TextSketch()
    for part in parts { sketch.add(part) }
    return sketch
  }

  @Test(arguments: [UInt64(1), 2, 3])
  func `nearly the same texts resemble each other, different ones do not`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let text = Self.scalars(5_000, &random)
    var changed = text
    for _ in 0..<50 {
      changed[Int.random(in: 0..<changed.count, using: &random)] = 0x4E00
    }
    changed.insert(contentsOf: Self.scalars(100, &random), at: 2_000)
    let other = Self.scalars(5_000, &random)
    let sketch = Self.sketch(text)
    #expect(sketch.resembles(sketch), "seed \(seed)")
    #expect(sketch.resembles(Self.sketch(changed)), "seed \(seed)")
    #expect(!sketch.resembles(Self.sketch(other)), "seed \(seed)")
    // A third of another issue, as a page that both print.
    #expect(!sketch.resembles(Self.sketch(Array(text[..<1_600]) + other)), "seed \(seed)")
    #expect(sketch.hashes.count == TextSketch.hashCount)
  }

  @Test func `the order and the borders of parts matter little`() {
    var random = SeededGenerator(seed: 4)
    let text = Self.scalars(3_000, &random)
    let parts = Self.sketch(Array(text[2_000...]), Array(text[..<2_000]))
    #expect(parts.resembles(Self.sketch(text)))
  }

  @Test func `runs are known wherever they stand`() {
    var random = SeededGenerator(seed: 5)
    // A run of eight has one hash, so a text of nine has two at most, however long it has been rolled.
    let run = Self.scalars(8, &random)
    let alone = Self.sketch(run).hashes
    let behind = Self.sketch(Self.scalars(12, &random) + run).hashes
    #expect(alone.count == 1)
    #expect(behind.contains(alone[0]))
  }

  @Test func `texts too short for a run resemble nothing`() {
    #expect(!Self.sketch([1, 2, 3]).resembles(Self.sketch([1, 2, 3])))
  }
}
