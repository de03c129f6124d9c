/// Cuts a text again where words of a user's dictionary stand in it.
///
/// A lattice over the places of the text: words of ICU's dictionary in plain Han runs, the pieces of ICU's
/// rules elsewhere, and the user's words, which may go over both. The way that costs least is taken. A
/// piece of the rules costs as much as an unknown character, which changes nothing where there is no
/// user's word and lets one with a cost of its own win over several of them. Where the iterator cut Han
/// (kana beside it, or no dictionary that can be read), its single characters may be left by themselves,
/// so that 以太|忻 becomes 以|太忻 for 太忻; a word of the iterator is cheaper.
struct UserWordLattice {
  private static let pieceCost = HanDictionary.unknownCost
  /// A little more than a piece, so that pieces are only cut for a user's word.
  private static let characterCost = pieceCost + 1

  private let words: WordList
  private var steps: [(cost: UInt32, origin: Int)] = []

  init(_ words: WordList) {
    self.words = words
  }

  /// The words of a text and what a user's word took the place of.
  struct Cut {
    var pieces: [WordPiece] = []
    var replaced: [WordPiece] = []
  }

  /// - Parameters:
  ///   - text: Folded text.
  ///   - pieces: Its words without the user's.
  ///   - runs: What of it the lattice of Han cut.
  ///   - han: The lattice, if there is one.
  /// - Returns: Nil if no word of the user stands in the text.
  mutating func cut(
    _ text: [FoldedScalar], pieces: [WordPiece], runs: [Range<Int>], han: inout HanLattice?
  ) -> Cut? {
    let islands = islands(in: text, pieces: pieces)
    guard !islands.isEmpty else { return nil }
    var cut = Cut()
    var (piece, run) = (0, 0)
    for island in islands {
      let first = piece
      while piece < pieces.count, pieces[piece].range.upperBound <= island.lowerBound { piece += 1 }
      cut.pieces += pieces[first..<piece]
      while run < runs.count, runs[run].upperBound <= island.lowerBound { run += 1 }
      let inside = piece
      while piece < pieces.count, pieces[piece].range.lowerBound < island.upperBound { piece += 1 }
      add(text, island, pieces[inside..<piece], runs[run...], &han, to: &cut)
    }
    cut.pieces += pieces[piece...]
    return cut
  }
}

extension UserWordLattice {
  /// The parts of a text that user's words may cut otherwise, in order.
  ///
  /// A part ends where a piece or a Han run ends that no user's word goes over: there is a boundary in
  /// any case.
  private func islands(in text: [FoldedScalar], pieces: [WordPiece]) -> [Range<Int>] {
    var islands: [Range<Int>] = []
    var piece = 0
    for place in text.indices {
      var end = place
      words.forEachWord(at: place, in: text) { wordEnd, _ in end = max(end, wordEnd) }
      guard end > place else { continue }
      let floor = islands.last?.upperBound ?? 0
      var start = place
      while start > floor, text.joinsHan(at: start) { start -= 1 }
      while end < text.count, text.joinsHan(at: end) { end += 1 }
      while piece < pieces.count, pieces[piece].range.upperBound <= start { piece += 1 }
      if piece < pieces.count { start = min(start, pieces[piece].range.lowerBound) }
      var last = piece
      while last < pieces.count, pieces[last].range.lowerBound < end {
        end = max(end, pieces[last].range.upperBound)
        last += 1
      }
      if let previous = islands.last, start < previous.upperBound {
        islands[islands.count - 1] = previous.lowerBound..<max(end, previous.upperBound)
      } else {
        islands.append(start..<end)
      }
    }
    return islands
  }

  /// Cuts one part.
  private mutating func add(
    _ text: [FoldedScalar], _ island: Range<Int>, _ pieces: ArraySlice<WordPiece>,
    _ runs: ArraySlice<Range<Int>>, _ han: inout HanLattice?, to cut: inout Cut
  ) {
    findWay(text, island, pieces, runs, &han)
    var cuts: [Range<Int>] = []
    var end = island.upperBound
    while end > island.lowerBound {
      let start = steps[end - island.lowerBound].origin
      cuts.append(start..<end)
      end = start
    }
    var rest = pieces
    for range in cuts.reversed() {
      while let piece = rest.first, piece.range.upperBound <= range.lowerBound {
        rest.removeFirst()
      }
      if let piece = self.piece(range, of: text, within: rest.first) { cut.pieces.append(piece) }
    }
    let ranges = Set(cuts)
    cut.replaced += pieces.filter { !ranges.contains($0.range) }
  }

  /// What stands between two boundaries; nil if it is no word.
  ///
  /// `base` is the first piece without the user's words that ends behind its beginning.
  private func piece(_ range: Range<Int>, of text: [FoldedScalar], within base: WordPiece?)
    -> WordPiece?
  {
    if words.contains(range, of: text) {
      let kind: Token.Kind =
        text[range].contains { $0.scalarClass == .han }
        ? .han : base?.range == range ? base?.kind ?? .other : .other
      return WordPiece(range: range, kind: kind, isUserWord: true)
    }
    guard let base, base.range.lowerBound < range.upperBound else { return nil }
    return WordPiece(range: range, kind: base.kind)
  }

  private mutating func findWay(
    _ text: [FoldedScalar], _ island: Range<Int>, _ pieces: ArraySlice<WordPiece>,
    _ runs: ArraySlice<Range<Int>>, _ han: inout HanLattice?
  ) {
    let start = island.lowerBound
    var steps = steps
    steps.removeAll(keepingCapacity: true)
    steps += repeatElement((cost: UInt32.max, origin: start), count: island.count + 1)
    steps[0].cost = 0
    var (pieces, runs) = (pieces, runs)
    for place in island {
      let cost = steps[place - start].cost
      guard cost < .max else { continue }
      while let piece = pieces.first, piece.range.upperBound <= place { pieces.removeFirst() }
      while let run = runs.first, run.upperBound <= place { runs.removeFirst() }
      func step(_ end: Int, _ wordCost: UInt32) {
        let sum = cost &+ wordCost
        if sum < steps[end - start].cost { steps[end - start] = (sum, place) }
      }
      words.forEachWord(at: place, in: text, step)
      if let run = runs.first, run.contains(place) {
        han?.forEachWord(at: place, before: run.upperBound, in: text.span, step)
      } else if let piece = pieces.first, piece.range.contains(place) {
        if piece.range.lowerBound == place { step(piece.range.upperBound, Self.pieceCost) }
        if piece.kind == .han {
          step(min(text.endOfCluster(at: place), piece.range.upperBound), Self.characterCost)
        }
      } else {
        step(place + 1, 0)
      }
    }
    self.steps = steps
  }
}

extension [FoldedScalar] {
  /// Whether a scalar and the one before it are both Han or kana.
  fileprivate func joinsHan(at index: Int) -> Bool {
    self[index].scalarClass == .han && self[index - 1].scalarClass == .han
  }

  /// Where the scalars end that come from the same character as the one at `index`.
  fileprivate func endOfCluster(at index: Int) -> Int {
    var end = index + 1
    while end < count, self[end].start == self[index].start { end += 1 }
    return end
  }
}
