internal import InvertedIndex
internal import TextAnalysis

/// Chooses the passages of a text that show best what was found.
///
/// From each of the first places of every run a passage is made; of these the best are taken one after
/// the other, each for what those before it do not show yet:
///
/// 1. the greater weight of the different runs that it shows and no passage before it does;
/// 2. the greater weight of the different runs that stand in one of its sentences;
/// 3. the greater weight of the different runs that it shows;
/// 4. more highlights;
/// 5. the earlier one.
struct PassageFinder {
  let text: FoundText
  /// How many characters a passage has, unless a highlight has more.
  let length: Int
  var borders: CharacterBorders
  var sentences: SentenceBorders
  /// The paragraph that was looked at last, and whether a passage can hold all of it.
  private var paragraph = 0..<0
  private var paragraphFits = false
  /// Whether it is several, which a highlight joins.
  private var isJoined = false
  /// Whether the passage that ``window(around:in:)`` made last is of whole sentences.
  var isOfSentences = false

  /// How many highlights are tried as the beginning of a passage.
  ///
  /// So a text with very many does not take long; better passages are seldom further down.
  private static let maximumCandidateCount = 1_000

  /// How many characters are walked over for candidates in all, about, so that very long passages do
  /// not take long either.
  private static let maximumStepCount = 1_000_000

  init(_ text: FoundText, length: Int, sentences: SentenceSegmenter) {
    self.text = text
    self.length = length
    borders = text.borders
    self.sentences = SentenceBorders(text.bytes, segmenter: sentences)
  }

  /// A passage, and the paragraph that it is from.
  typealias Passage = (range: Range<Int>, paragraph: Range<Int>)

  /// Up to `count` passages, in the order of the text; the beginning of the text if nothing was found.
  mutating func passages(count: Int) -> [Passage] {
    guard !text.highlights.isEmpty else { return count > 0 ? beginning() : [] }
    var candidates: [PassageCandidate] = []
    for highlight in firstHighlights() {
      if let last = candidates.last, mayBeginNothing(highlight, behind: last) { continue }
      candidates.append(candidate(around: highlight))
    }
    var passages: [Passage] = []
    for chosen in PassageCandidate.best(count, of: candidates, weights: text.weights) {
      let previousEnd = passages.last?.range.upperBound ?? 0
      passages.append((filled(chosen, from: previousEnd), chosen.paragraph))
    }
    return passages.map { trimmed($0) }
  }
}

extension PassageFinder {
  /// The sentences that have something of a part of a paragraph, without the white space around them.
  mutating func sentence(around range: Range<Int>, in paragraph: Range<Int>) -> Range<Int> {
    let start =
      sentences.last(in: paragraph.lowerBound...range.lowerBound, of: paragraph)
      ?? paragraph.lowerBound
    let end =
      sentences.first(in: range.upperBound...paragraph.upperBound, of: paragraph)
      ?? paragraph.upperBound
    return trimmed((start..<end, paragraph)).range
  }

  /// Whether the passage of a highlight would be that of the candidate before it.
  private mutating func mayBeginNothing(
    _ highlight: Range<Int>, behind last: PassageCandidate
  ) -> Bool {
    guard last.range.contains(highlight.lowerBound) else { return false }
    // In a paragraph that is shown whole nothing else can begin.
    if paragraphFits { return true }
    // Nor do sentences that begin with the same one.
    return isOfSentences && highlight.upperBound <= last.range.upperBound
      && sentences.first(
        in: last.highlight.lowerBound + 1...highlight.lowerBound, of: last.paragraph) == nil
  }

  /// The first highlights of each run, in order.
  private func firstHighlights() -> [Range<Int>] {
    let limit = min(Self.maximumCandidateCount, max(Self.maximumStepCount / max(length, 1), 1))
    let limitOfRun = max(limit / max(text.weights.count, 1), 1)
    var counts = [Int](repeating: 0, count: text.weights.count)
    var places: [Int] = []
    for occurrence in text.occurrences where counts[occurrence.run] < limitOfRun {
      counts[occurrence.run] += 1
      places.append(text.highlights.place(ofFirstEndingBehind: occurrence.range.lowerBound))
    }
    places.sort()
    var highlights: [Range<Int>] = []
    for place in places where text.highlights[place] != highlights.last {
      highlights.append(text.highlights[place])
    }
    return highlights
  }

  private mutating func beginning() -> [Passage] {
    // Texts may begin with empty lines.
    var start = 0
    while start < text.bytes.count, let end = endOfSpace(at: start) { start = end }
    enterParagraph(around: start..<start)
    let end =
      paragraphFits
      ? paragraph.upperBound : end(from: start, notBefore: start, in: paragraph)
    return start == end ? [] : [trimmed((start..<end, paragraph))]
  }

  private mutating func candidate(around highlight: Range<Int>) -> PassageCandidate {
    enterParagraph(around: highlight)
    let range =
      paragraphFits
      ? clear(paragraph, of: highlight) : window(around: highlight, in: paragraph)
    var candidate = PassageCandidate(
      range: range, paragraph: paragraph, highlight: highlight)
    candidate.highlightCount = text.highlights(in: range).count
    let shown = occurrences(in: range)
    candidate.runs = RunSet(shown.map(\.run))
    candidate.weight = candidate.runs.weight(text.weights)
    candidate.sentenceWeight =
      candidate.runs.count > 1 ? weightOfBestSentence(shown, in: range) : candidate.weight
    return candidate
  }

  /// The occurrences within a part of the text, in order.
  private func occurrences(in range: Range<Int>) -> [FoundText.Occurrence] {
    var low = 0
    var high = text.occurrences.count
    while low < high {
      let middle = (low + high) / 2
      if text.occurrences[middle].range.upperBound > range.lowerBound {
        high = middle
      } else {
        low = middle + 1
      }
    }
    var shown: [FoundText.Occurrence] = []
    while low < text.occurrences.count, text.occurrences[low].range.upperBound <= range.upperBound {
      if text.occurrences[low].range.lowerBound >= range.lowerBound {
        shown.append(text.occurrences[low])
      }
      low += 1
    }
    return shown
  }

  /// The greatest weight of different runs in one of the sentences of `range`.
  private mutating func weightOfBestSentence(
    _ shown: [FoundText.Occurrence], in range: Range<Int>
  ) -> Int {
    var best = 0
    var runs: Set<Int> = []
    var weight = 0
    var sentenceEnd = 0
    for occurrence in shown {
      let end = occurrence.range.upperBound
      if end > sentenceEnd {
        sentenceEnd =
          sentences.first(in: end...range.upperBound, of: paragraph) ?? range.upperBound
        runs = []
        weight = 0
      }
      if runs.insert(occurrence.run).inserted {
        weight += text.weights[occurrence.run]
        best = max(best, weight)
      }
    }
    return best
  }

  private mutating func enterParagraph(around range: Range<Int>) {
    let isKnown =
      paragraph.lowerBound <= range.lowerBound && range.upperBound <= paragraph.upperBound
      && !paragraph.isEmpty
    guard !isKnown || isJoined else { return }
    paragraph = text.paragraph(around: range)
    isJoined = text.bytes[range].contains(UInt8(ascii: "\n"))
    paragraphFits =
      paragraph.count <= length
      || borders.offset(length, after: paragraph.lowerBound, limit: paragraph.upperBound)
        == paragraph.upperBound
  }

  /// The passage without white space at its ends.
  private mutating func trimmed(_ passage: Passage) -> Passage {
    (trimmed(passage.range), trimmed(passage.paragraph))
  }

  private mutating func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    // A mark that stands alone behind a line end is found with it.
    let found = text.highlights(in: range)
    let first = found.first?.lowerBound ?? end
    while start < min(first, end), let next = endOfSpace(at: start) { start = next }
    while start < end {
      let last = borders.offset(1, before: end, limit: start)
      guard endOfSpace(at: last) != nil, last >= found.last?.upperBound ?? start else { break }
      end = last
    }
    return start..<end
  }

  /// The end of the white space that is the character at an offset; nil if it is none.
  private mutating func endOfSpace(at offset: Int) -> Int? {
    guard Self.beginsSpace[Int(text.bytes[offset])] else { return nil }
    let end = borders.end(ofCharacterAt: offset)
    return Self.spaces.contains { text.bytes[offset..<end].elementsEqual($0) } ? end : nil
  }

  private static let spaces = [" ", "\t", "\r", "\n", "\r\n", "\u{A0}", "\u{3000}"]
    .map { Array($0.utf8) }
  private static let beginsSpace = firstBytes(of: spaces)

  /// Whether one of some characters begins with a byte.
  static func firstBytes(of characters: [[UInt8]]) -> [Bool] {
    var begins = [Bool](repeating: false, count: 1 << UInt8.bitWidth)
    for character in characters { begins[Int(character[0])] = true }
    return begins
  }
}
