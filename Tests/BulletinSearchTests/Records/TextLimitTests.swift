import TestSupport
import TextAnalysis
import Testing

@testable import BulletinSearch

struct TextLimitTests {
  @Test(arguments: [
    ("a", 3_600, true), ("a", 3_601, false), ("水", 3_600, true), ("水", 3_601, false),
    ("\u{FDFA}", 200, true), ("\u{FDFA}", 201, false), ("㌖", 600, true), ("㌖", 601, false),
  ])
  func `the limit is in characters as they are searched`(character: String, count: Int, fits: Bool)
  {
    let text = String(repeating: character, count: count)
    #expect(TextLimit.allows(text.utf8, limit: 3_600) == fits)
  }

  /// Else the limit would let texts through that take many times the memory.
  @Test func `hardly a character becomes more than is counted`() {
    let analyzer = TextAnalyzer()
    // Where compatibility characters are, and some of all others.
    let blocks: [ClosedRange<UInt32>] = [
      0xA0...0x5FF, 0x1D00...0x24FF, 0x3200...0x33FF, 0xFB00...0xFFFF, 0x1F100...0x1F2FF,
    ]
    let others = stride(from: UInt32(0x80), through: 0x2_FFFF, by: 89)
    let surprising = (blocks.joined() + Array(others)).filter { value in
      guard let scalar = Unicode.Scalar(value) else { return false }
      let bytes = Array(String(Character(scalar)).utf8)
      return analyzer.fold(bytes).count > TextLimit.searchedCount(bytes) + 3
    }
    #expect(surprising.isEmpty)
  }

  @Test func `a file with too much text is named and the rest is indexed`() throws {
    let folder = try TemporaryDirectory()
    try folder.write("水厂投产。", to: "issues/a.md")
    try folder.write(String(repeating: "\u{FDFA}", count: 1 << 20), to: "issues/b.md")
    let report = try BulletinIndexer.index(
      paths: [folder.path + "/issues"], into: folder.path + "/test.index")
    #expect(report.issues == 1)
    #expect(
      report.skipped == [
        SkippedFile(
          path: folder.path + "/issues/b.md", reason: .tooManyCharacters(limit: 8_388_608))
      ])
  }
}
