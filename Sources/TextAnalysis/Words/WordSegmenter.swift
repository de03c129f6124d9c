internal import CICU

/// Cuts folded text into words as ICU's iterator does.
///
/// Plain Han runs are cut by a lattice over ICU's dictionary, which is several times faster, and only
/// what stands between them by the iterator. Long texts are cut in windows, at separators where no
/// word can straddle, so that memory stays bounded. Not thread-safe.
final class WordSegmenter {
  /// The most scalars that are cut at once: some 20 pages of a bulletin.
  static let usualWindowLength = 65_536

  private let windowLength: Int
  private let allowsLattice: Bool
  /// Opened when words are first asked for, since a search often needs none.
  private var openedLattice: HanLattice?
  private var triedLattice = false
  /// Opened when something else than Han and plain ASCII is met.
  private var iterator: WordIterator?
  private var units: [UInt16] = []
  /// The runs of the text that the lattice cut.
  private(set) var plainRuns: [Range<Int>] = []

  /// - Parameters:
  ///   - windowLength: The most scalars that are cut at once.
  ///   - allowsLattice: Whether the lattice may be used; the words are the same without it.
  init(windowLength: Int = usualWindowLength, allowsLattice: Bool = true) {
    self.windowLength = windowLength
    self.allowsLattice = allowsLattice
  }

  /// What Han runs are cut with.
  var method: SegmentationMethod {
    openLattice()
    return openedLattice == nil ? .iterator : .lattice
  }

  /// Replaces `pieces` with the words of a text, in order.
  func segment(
    _ text: [FoldedScalar], into pieces: inout [WordPiece]
  ) throws(AnalysisError) {
    pieces.removeAll(keepingCapacity: true)
    plainRuns.removeAll(keepingCapacity: true)
    guard !text.isEmpty else { return }
    openLattice()
    // Taken out, so that the lattice is not copied when it is written to.
    var lattice = openedLattice.take()
    defer { openedLattice = lattice.take() }
    var start = 0
    while start < text.count {
      let end = endOfWindow(text, from: start)
      if lattice == nil {
        try askIterator(text, start..<end, into: &pieces)
      } else {
        try segment(text, start..<end, with: &lattice, into: &pieces)
      }
      start = end
    }
  }

  /// Calls `body` with the lattice, if it is used.
  func withLattice<Result>(_ body: (inout HanLattice?) -> Result) -> Result {
    openLattice()
    return body(&openedLattice)
  }
}

extension WordSegmenter {
  private func openLattice() {
    guard allowsLattice, !triedLattice else { return }
    triedLattice = true
    openedLattice = HanLattice()
  }

  private func openIterator() throws(AnalysisError) -> WordIterator {
    if let iterator { return iterator }
    let opened = try WordIterator()
    iterator = opened
    return opened
  }

  /// Cuts plain Han runs with the lattice and what is between them with the rules.
  ///
  /// ICU's rules always cut before and behind such a run, and nothing that they cut depends on what
  /// stands beyond it.
  private func segment(
    _ text: [FoldedScalar], _ window: Range<Int>, with lattice: inout HanLattice?,
    into pieces: inout [WordPiece]
  ) throws(AnalysisError) {
    var start = window.lowerBound
    var index = start
    while index < window.upperBound {
      guard PlainHan.contains(text[index].value) else {
        index += 1
        continue
      }
      let run = index..<endOfPlainRun(in: text, from: index, limit: window.upperBound)
      index = run.upperBound
      guard stands(alone: run, in: text, window) else { continue }
      try cutOther(text, start..<run.lowerBound, into: &pieces)
      lattice?.cut(run, of: text, into: &pieces)
      plainRuns.append(run)
      start = index
    }
    try cutOther(text, start..<window.upperBound, into: &pieces)
  }

  private func endOfPlainRun(in text: [FoldedScalar], from start: Int, limit: Int) -> Int {
    var end = start + 1
    while end < limit, PlainHan.contains(text[end].value) { end += 1 }
    return end
  }

  /// Whether a run is a piece of ICU's rules as it is.
  private func stands(alone run: Range<Int>, in text: [FoldedScalar], _ window: Range<Int>) -> Bool
  {
    let (left, right) = (run.lowerBound - 1, run.upperBound)
    return (left < window.lowerBound || !PlainHan.isJoined(to: text[left].value))
      && (right >= window.upperBound || !PlainHan.isJoined(to: text[right].value))
  }

  private func cutOther(
    _ text: [FoldedScalar], _ stretch: Range<Int>, into pieces: inout [WordPiece]
  ) throws(AnalysisError) {
    guard !stretch.isEmpty, !ASCIIWords.append(stretch, of: text, to: &pieces) else { return }
    try askIterator(text, stretch, into: &pieces)
  }

  private func askIterator(
    _ text: [FoldedScalar], _ stretch: Range<Int>, into pieces: inout [WordPiece]
  ) throws(AnalysisError) {
    let iterator = try openIterator()
    units.removeAll(keepingCapacity: true)
    for index in stretch { units.appendUTF16(text[index].value) }
    var start = stretch.lowerBound
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
