import TestSupport
import Testing

@testable import TextAnalysis

struct FoldingPropertyTests {
  /// Lead and trail bytes of marks, of Han, of wide letters and of what expands.
  private static let usualBytes: [UInt8] = [
    0xCC, 0x81, 0xE4, 0xB8, 0x80, 0xEF, 0xBC, 0x94, 0x41, 0xE2, 0x80, 0xA6,
  ]

  @Test(arguments: UInt64(1)...40)
  func `texts fold as their clusters do`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var folder = TextFolder()
    var folded: [FoldedScalar] = []
    for _ in 0..<100 {
      let bytes = Array(NastyText.text(Int.random(in: 1...30, using: &random), using: &random).utf8)
      folder.fold(bytes, into: &folded)
      #expect(ReferenceFolding(folded) == ReferenceFolding(of: bytes), "\(bytes)")
    }
  }

  @Test(arguments: UInt64(1)...20)
  func `any bytes fold as their clusters do`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var folder = TextFolder()
    var folded: [FoldedScalar] = []
    for _ in 0..<200 {
      let bytes = (0..<Int.random(in: 0...40, using: &random)).map { _ in
        Bool.random(using: &random)
          ? UInt8.random(in: 0...0xFF, using: &random)
          : Self.usualBytes.randomElement(using: &random) ?? 0
      }
      folder.fold(bytes, into: &folded)
      #expect(ReferenceFolding(folded) == ReferenceFolding(of: bytes), "\(bytes)")
    }
  }

  @Test func `every scalar folds as its cluster does`() {
    var folder = TextFolder()
    var folded: [FoldedScalar] = []
    for page in UInt32(0)..<0x330 {
      let scalars = (page << 8..<(page + 1) << 8).compactMap { Unicode.Scalar($0) }
      let bytes = Array(String(String.UnicodeScalarView(scalars)).utf8)
      folder.fold(bytes, into: &folded)
      #expect(ReferenceFolding(folded) == ReferenceFolding(of: bytes), "page \(page)")
    }
  }

  @Test func `a text longer than what is folded at once folds as its parts`() {
    let part = Array("山西移动…５Ｇ㎏e\u{301}基站。".utf8)
    let bytes = [[UInt8]](repeating: part, count: 3_000).flatMap { $0 }
    var folder = TextFolder()
    var folded: [FoldedScalar] = []
    folder.fold(part, into: &folded)
    let values = folded.map(\.value)
    folder.fold(bytes, into: &folded)
    #expect(folded.map(\.value) == [[UInt32]](repeating: values, count: 3_000).flatMap { $0 })
  }
}
