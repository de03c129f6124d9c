/// What a document in RTF consists of (Rich Text Format 1.9.1, "Conventions of an RTF reader").
enum RTFToken: Equatable {
  case groupStart
  case groupEnd
  /// A word with its number: `\fs24`.
  case word(String, Int?)
  /// A sign: `\~`, and `\*` before a group that readers may pass over.
  case sign(UInt8)
  /// A byte of the text, as it stands or as `\'d6`.
  case byte(UInt8)
}

/// Cuts a document into tokens.
struct RTFTokens {
  private let bytes: [UInt8]
  private(set) var position = 0

  private static let longestWord = 32
  private static let longestNumber = 10

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  mutating func next() -> RTFToken? {
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      switch byte {
      case UInt8(ascii: "{"): return .groupStart
      case UInt8(ascii: "}"): return .groupEnd
      case UInt8(ascii: "\\"): return control()
      // Ends of lines only make the file readable.
      case 0x0A, 0x0D, 0: continue
      default: return .byte(byte)
      }
    }
    return nil
  }

  /// Passes over bytes that are no text.
  mutating func skip(_ count: Int) { position = min(bytes.count, position + max(0, count)) }

  private mutating func control() -> RTFToken? {
    guard position < bytes.count else { return nil }
    let first = bytes[position]
    guard Self.isLetter(first) else {
      position += 1
      if first == UInt8(ascii: "'") { return hexadecimalByte() }
      // An end of line behind a backslash ends a paragraph.
      return first == 0x0A || first == 0x0D ? .word("par", nil) : .sign(first)
    }
    let start = position
    while position < bytes.count, position - start < Self.longestWord,
      Self.isLetter(bytes[position])
    {
      position += 1
    }
    let word = String(decoding: bytes[start..<position], as: UTF8.self)
    let number = self.number()
    if position < bytes.count, bytes[position] == 0x20 { position += 1 }
    return .word(word, number)
  }

  private mutating func number() -> Int? {
    let start = position
    if position < bytes.count, bytes[position] == UInt8(ascii: "-") { position += 1 }
    while position < bytes.count, position - start < Self.longestNumber,
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[position])
    {
      position += 1
    }
    let number = Int(String(decoding: bytes[start..<position], as: UTF8.self))
    if number == nil { position = start }
    return number
  }

  private mutating func hexadecimalByte() -> RTFToken {
    guard position + 1 < bytes.count, let high = TransferEncoding.hexadecimal(bytes[position]),
      let low = TransferEncoding.hexadecimal(bytes[position + 1])
    else { return .sign(UInt8(ascii: "'")) }
    position += 2
    return .byte(high << 4 | low)
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }
}
