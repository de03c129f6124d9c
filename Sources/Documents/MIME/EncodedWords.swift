/// Words of a header in a charset of their own: `=?gb2312?B?zajRtg==?=` (RFC 2047).
enum EncodedWords {
  private struct Word {
    var charset: String
    var bytes: [UInt8]
    var end: Int
  }

  /// The text of a field.
  ///
  /// Neighbouring words of one charset are decoded as one, since many programs cut words within a character. Bytes that
  /// are no ASCII, which should not be there, are taken for text in whatever encoding they are in.
  static func decoded(_ value: [UInt8]) -> String {
    var result = ""
    var plain: [UInt8] = []
    var pending: Word?
    func endPlain() {
      result += String(decoding: MIMEText.decoded(plain, charset: nil), as: UTF8.self)
      plain = []
    }
    func endWord() {
      guard let word = pending else { return }
      result += String(
        decoding: MIMEText.decoded(word.bytes, charset: word.charset), as: UTF8.self)
      pending = nil
    }
    var position = 0
    while position < value.count {
      if value[position] == UInt8(ascii: "="), let word = word(in: value, at: position) {
        if var before = pending, plain.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) {
          // Blanks between two encoded words do not count.
          plain = []
          if before.charset.lowercased() == word.charset.lowercased() {
            before.bytes += word.bytes
            pending = before
          } else {
            endWord()
            pending = word
          }
        } else {
          endWord()
          endPlain()
          pending = word
        }
        position = word.end
      } else {
        if pending != nil, value[position] > 0x20 { endWord() }
        plain.append(value[position])
        position += 1
      }
    }
    endWord()
    endPlain()
    return result
  }

  private static let longestWord = 2_000

  private static func word(in value: [UInt8], at start: Int) -> Word? {
    let limit = min(value.count, start + longestWord)
    let mark = UInt8(ascii: "?")
    guard start + 1 < limit, value[start + 1] == mark,
      let charsetEnd = value[(start + 2)..<limit].firstIndex(of: mark),
      charsetEnd + 2 < limit, value[charsetEnd + 2] == mark
    else { return nil }
    let text = charsetEnd + 3
    guard
      let end = value[text..<limit].indices.first(where: {
        value[$0] == mark && $0 + 1 < value.count && value[$0 + 1] == UInt8(ascii: "=")
      })
    else { return nil }
    let charset = value[(start + 2)..<charsetEnd]
    let bytes: [UInt8]
    switch value[charsetEnd + 1] {
    case UInt8(ascii: "B"), UInt8(ascii: "b"):
      bytes = TransferEncoding.base64(value[text..<end])
    case UInt8(ascii: "Q"), UInt8(ascii: "q"):
      let blanks = value[text..<end].map { $0 == UInt8(ascii: "_") ? 0x20 : $0 }
      bytes = TransferEncoding.escaped(blanks[...], by: UInt8(ascii: "="))
    default: return nil
    }
    // A language may follow the charset behind an asterisk.
    let name = String(decoding: charset.prefix { $0 != UInt8(ascii: "*") }, as: UTF8.self)
    return Word(charset: name, bytes: bytes, end: end + 2)
  }
}
