// JSON before the text, as Hugo takes it.
extension FrontMatter {
  /// Reads an object that stands before other text; a file that is nothing but JSON has no front matter.
  mutating func readJSON(from start: Int) {
    var position = start + 1
    /// The brackets that are open.
    var open = [UInt8(ascii: "{")]
    /// The field of the key that was read last, and the one that the innermost object belongs to.
    var key: Field?
    var owner: Field?
    var expectsKey = true
    while position < min(source.count, start + Self.maximumObjectLength) {
      let byte = source[position]
      switch byte {
      case UInt8(ascii: "\""):
        guard let close = stringEnd(from: position) else { return values = [] }
        let text = position + 1..<close
        if expectsKey {
          key = open.count == 1 ? Self.field(of: Array(source[text])) : isName(text) ? owner : nil
        } else if let key {
          add(key, text, quote: byte)
        }
        position = close
      case UInt8(ascii: ":"): expectsKey = false
      case UInt8(ascii: ","): expectsKey = open.last == UInt8(ascii: "{")
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        if open.count == 1 { owner = key == .author ? .author : nil }
        open.append(byte)
        expectsKey = byte == UInt8(ascii: "{")
      case UInt8(ascii: "]"), UInt8(ascii: "}"):
        open.removeLast()
        if open.isEmpty { return finishJSON(at: position + 1) }
      default: break
      }
      position += 1
    }
    values = []
  }

  /// Longer objects are data, not the head of a text.
  private static let maximumObjectLength = 1 << 16

  private func isName(_ text: Range<Int>) -> Bool { source[text].elementsEqual("name".utf8) }

  private func stringEnd(from start: Int) -> Int? {
    var position = start + 1
    while position < source.count {
      if source[position] == UInt8(ascii: "\\") { position += 1 }
      if position < source.count, source[position] == UInt8(ascii: "\"") { return position }
      position += 1
    }
    return nil
  }

  private mutating func finishJSON(at close: Int) {
    let rest = Blanks.trimmed(close..<source.count, in: source)
    let lineEnd = source[close...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? source.count
    guard !values.isEmpty, !rest.isEmpty, Blanks.trimmed(close..<lineEnd, in: source).isEmpty else {
      return values = []
    }
    setEnd(lineEnd)
  }
}
