import TestSupport
import Testing

@testable import TextAnalysis

struct TextAnalyzerTests {
  @Test(arguments: UInt64(1)...10)
  func `what is analysed into a used text is what is analysed into a new one`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let dictionary = UserDictionary(parsing: Array("5g消息\n山西移动\na·b".utf8))
    for analyzer in [TextAnalyzer(), TextAnalyzer(dictionary: dictionary)] {
      var used = AnalyzedText()
      for _ in 0..<50 {
        let text = NastyText.text(Int.random(in: 0...30, using: &random), using: &random)
        let bytes = Array((text + "看5G消息a-b山西移动").utf8)
        try analyzer.analyze(bytes, into: &used)
        #expect(try used == TextAnalyzer(dictionary: analyzer.dictionary).analyze(bytes))
        #expect(used.match == analyzer.fold(bytes))
      }
    }
  }

  @Test func `analysers on several threads find the same words before and after the table is made`()
    async throws
  {
    let bytes = Array([String](repeating: "会议指出，要加快5G基站建设，以太忻一体化。", count: 500).joined().utf8)
    let expected = try TextAnalyzer().analyze(bytes)
    let results = try await withThrowingTaskGroup(of: Bool.self) { group in
      for _ in 0..<4 {
        group.addTask {
          let analyzer = TextAnalyzer()
          // Beyond the number of scalars after which the table is made.
          return try (0..<30).allSatisfy { _ in try analyzer.analyze(bytes) == expected }
        }
      }
      return try await group.reduce(into: [Bool]()) { $0.append($1) }
    }
    #expect(results.allSatisfy { $0 })
  }
}
