/// Tells in what encoding the bytes of a file are, and decodes them.
///
/// A byte order mark decides first, then well-formed UTF-8, unless all of it is ASCII and Chinese in HZ or
/// UTF-7. UTF-8 with a few bad bytes is repaired. Otherwise GB18030, Big5, UTF-16 and UTF-32 are tried, and the
/// one whose text has the most of the characters that are frequent in Chinese is taken, since most bytes are
/// valid in several.
///
/// A short text in GB18030 whose every byte pair is UTF-8 too, such as 通知 alone in a file, is taken for UTF-8:
/// nothing in the file tells them apart, and to go by its neighbours would change how a file is read when another
/// one is added. Of two random characters of GB 2312 two pairs in a hundred are so, of five less than one text in ten
/// thousand; `--encoding` reads such a file.
///
/// Some programs pad text with null bytes, which become blanks. A file with more than a few is read all the same if
/// it ends in them or if at most a tenth of the rest is null, it has no other control characters, and what else it
/// has is Chinese beyond doubt, in UTF-8, GB18030 or Big5; no program, picture or archive is all of that.
public enum TextDecoder {
  /// The text of a file.
  ///
  /// - Throws: ``TextDecodingError`` if the file is not text.
  public static func decode(_ bytes: [UInt8]) throws(TextDecodingError) -> DecodedText {
    if let kind = BinaryKind(signatureOf: bytes) { throw .binary(kind) }
    if let marked = encoding(markedIn: bytes) {
      let text = try decode(bytes, as: marked)
      guard text.hasFewReplacements else { throw .undecodable }
      return text
    }
    let nullCount = bytes.count { $0 == 0 }
    if nullCount > 0, let text = try bestWide(bytes, nullCount: nullCount) { return text }
    guard nullCount * 100 <= bytes.count else {
      guard let text = try padded(bytes) else { throw .binary(.unknown) }
      return text
    }
    if let text = sevenBit(bytes) { return text }
    let repair = UTF8Repair(bytes)
    if repair.isPlausible { return DecodedText(repair, encoding: .utf8) }
    guard let text = try bestByEvidence(bytes) else { throw .undecodable }
    return text
  }

  /// The text of a file whose encoding is known; what is not in it is replaced.
  ///
  /// - Throws: ``TextDecodingError/converterUnavailable(_:)`` if ICU lacks the table.
  public static func decode(
    _ bytes: [UInt8], as encoding: TextEncoding
  ) throws(TextDecodingError) -> DecodedText {
    guard let name = encoding.converterName else {
      return DecodedText(UTF8Repair(bytes), encoding: encoding)
    }
    let bytes = encoding == .gb18030 ? withEuroSigns(bytes) : bytes
    let converted = try ByteConverter(bytes, from: encoding, named: name, limit: .max)
    guard let converted else { throw .undecodable }
    return DecodedText(converted, encoding: encoding)
  }
}

extension TextDecoder {
  /// How much better a later encoding has to score, so that short texts go to the likelier one.
  private static let margin = 0.05
  /// What a candidate with replaced characters loses against one without.
  private static let replacementPenalty = 0.1

  private static func encoding(markedIn bytes: [UInt8]) -> TextEncoding? {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return .utf8BOM }
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]) { return .utf32LE }
    if bytes.starts(with: [0, 0, 0xFE, 0xFF]) { return .utf32BE }
    if bytes.starts(with: [0xFF, 0xFE]) { return .utf16LE }
    if bytes.starts(with: [0xFE, 0xFF]) { return .utf16BE }
    return nil
  }

  /// UTF-32 or UTF-16 without a mark that has null bytes, which Latin letters and line ends bring.
  ///
  /// In UTF-32, every fourth byte is null.
  private static func bestWide(
    _ bytes: [UInt8], nullCount: Int
  ) throws(TextDecodingError) -> DecodedText? {
    if bytes.count.isMultiple(of: 4), nullCount * 4 >= bytes.count,
      let text = try best(of: [.utf32LE, .utf32BE], for: bytes, limit: 0)
    {
      return text
    }
    return try best(of: [.utf16LE, .utf16BE], for: bytes, limit: 0)
  }

  /// Chinese that is padded with null bytes; nil if it may be something else.
  private static func padded(_ bytes: [UInt8]) throws(TextDecodingError) -> DecodedText? {
    let end = bytes.lastIndex { $0 != 0 }.map { $0 + 1 } ?? 0
    let kept = bytes[..<end].filter { $0 != 0 }
    guard (end - kept.count) * shareOfPadding <= end, !kept.contains(where: isControl) else {
      return nil
    }
    if UTF8Validator.firstMalformed(in: kept, from: 0) == nil {
      let evidence = EncodingEvidence(Array(String(decoding: kept, as: UTF8.self).utf16))
      guard evidence.isChinese else { return nil }
      return try decode(bytes, as: .utf8)
    }
    guard let best = try best(of: [.gb18030, .big5], for: kept, limit: 1),
      EncodingEvidence(Array(String(decoding: best.utf8, as: UTF8.self).utf16)).isChinese
    else { return nil }
    return try decode(bytes, as: best.encoding)
  }

  /// One byte of so many may be padding within a text.
  private static let shareOfPadding = 10

  /// Whether a byte is a control character that texts do not have.
  private static func isControl(_ byte: UInt8) -> Bool {
    switch byte {
    // Tab, line feed, form feed, carriage return, and the end of a file of DOS.
    case 0x09, 0x0A, 0x0C, 0x0D, 0x1A: false
    default: byte < 0x20 || byte == 0x7F
    }
  }

  /// Chinese in bytes that are all ASCII; nil if it is ASCII that is meant.
  private static func sevenBit(_ bytes: [UInt8]) -> DecodedText? {
    // In other files, a byte that is none soon comes.
    guard !bytes.contains(where: { $0 >= 0x80 }) else { return nil }
    var encodings: [TextEncoding] = []
    if bytes.hasPair(UInt8(ascii: "~"), UInt8(ascii: "{")) { encodings.append(.hz) }
    if bytes.contains(UInt8(ascii: "+")) { encodings.append(.utf7) }
    for encoding in encodings {
      guard let name = encoding.converterName,
        let converted = try? ByteConverter(bytes, from: encoding, named: name, limit: 0)
      else { continue }
      let evidence = EncodingEvidence(converted.units)
      guard evidence.isChinese else { continue }
      return DecodedText(converted, encoding: encoding)
    }
    return nil
  }

  /// The bytes with the € of Windows' code page 936, which is 0x80, as GB18030 has it.
  private static func withEuroSigns(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.contains(0x80) else { return bytes }
    var repaired: [UInt8] = []
    repaired.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      if bytes[index] == 0x80 {
        repaired += [0xA2, 0xE3]
        index += 1
        continue
      }
      // The second byte of a character may be 0x80 too, and never that of one of four.
      let end = min(index + (bytes[index] > 0x80 ? 2 : 1), bytes.count)
      repaired += bytes[index..<end]
      index = end
    }
    return repaired
  }

  private static func bestByEvidence(
    _ bytes: [UInt8]
  ) throws(TextDecodingError) -> DecodedText? {
    try best(
      of: [.gb18030, .big5, .utf16LE, .utf16BE], for: bytes, limit: max(1, bytes.count / 200))
  }

  private static func best(
    of encodings: [TextEncoding], for bytes: [UInt8], limit: Int
  ) throws(TextDecodingError) -> DecodedText? {
    var best: (score: Double, converted: ByteConverter, encoding: TextEncoding)?
    for encoding in encodings {
      let source = encoding == .gb18030 ? withEuroSigns(bytes) : bytes
      guard let name = encoding.converterName,
        let converted = try ByteConverter(source, from: encoding, named: name, limit: limit)
      else { continue }
      let evidence = EncodingEvidence(converted.units)
      guard evidence.isConvincing else { continue }
      let score = evidence.score - (converted.replaced > 0 ? replacementPenalty : 0)
      if let best, score <= best.score + margin { continue }
      best = (score, converted, encoding)
    }
    return best.map { DecodedText($0.converted, encoding: $0.encoding) }
  }
}

extension DecodedText {
  fileprivate init(_ repair: UTF8Repair, encoding: TextEncoding) {
    self.init(
      utf8: repair.utf8.withoutNulls(), encoding: encoding, replaced: repair.replaced,
      endsInsideCharacter: repair.endsInsideCharacter)
  }

  fileprivate init(_ converted: ByteConverter, encoding: TextEncoding) {
    self.init(
      utf8: converted.units.utf8OfUTF16().withoutNulls(), encoding: encoding,
      replaced: converted.replaced,
      endsInsideCharacter: converted.endsInsideCharacter)
  }

  /// Whether replacements are so few that the text is still worth reading.
  fileprivate var hasFewReplacements: Bool { replaced <= 1 || replaced * 100 <= utf8.count }
}

extension [UInt8] {
  /// The bytes with blanks for null bytes, each of one byte too, so that places stay what they are.
  fileprivate func withoutNulls() -> [UInt8] {
    guard contains(0) else { return self }
    return map { $0 == 0 ? UInt8(ascii: " ") : $0 }
  }

  /// Whether two bytes stand together somewhere.
  fileprivate func hasPair(_ first: UInt8, _ second: UInt8) -> Bool {
    zip(self, dropFirst()).contains { $0 == first && $1 == second }
  }
}
