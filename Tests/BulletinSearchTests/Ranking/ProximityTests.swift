import InvertedIndex
import TestSupport
import TextAnalysis
import Testing

@testable import BulletinSearch

/// The gains of nearness, compared with looking at every stretch of the text.
struct ProximityTests {
  private static let characters = Array("水库大坝加固巡查闸门堤防河道")

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `a gain is that of the best stretch of the text`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    func text(_ count: Int) -> String {
      String((0..<count).map { _ in Self.characters.randomElement(using: &random) ?? "水" })
    }
    let documents = (0..<12).map { number in
      TestDocument(
        id: "\(number)", title: text(6), body: text(Int.random(in: 1...160, using: &random)))
    }
    let index = try makeIndex(of: documents)
    let analyzer = TextAnalyzer()
    let items = try (0..<Int.random(in: 1...3, using: &random)).compactMap { _ in
      try QueryItem(text(Int.random(in: 2...7, using: &random)), form: .words, analyzer: analyzer)
    }
    let parameters = RankingParameters()
    let proximity = try Proximity(
      items, searcher: Searcher(of: index.reader), parameters: parameters)
    let words = items.flatMap { item in item.units.map { Array(item.scalars[$0.range]) } }
    guard var proximity else { return #expect(Set(words).count < 2) }
    for number in documents.indices {
      let document = DocumentID(rawValue: UInt32(number))
      let gain = try proximity.gain(of: document)
      let expected = try Self.gain(
        of: items, in: index.reader.scalars(of: document), index, parameters)
      #expect(abs(gain.window - expected.window) < 0.0001)
      #expect(abs(gain.close - expected.close) < 0.0001)
      #expect(abs(gain.lead - expected.lead) < 0.0001)
      #expect(abs(gain.run - expected.run) < 0.0001)
      #expect(abs(gain.titleRun - expected.titleRun) < 0.0001)
    }
  }

  /// The formula of ``Proximity``, word for word.
  private static func gain(
    of items: [QueryItem], in text: [UInt32], _ index: BulletinIndex,
    _ parameters: RankingParameters
  ) throws -> Proximity.Gain {
    var rarities: [[UInt32]: Double] = [:]
    for item in items {
      for unit in item.units { rarities[Array(item.scalars[unit.range])] = 0 }
    }
    let separator = UInt32(Field.separator)
    for word in rarities.keys { rarities[word] = try rarity(of: word, index) }
    let total = rarities.values.reduce(0, +)
    func sum(_ range: Range<Int>) -> Double {
      rarities.filter { word, _ in ends(of: word, in: text).contains(where: range.contains) }
        .values.reduce(0, +)
    }
    func best(_ length: Int) -> Double {
      text.indices.map { sum($0..<$0 + length) }.max() ?? 0
    }
    let title = Array(text.prefix { $0 != separator })
    let separators = text.indices.filter { text[$0] == separator }
    let leadEnd = separators[Field.stored.count - 2] + 1 + Proximity.leadLength
    func share(_ sum: Double) -> Double {
      let sum = min(sum, total)
      return total > 0 ? sum * sum / total : 0
    }
    return Proximity.Gain(
      window: parameters.window * share(best(Proximity.windowLength)),
      close: parameters.close * share(best(Proximity.closeLength)),
      lead: parameters.lead * share(sum(0..<leadEnd)),
      run: parameters.run * share(run(of: items, in: text, rarities)),
      titleRun: parameters.titleRun * share(run(of: items, in: title, rarities)))
  }

  private static func run(
    of items: [QueryItem], in text: [UInt32], _ rarities: [[UInt32]: Double]
  ) -> Double {
    let query = items.flatMap(\.scalars)
    var words: [Range<Int>] = []
    var base = 0
    for item in items {
      words += item.units.map { $0.range.lowerBound + base..<$0.range.upperBound + base }
      base += item.scalars.count
    }
    var best = 0.0
    for start in query.indices {
      for end in start + 2..<max(query.count + 1, start + 2)
      where !ends(of: Array(query[start..<end]), in: text).isEmpty {
        let inside = words.filter { start <= $0.lowerBound && $0.upperBound <= end }
        best = max(best, inside.reduce(0) { $0 + (rarities[Array(query[$1])] ?? 0) })
      }
    }
    return best
  }

  /// Where the last characters of a word stand.
  private static func ends(of word: [UInt32], in text: [UInt32]) -> [Int] {
    text.indices.filter { text[$0...].starts(with: word) }.map { $0 + word.count - 1 }
  }

  private static func rarity(of word: [UInt32], _ index: BulletinIndex) throws -> Double {
    let grams =
      word.count == 1 ? [word[...]] : word.indices.dropLast().map { word[$0...$0 + 1] }
    return try grams.map { gram in
      let frequency = try index.reader.documentFrequency(of: TermKey.gram(gram))
      return frequency == 0
        ? 0
        : BM25.inverseDocumentFrequency(
          documentFrequency: frequency, documentCount: index.reader.documentCount)
    }.max() ?? 0
  }
}
