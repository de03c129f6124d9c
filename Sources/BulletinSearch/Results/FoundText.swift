internal import InvertedIndex
internal import TextAnalysis

/// A text with the places at which some runs of characters were found.
struct FoundText {
  let bytes: [UInt8]
  /// What was found, as ranges of bytes between characters; in order, with something between any two.
  let highlights: [Range<Int>]
  /// What counts, as ``Occurrences`` says; ranges of bytes between characters, in order.
  let places: [Range<Int>]
  /// The first places of each run, in the order of their ends, also where they overlap.
  let occurrences: [Occurrence]
  /// The weight of each run.
  let weights: [Int]
  var borders: CharacterBorders

  /// A place at which a run was found.
  struct Occurrence {
    /// The bytes that the run comes from.
    var range: Range<Int>
    var run: Int
  }

  /// How many places of a run are told apart.
  ///
  /// So a text with very many does not take much memory; better passages are seldom further down.
  private static let maximumOccurrenceCount = 10_000

  /// Looks for runs in a text in UTF-8, which is folded for that.
  ///
  /// - Complexity: O(*n*) in the bytes of the text, however many runs there are, and O(1) for each
  ///   place at which one is found.
  init(_ bytes: [UInt8], runs: SoughtRuns, analyzer: TextAnalyzer) {
    guard !runs.isWritten else {
      self.init(written: bytes, runs: runs)
      return
    }
    let match = analyzer.fold(bytes)
    self.init(
      bytes, runs: runs, scalars: match.scalars, 0..<match.count, match.sourceRange(of:))
  }

  /// Looks for runs in a field of an article, whose folded form the index has.
  ///
  /// - Complexity: as ``init(_:runs:analyzer:)``
  init(_ field: StoredField, runs: SoughtRuns) {
    guard !runs.isWritten else {
      self.init(written: field.bytes, runs: runs)
      return
    }
    self.init(
      field.bytes, runs: runs, scalars: field.text.scalars, field.scalars,
      field.sourceRange(of:))
  }

  private init(written bytes: [UInt8], runs: SoughtRuns) {
    self.init(bytes, runs: runs, scalars: bytes, 0..<bytes.count) { $0 }
  }

  /// - Parameters:
  ///   - bytes: The text.
  ///   - runs: What is looked for.
  ///   - scalars: Where it is looked for.
  ///   - part: The part of `scalars` that is of this text.
  ///   - source: The bytes that a range of `scalars` comes from.
  @inline(__always)  // For each kind of scalars a loop of its own.
  private init<Scalar: FixedWidthInteger & UnsignedInteger>(
    _ bytes: [UInt8], runs: SoughtRuns, scalars: [Scalar], _ part: Range<Int>,
    _ source: (Range<Int>) -> Range<Int>
  ) {
    self.bytes = bytes
    weights = runs.weights
    var borders = CharacterBorders(bytes)
    var merged = MergedRanges()
    var occurrences: [Occurrence] = []
    var counts = [Int](repeating: 0, count: weights.count)
    var counted = Occurrences(of: part)
    runs.forEachOccurrence(in: scalars, part) { occurrence in
      counted.add(occurrence.range)
      let range = source(occurrence.range)
      merged.add(range)
      guard counts[occurrence.run] < Self.maximumOccurrenceCount else { return }
      counts[occurrence.run] += 1
      occurrences.append(Occurrence(range: range, run: occurrence.run))
    }
    // A run may end within a character, as 👍 does within 👍🏽.
    func rounded(_ range: Range<Int>) -> Range<Int> {
      borders.roundedDown(range.lowerBound)..<borders.roundedUp(range.upperBound)
    }
    var whole = MergedRanges()
    for range in merged.ranges { whole.add(rounded(range)) }
    highlights = whole.ranges
    places = counted.ranges.map { rounded(source($0)) }
    self.occurrences = occurrences
    self.borders = borders
  }

  /// All paragraphs in which something was found.
  mutating func paragraphsWithHighlights(_ field: FieldPlaces) -> [Excerpt] {
    var paragraphs: [(range: Range<Int>, paragraph: Range<Int>)] = []
    var end = 0
    for highlight in highlights where highlight.lowerBound >= end {
      var paragraph = paragraph(around: highlight)
      while let last = highlights(in: paragraph).last, last.upperBound > paragraph.upperBound {
        paragraph = self.paragraph(around: paragraph.lowerBound..<last.upperBound)
      }
      paragraphs.append((paragraph, paragraph))
      end = paragraph.upperBound
    }
    return excerpts(paragraphs, field)
  }

  /// Every occurrence for itself.
  mutating func foundParts(_ field: FieldPlaces) -> [Excerpt] {
    var offset = TextOffset()
    return places.map { range in
      offset.advance(to: range.lowerBound, in: &borders)
      let place = field.place(ofTextOffset: range.lowerBound)
      return Excerpt(
        text: String(decoding: bytes[range], as: UTF8.self), highlights: [0..<range.count],
        line: place.line, column: place.column, document: place.document, field: field.field,
        offset: offset)
    }
  }

  /// All of the text, with the place of the first highlight.
  func excerpt(_ field: FieldPlaces) -> Excerpt {
    excerpt(0..<bytes.count, within: 0..<bytes.count, field)
  }

  /// The best `count` passages of at most `length` characters, in the order of the text; the beginning
  /// of the text if nothing was found.
  mutating func passages(
    count: Int, length: Int, sentences: SentenceSegmenter, _ field: FieldPlaces
  ) -> [Excerpt] {
    var finder = PassageFinder(self, length: length, sentences: sentences)
    return excerpts(finder.passages(count: count), field)
  }

  /// The sentences in which most was found, as many as `count` passages, whole and in the order of the text; none if nothing
  /// was found.
  mutating func sentences(
    count: Int, sentences: SentenceSegmenter, _ field: FieldPlaces
  ) -> [Excerpt] {
    guard !highlights.isEmpty else { return [] }
    // A passage that has no room is what was found and nothing around it.
    var finder = PassageFinder(self, length: 0, sentences: sentences)
    var found: [PassageFinder.Passage] = []
    for (range, paragraph) in finder.passages(count: count) {
      let whole = finder.sentence(around: range, in: paragraph)
      if let last = found.last, whole.lowerBound < last.range.upperBound {
        found[found.count - 1].range =
          last.range.lowerBound..<max(last.range.upperBound, whole.upperBound)
      } else {
        found.append((whole, paragraph))
      }
    }
    return excerpts(found, field)
  }

  /// The paragraph around a part of the text; if that goes over the end of one, all around it.
  func paragraph(around range: Range<Int>) -> Range<Int> {
    let lineFeed = UInt8(ascii: "\n")
    let start = bytes[..<range.lowerBound].lastIndex(of: lineFeed).map { $0 + 1 } ?? 0
    var end = bytes[range.upperBound...].firstIndex(of: lineFeed) ?? bytes.count
    // A carriage return is one character with the line feed behind it.
    let isAfterReturn = end > range.upperBound && bytes[end - 1] == UInt8(ascii: "\r")
    if isAfterReturn, end < bytes.count { end -= 1 }
    return start..<end
  }

  /// The highlights that a part of the text shows, in order.
  func highlights(in range: Range<Int>) -> ArraySlice<Range<Int>> {
    let first = highlights.place(ofFirstEndingBehind: range.lowerBound)
    var end = first
    while end < highlights.count, highlights[end].lowerBound < range.upperBound { end += 1 }
    return highlights[first..<end]
  }
}

extension FoundText {
  /// Makes excerpts of parts of the text, which are in order, with the paragraphs that they are from.
  private mutating func excerpts(
    _ parts: [(range: Range<Int>, paragraph: Range<Int>)], _ field: FieldPlaces
  ) -> [Excerpt] {
    var offset = TextOffset()
    return parts.map { part in
      offset.advance(to: part.range.lowerBound, in: &borders)
      var excerpt = excerpt(part.range, within: part.paragraph, field)
      excerpt.offset = offset
      return excerpt
    }
  }

  private func excerpt(
    _ range: Range<Int>, within paragraph: Range<Int>, _ field: FieldPlaces
  ) -> Excerpt {
    let shown = highlights(in: range).map { $0.clamped(to: range) }
    let place = field.place(ofTextOffset: shown.first?.lowerBound ?? range.lowerBound)
    return Excerpt(
      text: String(decoding: bytes[range], as: UTF8.self),
      highlights: shown.map { $0.lowerBound - range.lowerBound..<$0.upperBound - range.lowerBound },
      isCutAtStart: range.lowerBound > paragraph.lowerBound,
      isCutAtEnd: range.upperBound < paragraph.upperBound,
      line: place.line, column: place.column, document: place.document, field: field.field)
  }
}

extension [Range<Int>] {
  /// The place of the first of ranges in order that ends behind an offset.
  func place(ofFirstEndingBehind offset: Int) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle].upperBound > offset { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

/// Ranges that are added in the order of their ends, put together where they overlap or touch.
private struct MergedRanges {
  private(set) var ranges: [Range<Int>] = []

  mutating func add(_ range: Range<Int>) {
    var merged = range
    while let last = ranges.last, last.upperBound >= merged.lowerBound {
      merged = min(last.lowerBound, merged.lowerBound)..<max(last.upperBound, merged.upperBound)
      ranges.removeLast()
    }
    ranges.append(merged)
  }
}
