internal import InvertedIndex

/// The words of a line one after the other, as the bytes of terms.
struct WordScanner {
  private static let space = UInt8(ascii: " ")

  private let line: ArraySlice<UInt8>
  private var position: Int

  init(_ line: ArraySlice<UInt8>) {
    self.line = line
    position = line.startIndex
  }

  /// The next word, of a long one the first ``Term/maximumByteCount`` bytes; nil at the end of the line.
  mutating func next() throws(TokenError) -> [UInt8]? {
    while position < line.endIndex, line[position] == Self.space { position += 1 }
    let start = position
    while position < line.endIndex, line[position] != Self.space {
      guard line[position] != 0 else { throw .zeroByte }
      position += 1
    }
    guard position > start else { return nil }
    return Array(line[start..<position].prefix(Term.maximumByteCount))
  }
}
