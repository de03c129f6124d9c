/// A file cut into lines with kinds, their mark-up removed.
///
/// Everything that understands bulletins works on this, whether the file was Markdown or HTML.
struct ReadFile {
  var source: [UInt8]
  var lines: [Line] = []
  /// The visible text of all lines, one after the other.
  var text: [UInt8] = []
  /// The runs of ``text`` that were copied as they are; their text offsets count from its start.
  var pieces: [Piece] = []
  var frontMatterDate: IssueDate?
  /// What an HTML page says of itself.
  var page: PageInfo?
  /// Whether the file holds links or images with an address: it was written for a screen, so it was
  /// never cut into pages.
  var hasLinks = false

  func string(_ index: Int) -> String {
    String(decoding: text[lines[index].text], as: UTF8.self)
  }

  /// The text of a line of at most `maximum` bytes; nil if it is longer or empty.
  func shortString(_ index: Int, maximum: Int = ReadFile.shortByteCount) -> String? {
    let range = lines[index].text
    guard !range.isEmpty, range.count <= maximum else { return nil }
    return String(decoding: text[range], as: UTF8.self)
  }

  /// How many bytes a line may have that is a title, a mark or part of the masthead: a hundred
  /// characters of Chinese.
  static let shortByteCount = 300

  /// The bytes of the file from the first to the last character of a line's text.
  func visibleBytes(_ index: Int) -> Range<Int> {
    let line = lines[index]
    guard let first = pieces[line.pieces].first, let last = pieces[line.pieces].last else {
      return line.bytes.lowerBound..<line.bytes.lowerBound
    }
    return first.sourceOffset..<last.sourceOffset + last.count
  }

  /// The byte of the file at which the byte `offset` of ``text`` stands, within one line.
  func sourceOffset(ofTextOffset offset: Int, in index: Int) -> Int {
    var result = lines[index].bytes.lowerBound
    for piece in pieces[lines[index].pieces] {
      guard piece.textOffset <= offset else { break }
      result = piece.sourceOffset + min(offset - piece.textOffset, piece.count)
    }
    return result
  }
}
