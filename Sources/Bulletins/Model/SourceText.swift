/// What a reader sees of a part of the file, with the way back to its bytes.
///
/// Paragraphs are separated by a line feed, mark-up is gone, paragraphs that a page break cut are
/// whole again. What the file does not hold as it is (line feeds, blanks between lines) is in no
/// piece; a decoded entity begins with an empty one, which says where it stands.
public struct SourceText: Equatable, Sendable {
  /// The text.
  public let string: String
  /// In order of both offsets, without overlap.
  public let pieces: [Piece]

  /// Where the byte at `offset` of the text stands in the file.
  ///
  /// A byte that was not copied from the file stands where the piece before it ends. Nil if the
  /// offset is outside the text or no piece is before it.
  ///
  /// - Complexity: O(log *n*) in the number of pieces.
  public func sourceOffset(ofTextOffset offset: Int) -> Int? {
    guard (0..<string.utf8.count).contains(offset) else { return nil }
    var low = 0
    var high = pieces.count
    while low < high {
      let middle = (low + high) / 2
      if pieces[middle].textOffset <= offset { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return nil }
    let piece = pieces[low - 1]
    return piece.sourceOffset + min(offset - piece.textOffset, piece.count)
  }
}
