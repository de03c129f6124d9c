internal import InvertedIndex

/// The words of a line one after the other, as terms.
///
/// A word of a few bytes becomes a number while it is read, because to split a line takes as long as to
/// invert it.
struct WordScanner {
  enum Word {
    case short(ShortTerm)
    /// The first ``Term/maximumByteCount`` bytes of a longer word.
    case long([UInt8])
  }

  private static let space = UInt8(ascii: " ")

  private let line: ArraySlice<UInt8>
  private var position: Int

  init(_ line: ArraySlice<UInt8>) {
    self.line = line
    position = line.startIndex
  }

  /// The next word, or nil at the end of the line.
  mutating func next() throws(TokenError) -> Word? {
    while position < line.endIndex, line[position] == Self.space { position += 1 }
    let start = position
    // The first byte is the highest of a key, and what does not fit is shifted out.
    var key: UInt64 = 0
    while position < line.endIndex, line[position] != Self.space {
      guard line[position] != 0 else { throw .zeroByte }
      key = key << UInt8.bitWidth | UInt64(line[position])
      position += 1
    }
    let count = position - start
    guard count > 0 else { return nil }
    let unused = ShortTerm.maximumByteCount - count
    guard unused >= 0 else {
      return .long(Array(line[start..<position].prefix(Term.maximumByteCount)))
    }
    return .short(ShortTerm(key: key << (unused * UInt8.bitWidth)))
  }
}
