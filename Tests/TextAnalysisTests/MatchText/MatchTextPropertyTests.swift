import TestSupport
import Testing

@testable import TextAnalysis

/// What has to hold of any text, tried on random ones.
struct MatchTextPropertyTests {
  private static let clusters = [
    "基", "站", "網", "裡", "〇", "々", "𠮷", "豈", "か", "が", "カ", "か\u{3099}", "ｶﾞ", "ー", "5", "Ｇ", "a",
    "B", "é", "e\u{301}", "ß", "ﬁ", "㎏", "①", "㈠", "⒈", "½", "…", "，", "。", "、", "“", "”", "（", "）",
    ".", "-", "/", "+", "%", "$", "´", "¨", " ", "  ", "　", "\n", "\r\n", "\t", "\0", "\u{2028}",
    "😀",
    "一", "九", "零", "○", "0", "0", "1", ",", ",", "’", "—", "·", "⻓", "峯",
    "👍🏽", "👨\u{200D}👩\u{200D}👧", "1\u{FE0F}\u{20E3}", "℃", "■", "한", "ก", "я",
  ]

  /// Words of other scripts and white space more often than chance has it, since most rules are
  /// about them.
  private static func randomClusters(seed: UInt64, count: Int) -> [String] {
    var generator = SeededGenerator(seed: seed)
    let frequent = [
      ["基", "站", "5", "g", " ", "，"], ["一", "零", "0", "○", "二", "g", "站"],
      ["1", "0", ",", "2", "站"],
    ][Int(seed % 3)]
    return (0..<count).compactMap { _ in
      let source = Bool.random(using: &generator) ? frequent : clusters
      return source.randomElement(using: &generator)
    }
  }

  @Test(arguments: 0..<200 as Range<UInt64>)
  func `the match text is that of the definition`(seed: UInt64) {
    let clusters = Self.randomClusters(seed: seed, count: Int(seed % 60))
    let folded = TextAnalyzer().fold(Array(clusters.joined().utf8))
    #expect(folded.scalars == ReferenceMatchText(clusters: clusters).scalars)
  }

  @Test(arguments: 0..<45 as Range<UInt64>)
  func `the match text of a part is a part of the match text`(seed: UInt64) {
    let clusters = Self.randomClusters(seed: seed, count: 30)
    let analyzer = TextAnalyzer()
    let whole = analyzer.fold(Array(clusters.joined().utf8)).scalars
    for start in clusters.indices {
      for end in start...clusters.count {
        let part = Array(clusters[start..<end].joined().utf8)
        let readings = analyzer.readings(of: part).map(\.scalars)
        #expect(readings.contains { whole.containsRun($0) }, "from cluster \(start) to \(end)")
      }
    }
  }

  @Test(arguments: 0..<100 as Range<UInt64>)
  func `no reading of a part is in another`(seed: UInt64) {
    let clusters = Self.randomClusters(seed: seed, count: Int(seed % 8))
    let readings = TextAnalyzer().readings(of: Array(clusters.joined().utf8)).map(\.scalars)
    for (index, reading) in readings.enumerated() {
      #expect(!readings[..<index].contains { reading.containsRun($0) || $0.containsRun(reading) })
    }
  }

  @Test(arguments: 0..<100 as Range<UInt64>)
  func `the source of each scalar folds to it`(seed: UInt64) {
    let original = Array(Self.randomClusters(seed: seed, count: 80).joined().utf8)
    let match = TextAnalyzer().fold(original)
    var folder = TextFolder()
    var folded: [FoldedScalar] = []
    for index in match.scalars.indices where match.classes[index] != .space {
      folder.fold(Array(original[match.sourceRange(of: index..<index + 1)]), into: &folded)
      // A zero may be written in several ways.
      #expect(
        folded.contains { $0.value == match.scalars[index] } || match.scalars[index] == 0x3007)
    }
    #expect(match.starts == match.starts.sorted() && match.ends == match.ends.sorted())
  }

  @Test(arguments: 0..<100 as Range<UInt64>)
  func `tokens are in order and have the source of their scalars`(seed: UInt64) throws {
    let original = Array(Self.randomClusters(seed: seed, count: 80).joined().utf8)
    let analyzed = try TextAnalyzer().analyze(original)
    #expect(analyzed.match == TextAnalyzer().fold(original))
    var end = 0
    for token in analyzed.tokens {
      #expect(token.range.lowerBound >= end && !token.range.isEmpty)
      #expect(token.sourceRange == analyzed.match.sourceRange(of: token.range))
      end = token.range.upperBound
    }
    let covered = Set(analyzed.tokens.flatMap(\.range))
    #expect(
      analyzed.match.scalars.indices.allSatisfy {
        covered.contains($0) || !analyzed.match.isWord(at: $0)
      })
  }
}

extension [UInt32] {
  fileprivate func containsRun(_ run: [UInt32]) -> Bool {
    guard run.count <= count else { return false }
    return (0...(count - run.count)).contains { self[$0...].starts(with: run) }
  }
}
