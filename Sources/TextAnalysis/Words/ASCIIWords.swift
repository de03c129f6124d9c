/// Cuts what often stands between Chinese, ASCII words, numbers and common marks, as ICU's rules do.
///
/// Letters and digits are together (`5g`); marks between two letters or two digits may join them
/// (`3.5`, `10,000`, `don't`).
enum ASCIIWords {
  /// Appends the words of a stretch to `pieces`.
  ///
  /// - Returns: Whether that was possible; if not, `pieces` is as it was, and ICU has to be asked.
  static func append(
    _ stretch: Range<Int>, of text: Span<FoldedScalar>, to pieces: inout [WordPiece]
  ) -> Bool {
    let countBefore = pieces.count
    var start: Int?
    var hasLetter = false
    var last = CutClass.separator
    for index in stretch {
      let kind = text[index].cutClass
      switch kind {
      case .letter, .digit:
        start = start ?? index
        hasLetter = hasLetter || kind == .letter
      case .separator, .joiner, .numberJoiner, .unusualJoiner:
        let next = index + 1 < stretch.upperBound ? text[index + 1].cutClass : .separator
        if kind.joins(last, next) { break }
        if kind == .unusualJoiner, last.isWord, next.isWord {
          pieces.removeLast(pieces.count - countBefore)
          return false
        }
        if let first = start {
          pieces.append(WordPiece(range: first..<index, kind: hasLetter ? .letters : .number))
        }
        start = nil
        hasLetter = false
      case .other, .joinsHan, .han, .supplementaryHan:
        pieces.removeLast(pieces.count - countBefore)
        return false
      }
      last = kind
    }
    if let start {
      pieces.append(
        WordPiece(range: start..<stretch.upperBound, kind: hasLetter ? .letters : .number))
    }
    return true
  }
}

extension CutClass {
  /// Whether a mark is part of a word between two scalars.
  fileprivate func joins(_ left: CutClass, _ right: CutClass) -> Bool {
    switch self {
    case .joiner: left == right && left.isWord
    case .numberJoiner: left == .digit && right == .digit
    default: false
    }
  }
}
