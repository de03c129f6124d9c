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
  /// What an HTML page says of itself.
  var page: PageInfo?
  /// What stands before the text.
  var head = FileHead()
  /// Whether the file holds links or images with an address: it was written for a screen, so it was
  /// never cut into pages.
  var hasLinks = false
  /// Whether no line cuts a paragraph, so that none may be put together with the next.
  var hasWholeParagraphs = false
  /// The pages of a document; nil for a text file.
  var pages: PageTable?

  /// Some lines as a file of their own, without what a page says of itself; places stay those of the whole file.
  ///
  /// What stands before the text belongs to the first line.
  func part(_ range: Range<Int>) -> ReadFile {
    var part = self
    part.lines = Array(lines[range])
    part.page = nil
    if range.lowerBound > 0 { part.head = FileHead() }
    return part
  }

  /// The bytes of the file that the lines have.
  var bytes: Range<Int> {
    guard let first = lines.first, let last = lines.last else { return 0..<0 }
    return first.bytes.lowerBound..<last.bytes.upperBound
  }

  /// Where the text of the lines is in ``text``.
  var textRange: Range<Int> {
    guard let first = lines.first(where: { !$0.text.isEmpty }),
      let last = lines.last(where: { !$0.text.isEmpty })
    else { return 0..<0 }
    return first.text.lowerBound..<max(first.text.lowerBound, last.text.upperBound)
  }

  /// Whether the text is in traditional characters, as texts of Taiwan are.
  ///
  /// Looked for are the characters that are most frequent of those whose simplified form is another one.
  var isTraditional: Bool {
    var traditional = 0
    var simplified = 0
    for scalar in String(decoding: text[textRange].prefix(Self.sampledByteCount), as: UTF8.self)
      .unicodeScalars
    {
      if Self.traditional.contains(scalar) { traditional += 1 }
      if Self.simplified.contains(scalar) { simplified += 1 }
    }
    return traditional > simplified
  }

  private static let sampledByteCount = 12_000
  private static let traditional = Set("會國學為這時們來對個發開說樹長過請專訊協員議題報區無與從後點間問體現園".unicodeScalars)
  private static let simplified = Set("会国学为这时们来对个发开说树长过请专讯协员议题报区无与从后点间问体现园".unicodeScalars)

  /// Whether a line is a heading that is one link: `### [题目](url)`.
  func isLinkedHeading(_ index: Int) -> Bool {
    guard lines[index].isHeading else { return false }
    let bytes = source[lines[index].bytes].drop { $0 == UInt8(ascii: "#") || $0 <= 0x20 }
    let end = bytes.lastIndex { $0 > 0x20 }
    return bytes.first == UInt8(ascii: "[") && end.map { bytes[$0] == UInt8(ascii: ")") } ?? false
  }

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
