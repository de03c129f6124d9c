internal import TextAnalysis

/// Where passages begin and end in paragraphs that are longer than a passage.
extension PassageFinder {
  /// The most characters of a highlight that are shown whatever the length of a passage.
  ///
  /// 水 in a text of nothing else is one highlight.
  private static let maximumHighlightLength = 1_000

  /// The passage for a highlight: whole sentences from that in which the highlight begins; or if it
  /// cannot hold that sentence up to the end of the highlight's, a part of it.
  mutating func window(around highlight: Range<Int>, in paragraph: Range<Int>) -> Range<Int> {
    isOfSentences = false
    let highlightEnd = borders.offset(
      max(length, Self.maximumHighlightLength), after: highlight.lowerBound,
      limit: highlight.upperBound)
    let earliest = borders.offset(length, before: highlightEnd, limit: paragraph.lowerBound)
    if earliest <= highlight.lowerBound,
      let start = sentences.last(in: earliest...highlight.lowerBound, of: paragraph)
    {
      let latest = borders.offset(length, after: start, limit: paragraph.upperBound)
      if let end = sentences.last(in: highlightEnd...max(latest, highlightEnd), of: paragraph) {
        isOfSentences = highlightEnd == highlight.upperBound
        return clear(start..<end, of: highlight.lowerBound..<highlightEnd)
      }
    }
    let start = start(before: highlight.lowerBound, upTo: highlightEnd, in: paragraph)
    let end = end(from: start, notBefore: highlightEnd, in: paragraph)
    return clear(start..<end, of: highlight.lowerBound..<highlightEnd)
  }

  /// The range of a chosen candidate, with the sentences before it that fit and no other passage has.
  mutating func filled(_ candidate: PassageCandidate, from previousEnd: Int) -> Range<Int> {
    let (range, paragraph) = (candidate.range, candidate.paragraph)
    let limit = max(previousEnd, paragraph.lowerBound)
    guard range.lowerBound > limit else { return range }
    let earliest = borders.offset(length, before: range.upperBound, limit: limit)
    guard earliest < range.lowerBound,
      let start = sentences.first(in: earliest...range.lowerBound, of: paragraph)
    else { return range }
    return clear(start..<range.upperBound, of: range)
  }

  /// Where a passage begins that cannot hold all of a sentence up to the end of a highlight.
  ///
  /// The sentence, or one of its clauses, begins in the third of the length before the highlight; if
  /// not, half as much is shown of it.
  private mutating func start(
    before offset: Int, upTo highlightEnd: Int, in paragraph: Range<Int>
  ) -> Int {
    let rest = max(length - borders.length(of: offset..<highlightEnd).characters, 0)
    let earliest = borders.offset(
      min(length / 3, rest), before: offset, limit: paragraph.lowerBound)
    if let start = sentences.last(in: earliest...offset, of: paragraph) { return start }
    if let start = clauseEnds(in: earliest..<offset).first { return start }
    var start = borders.offset(min(length / 6, rest), before: offset, limit: paragraph.lowerBound)
    while start < offset, isWithinWord(start) { start += 1 }
    // A mark may combine with the last letter.
    return borders.roundedUp(start)
  }

  /// Where a passage from `start` ends that cannot hold the rest of its paragraph: with a sentence or
  /// clause in the last third of its length if one ends there.
  mutating func end(from start: Int, notBefore minimum: Int, in paragraph: Range<Int>) -> Int {
    let latest = borders.offset(length, after: start, limit: paragraph.upperBound)
    guard latest > minimum else { return minimum }
    let early = borders.offset(length / 3, before: latest, limit: minimum)
    if let end = sentences.last(in: early...latest, of: paragraph) { return end }
    if let end = clauseEnds(in: early..<latest).last { return end }
    var end = latest
    while end > minimum, isWithinWord(end) { end -= 1 }
    return end > minimum ? borders.roundedDown(end) : latest
  }

  /// The range without parts of highlights at its ends, but for the one that it is made for.
  func clear(_ range: Range<Int>, of kept: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    if let first = text.highlights(in: range).first, first.lowerBound < start,
      first.upperBound <= kept.lowerBound
    {
      start = first.upperBound
    }
    if let last = text.highlights(in: range).last, last.upperBound > end,
      last.lowerBound >= kept.upperBound
    {
      end = last.lowerBound
    }
    return start..<end
  }

  /// Whether letters, digits or marks of ASCII stand on both sides, as in 14.1 and GB/T.
  private func isWithinWord(_ offset: Int) -> Bool {
    guard offset > 0, offset < text.bytes.count else { return false }
    return (0x21..<0x7F).contains(text.bytes[offset - 1])
      && (0x21..<0x7F).contains(text.bytes[offset])
  }

  /// The borders behind the marks of clauses in a part of the text.
  private mutating func clauseEnds(in range: Range<Int>) -> [Int] {
    var ends: [Int] = []
    var offset = range.lowerBound
    while offset < range.upperBound {
      let end = borders.end(ofCharacterAt: offset)
      if Self.beginsClauseMark[Int(text.bytes[offset])],
        Self.clauseMarks.contains(where: { text.bytes[offset..<end].elementsEqual($0) })
      {
        ends.append(end)
      }
      offset = end
    }
    return ends
  }

  private static let clauseMarks = ["，", "；", "：", "、", ",", ";"].map { Array($0.utf8) }
  private static let beginsClauseMark = firstBytes(of: clauseMarks)
}
