/// Collects the visible text of lines together with the pieces that were copied.
struct VisibleText {
  private(set) var text: [UInt8] = []
  private(set) var pieces: [Piece] = []
  private var lineStart = 0
  private var linePiece = 0

  var isLineEmpty: Bool { text.count == lineStart }
  var lastByte: UInt8? { isLineEmpty ? nil : text[text.count - 1] }

  mutating func reserveCapacity(_ byteCount: Int) {
    text.reserveCapacity(byteCount)
  }

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

  /// Adds what a reference that begins at `sourceOffset` stands for.
  mutating func insert(_ decoded: String, at sourceOffset: Int) {
    if isLineEmpty, decoded.unicodeScalars.allSatisfy({ Blanks.isBlank($0) }) { return }
    pieces.append(Piece(textOffset: text.count, sourceOffset: sourceOffset, count: 0))
    text.append(contentsOf: decoded.utf8)
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
      guard last.textOffset < text.count else {
        pieces.removeLast()
        continue
      }
      pieces[pieces.count - 1].count = min(last.count, text.count - last.textOffset)
      break
    }
    return (lineStart..<text.count, linePiece..<pieces.count)
  }

  private mutating func record(_ sourceOffset: Int, count: Int) {
    if endsPiece(at: sourceOffset) {
      pieces[pieces.count - 1].count += count
    } else {
      pieces.append(Piece(textOffset: text.count, sourceOffset: sourceOffset, count: count))
    }
  }

  /// Whether the last piece of the line reaches to here in the text and in the file.
  private func endsPiece(at sourceOffset: Int) -> Bool {
    guard pieces.count > linePiece, let last = pieces.last else { return false }
    return last.sourceOffset + last.count == sourceOffset
      && last.textOffset + last.count == text.count
  }
}
