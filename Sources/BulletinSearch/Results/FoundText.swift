internal import InvertedIndex
internal import TextAnalysis

/// A text with the places at which some runs of characters were found.
struct FoundText {
  private let bytes: [UInt8]
  /// What was found, as ranges of bytes; in order, without overlap.
  let highlights: [Range<Int>]
  /// Which of the runs begins each highlight.
  private let kinds: [Int]

  /// Looks for `runs`, which are in the form that is searched, in a text in UTF-8.
  init(_ bytes: [UInt8], runs: [[UInt32]], analyzer: TextAnalyzer) {
    self.bytes = bytes
    let match = analyzer.fold(bytes)
    var found: [(range: Range<Int>, kind: Int)] = []
    for (kind, run) in runs.enumerated() {
      for start in match.scalars.indices
      where match.scalars[start...].starts(with: run) && !run.isEmpty {
        found.append((match.sourceRange(of: start..<start + run.count), kind))
      }
    }
    found.sort {
      ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
    }
    var merged: [Range<Int>] = []
    var kinds: [Int] = []
    for (range, kind) in found {
      if let last = merged.last, range.lowerBound < last.upperBound {
        merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        merged.append(range)
        kinds.append(kind)
      }
    }
    highlights = merged
    self.kinds = kinds
  }

  /// All paragraphs in which something was found.
  func paragraphsWithHighlights(_ record: ArticleRecord) -> [Excerpt] {
    var excerpts: [Excerpt] = []
    var end = 0
    for highlight in highlights where highlight.lowerBound >= end {
      let paragraph = paragraph(around: highlight.lowerBound)
      excerpts.append(excerpt(paragraph, within: paragraph, record))
      end = paragraph.upperBound
    }
    return excerpts
  }

  /// The best `count` passages of about `length` characters, in the order of the text; the beginning
  /// of the text if nothing was found.
  func passages(count: Int, length: Int, _ record: ArticleRecord) -> [Excerpt] {
    guard !highlights.isEmpty else {
      let paragraph = paragraph(around: 0)
      let end = offset(from: paragraph.lowerBound, by: length, limit: paragraph.upperBound)
      return bytes.isEmpty ? [] : [excerpt(0..<end, within: paragraph, record)]
    }
    var windows: [Window] = []
    for first in highlights.indices.prefix(Self.maximumWindowCount) {
      windows.append(window(from: first, length: length, near: windows.last))
    }
    windows.sort {
      ($1.kindCount, $1.count, $0.range.lowerBound) < ($0.kindCount, $0.count, $1.range.lowerBound)
    }
    var chosen: [Window] = []
    for window in windows where chosen.count < count {
      if !chosen.contains(where: { $0.range.overlaps(window.range) }) { chosen.append(window) }
    }
    return chosen.sorted { $0.range.lowerBound < $1.range.lowerBound }
      .map { excerpt($0.range, within: $0.paragraph, record) }
  }
}

// MARK: - Windows

extension FoundText {
  /// How many highlights are tried as the beginning of a passage.
  ///
  /// So a text with very many does not take long; better passages are seldom further down.
  private static let maximumWindowCount = 1_000

  /// A part of a paragraph that begins near a highlight.
  private struct Window {
    var range: Range<Int>
    var paragraph: Range<Int>
    /// How many different runs it shows.
    var kindCount: Int
    /// How many highlights it shows.
    var count: Int
  }

  private func window(from first: Int, length: Int, near last: Window?) -> Window {
    let place = highlights[first].lowerBound
    let known = last.map(\.paragraph).flatMap { $0.contains(place) ? $0 : nil }
    let paragraph = known ?? paragraph(around: place)
    var start = start(before: highlights[first].lowerBound, in: paragraph, lead: length / 3)
    // Of a highlight before, all is shown or nothing.
    if let last = highlights[..<first].last(where: { $0.lowerBound < start }) {
      start = max(start, last.upperBound)
    }
    var end = max(
      offset(from: start, by: length, limit: paragraph.upperBound), highlights[first].upperBound)
    let shown = highlights[first...].prefix { $0.lowerBound < end }
    // A highlight is shown whole.
    end = max(end, shown.last?.upperBound ?? end)
    return Window(
      range: start..<end, paragraph: paragraph,
      kindCount: Set(kinds[first..<first + shown.count]).count, count: shown.count)
  }

  /// Where a window for a highlight at `offset` begins: where its sentence does if that is at most
  /// `lead` characters before, else half as many characters before.
  private func start(before offset: Int, in paragraph: Range<Int>, lead: Int) -> Int {
    var start = offset
    for _ in 0..<lead {
      guard start > paragraph.lowerBound, !endsSentence(before: start) else { return start }
      start = previousCharacter(before: start)
    }
    guard start > paragraph.lowerBound, !endsSentence(before: start) else { return start }
    start = offset
    for _ in 0..<lead / 2 { start = previousCharacter(before: start) }
    return start
  }

  private static let sentenceEnds = ["。", "！", "？", "；"].map { Array($0.utf8) }

  private func endsSentence(before offset: Int) -> Bool {
    Self.sentenceEnds.contains { end in
      offset >= end.count && bytes[(offset - end.count)..<offset].elementsEqual(end)
    }
  }

  private func previousCharacter(before offset: Int) -> Int {
    var offset = offset - 1
    while offset > 0, isContinuation(bytes[offset]) { offset -= 1 }
    return max(offset, 0)
  }

  /// The offset `count` characters after `start`, at most `limit`.
  private func offset(from start: Int, by count: Int, limit: Int) -> Int {
    var offset = start
    var remaining = count
    while offset < limit {
      if !isContinuation(bytes[offset]) {
        guard remaining > 0 else { return offset }
        remaining -= 1
      }
      offset += 1
    }
    return limit
  }

  private func isContinuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }

  private func paragraph(around offset: Int) -> Range<Int> {
    let lineFeed = UInt8(ascii: "\n")
    let start = bytes[..<offset].lastIndex(of: lineFeed).map { $0 + 1 } ?? 0
    let end = bytes[offset...].firstIndex(of: lineFeed) ?? bytes.count
    return start..<max(start, end)
  }

  private func excerpt(
    _ range: Range<Int>, within paragraph: Range<Int>, _ record: ArticleRecord
  ) -> Excerpt {
    let first = highlights.firstIndex(in: 0..<highlights.count) {
      $0.upperBound > range.lowerBound
    }
    let shown = highlights[first...].prefix { $0.lowerBound < range.upperBound }
      .map { $0.clamped(to: range) }
    let place = record.place(ofTextOffset: shown.first?.lowerBound ?? range.lowerBound)
    return Excerpt(
      text: String(decoding: bytes[range], as: UTF8.self),
      highlights: shown.map { $0.lowerBound - range.lowerBound..<$0.upperBound - range.lowerBound },
      isCutAtStart: range.lowerBound > paragraph.lowerBound,
      isCutAtEnd: range.upperBound < paragraph.upperBound,
      line: place.line, column: place.column)
  }
}
