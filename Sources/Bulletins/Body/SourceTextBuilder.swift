/// Puts parts of lines together to one text, with the way back to the file.
struct SourceTextBuilder {
  private var bytes: [UInt8] = []
  private var pieces: [Piece] = []
  private let file: ReadFile

  init(_ file: ReadFile) {
    self.file = file
  }

  var isEmpty: Bool { bytes.isEmpty }

  var text: SourceText {
    SourceText(string: String(decoding: bytes, as: UTF8.self), pieces: pieces)
  }

  /// Adds a part of ``ReadFile/text`` that is within one line.
  mutating func append(_ run: TextRun) {
    let range = run.text
    let start = bytes.count
    for piece in file.pieces[file.lines[run.line].pieces] {
      let low = max(piece.textOffset, range.lowerBound)
      let high = min(piece.textOffset + piece.count, range.upperBound)
      // An empty piece belongs to the byte behind it.
      guard low < high || piece.count == 0 && low == high && low < range.upperBound else {
        continue
      }
      pieces.append(
        Piece(
          textOffset: start + low - range.lowerBound,
          sourceOffset: piece.sourceOffset + low - piece.textOffset, count: high - low))
    }
    bytes.append(contentsOf: file.text[range])
  }

  /// Adds a part of a line, with a blank in place of each line feed.
  mutating func appendOnOneLine(_ run: TextRun) {
    let start = bytes.count
    append(run)
    for index in start..<bytes.count where bytes[index] == 0x0A { bytes[index] = 0x20 }
  }

  /// Adds a byte that the file does not hold there.
  mutating func insert(_ byte: UInt8) {
    bytes.append(byte)
  }

  /// Adds words that a line has, or words made of it, which stand where it begins.
  ///
  /// What is at the start of the line is meant, or else what comes last in it: the name of the
  /// bulletin may return in the subtitle.
  mutating func append(_ words: String, in line: Int) {
    guard let range = Self.range(of: Array(words.utf8), in: file, line) else {
      let start = file.visibleBytes(line).lowerBound
      pieces.append(Piece(textOffset: bytes.count, sourceOffset: start, count: 0))
      bytes.append(contentsOf: words.utf8)
      return
    }
    appendOnOneLine(TextRun(line: line, text: range))
  }

  /// Where the words stand in ``ReadFile/text``.
  private static func range(of words: [UInt8], in file: ReadFile, _ line: Int) -> Range<Int>? {
    let text = file.lines[line].text
    guard !words.isEmpty, words.count <= text.count else { return nil }
    func stand(at start: Int) -> Bool {
      zip(words, file.text[start...]).allSatisfy { $0 == ($1 == 0x0A ? 0x20 : $1) }
    }
    if stand(at: text.lowerBound) { return text.lowerBound..<text.lowerBound + words.count }
    var start = text.upperBound - words.count
    while start > text.lowerBound {
      if stand(at: start) { return start..<start + words.count }
      start -= 1
    }
    return nil
  }
}
