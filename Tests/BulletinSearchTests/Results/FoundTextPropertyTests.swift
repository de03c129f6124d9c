import InvertedIndex
import TestSupport
import TextAnalysis
import Testing

@testable import BulletinSearch

/// Random texts and runs cut from them, compared with the slow and obvious way.
struct FoundTextPropertyTests {
  private let analyzer = TextAnalyzer()

  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func `what is lit is what a plain search of the folded text finds`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<20 {
      let text = NastyText.text(Int.random(in: 1...60, using: &random), using: &random)
      let runs = runs(from: text, using: &random)
      let found = FoundText(Array(text.utf8), runs: SoughtRuns(runs), analyzer: analyzer)
      #expect(found.highlights == wanted(runs, in: text), "\(text.debugDescription)")
      for highlight in found.highlights {
        let lit = Array(Array(text.utf8)[highlight])
        let folded = analyzer.fold(lit).scalars
        #expect(
          runs.contains { !$0.isEmpty && folded.contains($0) },
          "\(String(decoding: lit, as: UTF8.self).debugDescription)")
      }
    }
  }

  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func `a field of an article shows what its text shows when it is folded anew`(seed: UInt64) throws
  {
    var random = SeededGenerator(seed: seed)
    var article = AnalyzedArticle()
    for _ in 0..<20 {
      let texts = Field.stored.map { _ in
        NastyText.text(Int.random(in: 0...40, using: &random), using: &random)
      }
      let runs = SoughtRuns(texts.flatMap { self.runs(from: $0, using: &random) })
      try article.analyze(
        title: texts[0], section: texts[1], byline: texts[2], body: texts[3], with: analyzer)
      let places = StoredField.places(in: article.text)
      for (field, place) in zip(Field.stored, places) {
        var found = FoundText(StoredField(place, of: article.text), runs: runs)
        var wanted = FoundText(
          Array(article.text.original[place.bytes]), runs: runs, analyzer: analyzer)
        let text = texts[field.rawValue]
        let isSame = found.bytes.elementsEqual(text.utf8)
        #expect(isSame || text.utf8.contains(Field.separator), "\(text.debugDescription)")
        #expect(found.highlights == wanted.highlights, "\(text.debugDescription)")
        #expect(found.places == wanted.places, "\(text.debugDescription)")
        #expect(found.occurrences.map(\.range) == wanted.occurrences.map(\.range))
        #expect(found.occurrences.map(\.run) == wanted.occurrences.map(\.run))
        let sentences = SentenceSegmenter()
        #expect(
          found.passages(count: 2, length: 20, sentences: sentences, .none)
            == wanted.passages(count: 2, length: 20, sentences: sentences, .none))
      }
    }
  }

  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func `passages are parts of paragraphs with whole highlights`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<20 {
      let text = NastyText.text(Int.random(in: 1...120, using: &random), using: &random)
      let runs = runs(from: text, using: &random)
      let count = Int.random(in: 0...4, using: &random)
      let length = Int.random(in: 0...50, using: &random)
      var found = FoundText(Array(text.utf8), runs: SoughtRuns(runs), analyzer: analyzer)
      let passages = found.passages(
        count: count, length: length, sentences: SentenceSegmenter(), FieldPlaces.none)
      #expect(passages.count <= count)
      var end = 0
      for passage in passages {
        let range = passage.offset.bytes..<passage.offset.bytes + passage.text.utf8.count
        #expect(range.lowerBound >= end, "in order, without overlap")
        end = range.upperBound
        #expect(
          Array(passage.text.utf8)
            == Array(text.utf8.dropFirst(range.lowerBound).prefix(range.count)))
        let shown = found.highlights.filter { $0.overlaps(range) }
        #expect(
          shown.allSatisfy {
            range.lowerBound <= $0.lowerBound && $0.upperBound <= range.upperBound
          }, "\(length): \(range) of \(text.debugDescription), \(found.highlights)")
        #expect(passage.highlights.count == shown.count)
        #expect(found.highlights.isEmpty || !shown.isEmpty)
        let longest = shown.map { Self.part($0, of: text).count }.max() ?? 0
        #expect(
          passage.text.count <= max(length, longest), "\(length): \(passage.text.debugDescription)")
        let crossing = shown.contains { Self.part($0, of: text).utf8.contains(0x0A) }
        #expect(crossing || !passage.text.utf8.contains(0x0A), "within a paragraph")
      }
    }
  }

  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func `all ways of counting lead to the same place`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<10 {
      let text = NastyText.text(Int.random(in: 1...80, using: &random), using: &random)
      let runs = runs(from: text, using: &random)
      var found = FoundText(Array(text.utf8), runs: SoughtRuns(runs), analyzer: analyzer)
      let passages =
        found.passages(count: 3, length: 12, sentences: SentenceSegmenter(), FieldPlaces.none)
        + found.paragraphsWithHighlights(FieldPlaces.none) + found.foundParts(FieldPlaces.none)
      for passage in passages {
        for highlight in passage.countedHighlights {
          let (from, to) = (highlight.start, highlight.end)
          let offset = passage.offset
          let inBytes = text.utf8.dropFirst(offset.bytes + from.bytes).prefix(to.bytes - from.bytes)
          let inUnits = text.utf16.dropFirst(offset.utf16 + from.utf16)
            .prefix(to.utf16 - from.utf16)
          let inCharacters = text.dropFirst(offset.characters + from.characters)
            .prefix(to.characters - from.characters)
          #expect(Array(inBytes) == Array(highlight.text.utf8))
          #expect(Array(inUnits) == Array(highlight.text.utf16))
          #expect(Array(inCharacters.utf8) == Array(highlight.text.utf8))
          let inExcerpt = passage.text.dropFirst(from.characters)
            .prefix(to.characters - from.characters)
          #expect(Array(inExcerpt.utf8) == Array(highlight.text.utf8))
        }
      }
    }
  }

  /// Up to four runs, cut from the folded text, and one that is perhaps not in it.
  ///
  /// They begin and end with parts of words, as queries do; what separates words is folded by what
  /// stands around it.
  private func runs(from text: String, using random: inout SeededGenerator) -> [[UInt32]] {
    var runs: [[UInt32]] = []
    func add(_ match: MatchText, _ range: Range<Int>) {
      let words = range.filter { match.isWord(at: $0) }
      if let first = words.first, let last = words.last {
        runs.append(Array(match.scalars[first...last]))
      }
    }
    let other = analyzer.fold(Array(NastyText.text(2, using: &random).utf8))
    add(other, 0..<other.count)
    let match = analyzer.fold(Array(text.utf8))
    for _ in 0..<Int.random(in: 0...4, using: &random) where !match.isEmpty {
      let start = Int.random(in: 0..<match.count, using: &random)
      add(match, start..<start + Int.random(in: 1...min(6, match.count - start), using: &random))
    }
    return runs
  }

  /// The characters of the text that any of the runs touches, put together where they are neighbours.
  private func wanted(_ runs: [[UInt32]], in text: String) -> [Range<Int>] {
    let match = analyzer.fold(Array(text.utf8))
    var isFound = [Bool](repeating: false, count: text.utf8.count)
    for run in runs where !run.isEmpty {
      for start in match.scalars.indices where match.scalars[start...].starts(with: run) {
        for byte in match.sourceRange(of: start..<start + run.count) { isFound[byte] = true }
      }
    }
    var ranges: [Range<Int>] = []
    var start = 0
    for character in text {
      let range = start..<start + character.utf8.count
      start = range.upperBound
      guard isFound[range].contains(true) else { continue }
      if let last = ranges.last, last.upperBound == range.lowerBound {
        ranges[ranges.count - 1] = last.lowerBound..<range.upperBound
      } else {
        ranges.append(range)
      }
    }
    return ranges
  }

  private static func part(_ range: Range<Int>, of text: String) -> String {
    String(decoding: Array(text.utf8)[range], as: UTF8.self)
  }
}
