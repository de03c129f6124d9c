/// Collects the visible text of lines together with the pieces that were copied.
struct VisibleText {
  private(set) var text: [UInt8] = []
  private(set) var pieces: [Piece] = []
  private var lineStart = 0
  private var linePiece = 0

  var isLineEmpty: Bool { text.count == lineStart }
  var lastByte: UInt8? { isLineEmpty ? nil : text[text.count - 1] }

  mutating func beginLine() {
    lineStart = text.count
    linePiece = pieces.count
  }

  /// Copies bytes of the file; blanks at the start of a line are left out.
  mutating func copy(_ range: Range<Int>, of source: [UInt8]) {
    var start = range.lowerBound
    if isLineEmpty {
      while start < range.upperBound {
        let count = Blanks.length(in: source, at: start, end: range.upperBound)
        guard count > 0 else { break }
        start += count
      }
    }
    guard start < range.upperBound else { return }
    record(start, count: range.upperBound - start)
    text.append(contentsOf: source[start..<range.upperBound])
  }

  /// Adds bytes for what stands at an offset of the file in another form.
  mutating func insert(_ bytes: some Sequence<UInt8>, at sourceOffset: Int) {
    pieces.append(Piece(textOffset: text.count, sourceOffset: sourceOffset, count: 0))
    text.append(contentsOf: bytes)
  }

  /// Adds a blank or a line feed unless the line is empty or ends with one.
  mutating func insertSeparator(_ byte: UInt8) {
    guard let last = lastByte, last != 0x20, last != 0x0A else { return }
    text.append(byte)
  }

  /// Ends the line, without the blanks at its end; returns where its text and its pieces are.
  mutating func endLine() -> (text: Range<Int>, pieces: Range<Int>) {
    while text.count > lineStart {
      let count = Blanks.length(in: text, before: text.count, start: lineStart)
      guard count > 0 else { break }
      text.removeLast(count)
    }
    while pieces.count > linePiece, let last = pieces.last {
      let excess = last.textOffset + last.count - text.count
      guard excess > 0 || last.textOffset == text.count else { break }
      guard excess < last.count else {
        pieces.removeLast()
        continue
      }
      pieces[pieces.count - 1].count -= excess
    }
    return (lineStart..<text.count, linePiece..<pieces.count)
  }

  private mutating func record(_ sourceOffset: Int, count: Int) {
    let last = pieces.count - 1
    if last >= linePiece, pieces[last].sourceOffset + pieces[last].count == sourceOffset,
      pieces[last].textOffset + pieces[last].count == text.count
    {
      pieces[last].count += count
    } else {
      pieces.append(Piece(textOffset: text.count, sourceOffset: sourceOffset, count: count))
    }
  }
}
