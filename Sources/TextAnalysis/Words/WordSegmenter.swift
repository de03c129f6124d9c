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
  /// What to cut with whatever is the best.
  private let advice: SharedLattice.Advice?
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
  ///   - advice: What to cut with; the words are the same with any. Nil for what is the best.
  init(windowLength: Int = usualWindowLength, advice: SharedLattice.Advice? = nil) {
    self.windowLength = windowLength
    self.advice = advice
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
    if !triedLattice, mayUseLattice, !text.contains(where: { $0.cutClass.isHan }) {
      // A query of other scripts does not open the dictionary.
      for window in windows(of: text) { try cutOther(text, window, into: &pieces) }
      return
    }
    openLattice()
    takeAdvice(forCutting: text.count)
    // Taken out, so that the lattice is not copied when it is written to.
    guard var lattice = openedLattice.take() else {
      for window in windows(of: text) { try askIterator(text, window, into: &pieces) }
      return
    }
    defer { openedLattice = lattice }
    for window in windows(of: text) {
      try segment(text, window, with: &lattice, into: &pieces, &plainRuns)
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
    guard !triedLattice else { return }
    triedLattice = true
    if mayUseLattice { openedLattice = HanLattice() }
  }

  private var mayUseLattice: Bool {
    switch advice {
    case .iterator?: false
    case .dictionary?, .table?: true
    case nil: !SharedLattice.shared.isKnownToDiffer
    }
  }

  /// Takes the table when there is one, and gives the lattice up when it is found to differ.
  private func takeAdvice(forCutting count: Int) {
    guard let lattice = openedLattice, lattice.table == nil else { return }
    switch advice ?? SharedLattice.shared.advice(forCutting: count, with: lattice) {
    case .dictionary: break
    case .table(let table): openedLattice?.table = table
    case .iterator: openedLattice = nil
    }
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
    _ text: [FoldedScalar], _ window: Range<Int>, with lattice: inout HanLattice,
    into pieces: inout [WordPiece], _ runs: inout [Range<Int>]
  ) throws(AnalysisError) {
    let scalars = text.span
    let table = lattice.table
    if let table { lattice.findWords(in: window, of: scalars, table) }
    var start = window.lowerBound
    var index = start
    while index < window.upperBound {
      guard scalars[index].cutClass.isHan else {
        index += 1
        continue
      }
      let run = HanRun(in: scalars, from: index, limit: window.upperBound)
      index = run.range.upperBound
      guard run.stands(aloneIn: scalars, window) else { continue }
      try cutOther(text, start..<run.range.lowerBound, into: &pieces)
      if table != nil, run.isPlain {
        var place = run.range.lowerBound
        while place < index {
          let end = window.lowerBound + lattice.end(of: place - window.lowerBound)
          pieces.append(WordPiece(range: place..<end, kind: .han))
          place = end
        }
      } else {
        lattice.cut(run.range, of: scalars, into: &pieces)
      }
      runs.append(run.range)
      start = index
    }
    try cutOther(text, start..<window.upperBound, into: &pieces)
  }

  @inline(__always)
  private func cutOther(
    _ text: [FoldedScalar], _ stretch: Range<Int>, into pieces: inout [WordPiece]
  ) throws(AnalysisError) {
    // Mostly one mark.
    if stretch.count <= 1, stretch.isEmpty || text[stretch.lowerBound].cutClass.isMark { return }
    if ASCIIWords.append(stretch, of: text.span, to: &pieces) { return }
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

  private func windows(of text: [FoldedScalar]) -> [Range<Int>] {
    var windows: [Range<Int>] = []
    var start = 0
    while start < text.count {
      let end = endOfWindow(text, from: start)
      windows.append(start..<end)
      start = end
    }
    return windows
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

/// A stretch of Han characters that are cut by the dictionary only, as long as it may be.
private struct HanRun {
  let range: Range<Int>
  /// Whether each character takes one unit of UTF-16.
  let isPlain: Bool

  @inline(__always)
  init(in text: Span<FoldedScalar>, from start: Int, limit: Int) {
    var end = start
    while end < limit, text[end].entry.isPlainHan { end += 1 }
    let plainEnd = end
    while end < limit, text[end].cutClass.isHan { end += 1 }
    range = start..<end
    isPlain = end == plainEnd
  }

  /// Whether the run is a piece of ICU's rules as it is.
  @inline(__always)
  func stands(aloneIn text: Span<FoldedScalar>, _ window: Range<Int>) -> Bool {
    let (left, right) = (range.lowerBound - 1, range.upperBound)
    return (left < window.lowerBound || text[left].cutClass != .joinsHan)
      && (right >= window.upperBound || text[right].cutClass != .joinsHan)
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
