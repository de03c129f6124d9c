/// Cuts what often stands between Chinese, ASCII words, numbers and common marks, as ICU's rules do.
///
/// Letters and digits are together (`5g`); marks between two letters or two digits may join them
/// (`3.5`, `10,000`, `don't`).
enum ASCIIWords {
  /// Appends the words of a stretch to `pieces`.
  ///
  /// - Returns: Whether that was possible; if not, `pieces` is as it was, and ICU has to be asked.
  static func append(
    _ stretch: Range<Int>, of text: [FoldedScalar], to pieces: inout [WordPiece]
  ) -> Bool {
    let countBefore = pieces.count
    var start: Int?
    var hasLetter = false
    var last = Kind.separator
    for index in stretch {
      let kind = Kind(text[index].value)
      switch kind {
      case .letter, .digit:
        start = start ?? index
        hasLetter = hasLetter || kind == .letter
      case .separator, .joiner, .numberJoiner, .unusualJoiner:
        let next = index + 1 < stretch.upperBound ? Kind(text[index + 1].value) : .separator
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
      case .other:
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

  /// What a scalar of folded text is to the rules.
  private enum Kind {
    case letter
    case digit
    /// Never in a word.
    case separator
    /// In a word between two letters or two digits.
    case joiner
    /// In a word between two digits.
    case numberJoiner
    /// What some versions of the rules join and others do not.
    case unusualJoiner
    case other

    var isWord: Bool { self == .letter || self == .digit }

    init(_ scalar: UInt32) {
      switch scalar {
      case 0x61...0x7A: self = .letter
      case 0x30...0x39: self = .digit
      case 0x27, 0x2E: self = .joiner  // ' .
      case 0x2C, 0x3B: self = .numberJoiner  // , ;
      case 0x3A, 0xB7, 0x2018, 0x2019: self = .unusualJoiner  // : · ‘ ’
      // @ is a letter to some versions; A–Z, which folded text does not have; _
      case 0x40...0x5A, 0x5F: self = .other
      case ..<0x80: self = .separator
      // – — “ ” 、 。 《 》 【 】 〔 〕 and the like
      case 0x2010...0x2015, 0x201C...0x201D, 0x3000...0x3002, 0x3008...0x3011, 0x3014...0x301B:
        self = .separator
      default: self = .other
      }
    }

    func joins(_ left: Kind, _ right: Kind) -> Bool {
      switch self {
      case .joiner: left == right && left.isWord
      case .numberJoiner: left == .digit && right == .digit
      default: false
      }
    }
  }
}
