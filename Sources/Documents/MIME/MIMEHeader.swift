internal import TextAnalysis

/// The fields at the head of a mail or of a part of one (RFC 5322, section 2.2).
struct MIMEHeader {
  private var fields: [(name: String, value: [UInt8])] = []
  private static let mostFields = 1_000
  private static let longestValue = 1 << 16

  /// Reads fields up to the first empty line.
  ///
  /// - Parameters:
  ///   - bytes: The mail or the part.
  ///   - position: Where the fields begin; afterwards, where the body begins.
  ///   - end: Where the part ends.
  init(_ bytes: [UInt8], from position: inout Int, to end: Int) {
    while position < end {
      let line = MIMELines.line(in: bytes, at: position, end: end)
      position = line.next
      guard !line.content.isEmpty else { return }
      let content = bytes[line.content]
      if content.first == 0x20 || content.first == 0x09 {
        // A line that begins with a blank continues the one before.
        guard var last = fields.popLast() else { continue }
        if last.value.count < Self.longestValue { last.value += content }
        fields.append(last)
        continue
      }
      guard let colon = content.firstIndex(of: UInt8(ascii: ":")) else {
        // The line that some programs write before the first field of a mail.
        if fields.isEmpty, content.starts(with: "From ".utf8) { continue }
        // What is no field begins the body.
        position = line.content.lowerBound
        return
      }
      guard fields.count < Self.mostFields else { continue }
      let name = String(decoding: content[..<colon], as: UTF8.self).lowercased()
      fields.append((MIMEText.trimmed(name), Array(content[(colon + 1)...])))
    }
  }

  func value(_ name: String) -> [UInt8]? { fields.first { $0.name == name }?.value }

  /// The text of a field for readers, its encoded words decoded.
  func text(_ name: String) -> String? {
    guard let value = value(name) else { return nil }
    let text = MIMEText.trimmed(EncodedWords.decoded(value))
    return text.isEmpty ? nil : text
  }

  /// The value of a field with parameters, in lower case, and these.
  func structured(_ name: String) -> (value: String, parameters: MIMEParameters) {
    let bytes = value(name) ?? []
    let parameters = MIMEParameters(bytes)
    return (parameters.value, parameters)
  }
}

/// The lines of a mail, which end in CR LF, LF or CR.
enum MIMELines {
  /// The line at a position without its end, and where the next one begins.
  static func line(
    in bytes: [UInt8], at position: Int, end: Int
  ) -> (content: Range<Int>, next: Int) {
    guard
      let stop = bytes[position..<end].firstIndex(where: { $0 == 0x0A || $0 == 0x0D })
    else { return (position..<end, end) }
    let isPair = bytes[stop] == 0x0D && stop + 1 < end && bytes[stop + 1] == 0x0A
    return (position..<stop, stop + (isPair ? 2 : 1))
  }
}

enum MIMEText {
  /// Without blanks at both ends.
  static func trimmed(_ text: String) -> String {
    let blanks: (Unicode.Scalar) -> Bool = { $0.properties.isWhitespace }
    let start = text.unicodeScalars.drop(while: blanks)
    guard let last = start.lastIndex(where: { !blanks($0) }) else { return "" }
    return String(start[...last])
  }

  /// Names of charsets that only programs write.
  private static let otherNames: [String: TextEncoding] = [
    "eucgb2312_cn": .gb18030, "x-gbk": .gb18030, "ms936": .gb18030, "gb_2312-80": .gb18030,
    "x-x-big5": .big5,
  ]

  /// Text in a charset that a mail names; what the bytes say counts if they contradict it.
  ///
  /// GB2312 is what mails name that have characters of GB18030 too.
  static func decoded(_ bytes: [UInt8], charset: String?) -> [UInt8] {
    let name = charset?.lowercased() ?? ""
    let encoding = otherNames[name] ?? TextEncoding(name: name)
    if let encoding, encoding != .utf8, let text = try? TextDecoder.decode(bytes, as: encoding),
      text.replaced * 20 <= text.utf8.count
    {
      return text.utf8
    }
    if let text = try? TextDecoder.decode(bytes) { return text.utf8 }
    return (try? TextDecoder.decode(bytes, as: .utf8))?.utf8 ?? []
  }
}
