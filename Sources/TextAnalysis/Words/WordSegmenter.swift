internal import CICU

/// Cuts folded text into words with ICU's iterator.
///
/// Long texts are cut in windows, at separators where no word can straddle, so that memory stays
/// bounded. Not thread-safe.
final class WordSegmenter {
  /// The most scalars that ICU is given at once: some 20 pages of a bulletin.
  static let usualWindowLength = 65_536

  private let windowLength: Int
  /// Opened when words are first asked for, since a search often needs none.
  private var iterator: WordIterator?
  private var units: [UInt16] = []

  init(windowLength: Int = usualWindowLength) {
    self.windowLength = windowLength
  }

  /// Replaces `pieces` with the words of a text, in order.
  func segment(
    _ text: [FoldedScalar], into pieces: inout [WordPiece]
  ) throws(AnalysisError) {
    pieces.removeAll(keepingCapacity: true)
    guard !text.isEmpty else { return }
    let iterator = try openIterator()
    var start = 0
    while start < text.count {
      let end = endOfWindow(text, from: start)
      try segment(text, start..<end, with: iterator, into: &pieces)
      start = end
    }
  }
}

extension WordSegmenter {
  private func openIterator() throws(AnalysisError) -> WordIterator {
    if let iterator { return iterator }
    let opened = try WordIterator()
    iterator = opened
    return opened
  }

  private func segment(
    _ text: [FoldedScalar], _ window: Range<Int>, with iterator: WordIterator,
    into pieces: inout [WordPiece]
  ) throws(AnalysisError) {
    units.removeAll(keepingCapacity: true)
    for index in window { units.appendUTF16(text[index].value) }
    var start = window.lowerBound
    var end = start
    var unit = 0
    try iterator.forEachPiece(of: units) { unitEnd, status in
      while unit < unitEnd {
        unit += text[end].value < firstSupplementary ? 1 : 2
        end += 1
      }
      if let kind = Token.Kind(ruleStatus: status, of: text[start..<end]) {
        pieces.append(WordPiece(range: start..<end, kind: kind))
      }
      start = end
    }
  }

  /// Where a window ends: after white space, or before Han that follows a separator, if there is
  /// such a place.
  private func endOfWindow(_ text: [FoldedScalar], from start: Int) -> Int {
    let limit = start + windowLength
    guard limit < text.count else { return text.count }
    var end = limit
    while end > start {
      let before = text[end - 1].scalarClass
      if before == .space || (before == .mark && text[end].scalarClass == .han) { return end }
      end -= 1
    }
    return limit
  }
}

private let asciiLetters: ClosedRange<UInt32> = 0x61...0x7A

extension Token.Kind {
  /// What ICU's rule says of a piece; absent if the piece is no word.
  fileprivate init?(ruleStatus: Int32, of piece: ArraySlice<FoldedScalar>) {
    switch UInt32(bitPattern: ruleStatus) {
    case UBRK_WORD_NUMBER.rawValue..<UBRK_WORD_NUMBER_LIMIT.rawValue:
      // ICU's status is that of the last rule, so that iphone15 counts as a number with it.
      self = piece.contains { asciiLetters.contains($0.value) } ? .letters : .number
    case UBRK_WORD_LETTER.rawValue..<UBRK_WORD_LETTER_LIMIT.rawValue: self = .letters
    case UBRK_WORD_KANA.rawValue..<UBRK_WORD_IDEO_LIMIT.rawValue: self = .han
    default:
      guard piece.contains(where: { $0.scalarClass.isWord }) else { return nil }
      self = piece.allSatisfy { $0.scalarClass == .han } ? .han : .other
    }
  }
}
