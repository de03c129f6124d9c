/// Walks over the lines of a file as an editor counts them.
///
/// A line ends with LF, CRLF or CR. A form feed ends a line too, without being counted: the text
/// behind it is still on the same line for an editor.
struct PhysicalLines {
  struct Element {
    /// The bytes without the line end.
    var content: Range<Int>
    /// Where the next line begins.
    var next: Int
    var number: Int
  }

  private let source: [UInt8]
  private var offset = 0
  private var number = 1

  init(_ source: [UInt8]) {
    self.source = source
  }

  /// At most how many lines a file has.
  static func count(in source: [UInt8]) -> Int {
    source.reduce(into: 1) { count, byte in if endsLine(byte) { count += 1 } }
  }

  mutating func next() -> Element? {
    guard offset < source.count else { return nil }
    let start = offset
    var end = start
    while end < source.count, !Self.endsLine(source[end]) { end += 1 }
    let element = Element(content: start..<end, next: lineEnd(at: end), number: number)
    if end < source.count, source[end] != 0x0C { number += 1 }
    offset = element.next
    return element
  }

  private func lineEnd(at end: Int) -> Int {
    guard end < source.count else { return end }
    let isPair = source[end] == 0x0D && end + 1 < source.count && source[end + 1] == 0x0A
    return end + (isPair ? 2 : 1)
  }

  private static func endsLine(_ byte: UInt8) -> Bool {
    byte < 0x0E && (byte == 0x0A || byte == 0x0D || byte == 0x0C)
  }
}
