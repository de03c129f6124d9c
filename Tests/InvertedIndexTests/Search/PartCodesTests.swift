import TestSupport
import Testing

@testable import InvertedIndex

/// Parts of texts are told apart as they are coded.
struct PartCodesTests {
  @Test(arguments: [UInt64(1), 2, 3], [Int.max, 7])
  func `parts have the same code if they have the same characters`(
    seed: UInt64, segmentLimit: Int
  ) throws {
    var random = SeededGenerator(seed: seed)
    let folder = try TemporaryDirectory()
    let parts = ["", "水", "水库", "库", "协会动态", "协会", "工程建设"]
    let texts = (0..<40).map { _ in
      (0..<4).map { _ in parts.randomElement(using: &random) ?? "" }.joined(separator: "\u{1F}")
    }
    let documents = texts.map { TestDocument(words: [$0]) }
    let reader = try makeIndex(of: documents, in: folder, segmentLimit: segmentLimit)
    var codes = PartCodes(reader, separator: 0x1F)
    var textOfCode: [PartCodes.Code: String] = [:]
    var known: [String: Set<PartCodes.Code>] = [:]
    for number in texts.indices {
      let document = DocumentID(rawValue: UInt32(number))
      let expected = texts[number].split(separator: "\u{1F}", omittingEmptySubsequences: false)
      let found = try codes.codes(of: 1...2, in: document)
      #expect(found.count == 2)
      for (code, text) in zip(found, expected[1...2].map(String.init)) {
        #expect(textOfCode[code] ?? text == text)
        #expect(code.isEmpty == text.isEmpty)
        textOfCode[code] = text
        known[text, default: []].insert(code)
      }
      // There is no such part.
      #expect(try codes.codes(of: 7...8, in: document).allSatisfy(\.isEmpty))
    }
    for (text, codes) in known {
      #expect(codes.count <= (text.isEmpty ? 1 : reader.segments.count), "\(text)")
    }
  }
}
