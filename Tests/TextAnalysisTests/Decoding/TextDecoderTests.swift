import Testing
import TextAnalysis

struct TextDecoderTests {
  private static let simplified = "今天全省召开会议，研究明年的通信建设工作。"
  private static let traditional = "今天全省召開會議，研究明年的通訊建設工作。"
  private static let gb: [UInt8] = [
    0xBD, 0xF1, 0xCC, 0xEC, 0xC8, 0xAB, 0xCA, 0xA1, 0xD5, 0xD9, 0xBF, 0xAA, 0xBB, 0xE1, 0xD2, 0xE9,
    0xA3, 0xAC, 0xD1, 0xD0, 0xBE, 0xBF, 0xC3, 0xF7, 0xC4, 0xEA, 0xB5, 0xC4, 0xCD, 0xA8, 0xD0, 0xC5,
    0xBD, 0xA8, 0xC9, 0xE8, 0xB9, 0xA4, 0xD7, 0xF7, 0xA1, 0xA3,
  ]
  private static let big5: [UInt8] = [
    0xA4, 0xB5, 0xA4, 0xD1, 0xA5, 0xFE, 0xAC, 0xD9, 0xA5, 0x6C, 0xB6, 0x7D, 0xB7, 0x7C, 0xC4, 0xB3,
    0xA1, 0x41, 0xAC, 0xE3, 0xA8, 0x73, 0xA9, 0xFA, 0xA6, 0x7E, 0xAA, 0xBA, 0xB3, 0x71, 0xB0, 0x54,
    0xAB, 0xD8, 0xB3, 0x5D, 0xA4, 0x75, 0xA7, 0x40, 0xA1, 0x43,
  ]

  private static func utf16(_ text: String, bigEndian: Bool) -> [UInt8] {
    text.utf16.flatMap { unit in
      let bytes = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
      return bigEndian ? bytes.reversed() : bytes
    }
  }

  private func text(_ decoded: DecodedText) -> String {
    String(decoding: decoded.utf8, as: UTF8.self)
  }

  @Test(arguments: ["", "a", "基站\n", "😀"])
  func `UTF-8 stays as it is`(original: String) throws {
    let decoded = try TextDecoder.decode(Array(original.utf8))
    #expect(decoded.utf8 == Array(original.utf8))
    #expect(decoded.encoding == .utf8)
    #expect(decoded.replaced == 0 && !decoded.endsInsideCharacter)
  }

  @Test(arguments: ["\u{FEFF}", "\u{FEFF}基站"])
  func `a byte order mark stays, so that offsets hold`(original: String) throws {
    let decoded = try TextDecoder.decode(Array(original.utf8))
    #expect(decoded.utf8 == Array(original.utf8))
    #expect(decoded.encoding == .utf8BOM)
  }

  @Test func `simplified text in GB18030 is told from Big5`() throws {
    let decoded = try TextDecoder.decode(Self.gb)
    #expect(text(decoded) == Self.simplified)
    #expect(decoded.encoding == .gb18030)
  }

  @Test func `traditional text in Big5 is told from GB18030`() throws {
    let decoded = try TextDecoder.decode(Self.big5)
    #expect(text(decoded) == Self.traditional)
    #expect(decoded.encoding == .big5)
  }

  @Test func `four bytes of GB18030 are one character`() throws {
    let rare: [UInt8] = [0x81, 0x39, 0xEE, 0x39, 0x95, 0x34, 0xB2, 0x35]
    #expect(text(try TextDecoder.decode(Self.gb + rare)) == Self.simplified + "㐀𠮷")
  }

  @Test(arguments: [true, false], ["", "\u{FEFF}"])
  func `UTF-16 is found with and without a mark`(bigEndian: Bool, mark: String) throws {
    let original = mark + Self.simplified + "\n5G基站\n"
    let decoded = try TextDecoder.decode(Self.utf16(original, bigEndian: bigEndian))
    #expect(text(decoded).unicodeScalars.elementsEqual(original.unicodeScalars))
    #expect(decoded.encoding == (bigEndian ? .utf16BE : .utf16LE))
  }

  @Test func `UTF-16 of Latin letters alone is found`() throws {
    let decoded = try TextDecoder.decode(Self.utf16("hello\n", bigEndian: false))
    #expect(text(decoded) == "hello\n")
  }

  @Test func `UTF-8 that is cut within a character is read to there`() throws {
    let decoded = try TextDecoder.decode(Array(Self.simplified.utf8.dropLast()))
    #expect(text(decoded) == Self.simplified.dropLast() + "\u{FFFD}")
    #expect(decoded.encoding == .utf8)
    #expect(decoded.replaced == 1 && decoded.endsInsideCharacter)
  }

  @Test func `a few bad bytes in UTF-8 are replaced and counted`() throws {
    let good = Array([String](repeating: Self.simplified, count: 10).joined().utf8)
    let decoded = try TextDecoder.decode(good + [0xFF] + good + [0xE5, 0x9F] + good)
    #expect(decoded.encoding == .utf8)
    #expect(decoded.replaced == 2 && !decoded.endsInsideCharacter)
    #expect(decoded.utf8.count == good.count * 3 + 6)
  }

  @Test func `a null byte in a text becomes a blank, so that places stay what they are`() throws {
    let text = Array([String](repeating: Self.simplified, count: 4).joined().utf8)
    #expect(try TextDecoder.decode(text + [0] + text).utf8 == text + [0x20] + text)
  }

  @Test(arguments: [TextEncoding.utf8, .gb18030, .big5])
  func `Chinese that is padded with null bytes is read`(encoding: TextEncoding) throws {
    let bytes: [UInt8] =
      switch encoding {
      case .utf8: Array(Self.simplified.utf8)
      case .gb18030: Self.gb
      default: Self.big5
      }
    let expected = encoding == .big5 ? Self.traditional : Self.simplified
    // Within the text, and any number behind it.
    for (within, behind) in [(2, 0), (0, 4_000), (1, 50)] {
      let padding = [UInt8](repeating: 0, count: within)
      let decoded = try TextDecoder.decode(
        padding + bytes + [UInt8](repeating: 0, count: behind))
      #expect(decoded.encoding == encoding)
      #expect(decoded.replaced == 0)
      #expect(text(decoded).drop { $0 == " " }.prefix(expected.count) == expected)
    }
  }

  @Test(
    arguments: [
      // A picture, numbers, Latin text with more null bytes than words, half of it null, control characters.
      (0..<400).map { UInt8(truncatingIfNeeded: $0 &* 37 &* $0) },
      (0..<100).flatMap { [UInt8($0), 0, 0, 0] },
      Array("name".utf8) + [0, 0, 0, 0] + Array("0000644".utf8) + [0] + Array("ustar".utf8),
      Self.gb.flatMap { [$0, 0] }, Self.gb + [0, 0, 1, 2, 3] + Self.gb,
    ] as [[UInt8]])
  func `what has null bytes and is not Chinese beyond doubt is binary`(bytes: [UInt8]) {
    #expect(throws: TextDecodingError.binary(.unknown)) {
      try TextDecoder.decode(bytes + [0, 0, 0, 0, 0, 0, 0])
    }
  }

  @Test func `GB18030 that is cut within a character is read to there`() throws {
    let decoded = try TextDecoder.decode(Array(Self.gb.dropLast()))
    #expect(text(decoded) == Self.simplified.dropLast() + "\u{FFFD}")
    #expect(decoded.encoding == .gb18030)
    #expect(decoded.endsInsideCharacter)
  }

  @Test(
    arguments: [
      (Array("PK\u{3}\u{4}".utf8), BinaryKind.zip), (Array("%PDF-1.7".utf8), .pdf),
      ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], .png),
      ([0, 1, 0, 2, 0, 3, 7, 0], .unknown),
    ] as [([UInt8], BinaryKind)])
  func `what is not text is refused by its kind`(bytes: [UInt8], kind: BinaryKind) {
    #expect(throws: TextDecodingError.binary(kind)) { try TextDecoder.decode(bytes) }
  }

  @Test func `what no encoding makes sense of is refused`() {
    let bytes = (0..<400).map { UInt8(truncatingIfNeeded: 0x81 + $0 * 37 % 126) }
    #expect(throws: TextDecodingError.undecodable) { try TextDecoder.decode(bytes) }
  }

  @Test func `an encoding that is asked for is used`() throws {
    let decoded = try TextDecoder.decode(Self.big5, as: .gb18030)
    #expect(decoded.encoding == .gb18030)
    #expect(text(decoded) != Self.traditional)
    #expect(text(try TextDecoder.decode(Self.big5, as: .big5)) == Self.traditional)
  }

  @Test(arguments: TextEncoding.allCases)
  func `every encoding takes an empty file and any byte`(encoding: TextEncoding) throws {
    #expect(try TextDecoder.decode([], as: encoding).utf8.isEmpty)
    for byte in UInt8.min...UInt8.max {
      let decoded = try TextDecoder.decode([byte, 0x80, byte], as: encoding)
      #expect(String(validating: decoded.utf8, as: UTF8.self) != nil)
    }
  }

  @Test(arguments: [
    ("GBK", TextEncoding.gb18030), ("gb2312", .gb18030), ("UTF-8", .utf8), ("Big5", .big5),
    ("utf_16le", .utf16LE), ("cp950", .big5),
  ])
  func `encodings have many names`(name: String, encoding: TextEncoding) {
    #expect(TextEncoding(name: name) == encoding)
    #expect(TextEncoding(name: encoding.rawValue) == encoding)
  }

  @Test func `an unknown name is no encoding`() {
    #expect(TextEncoding(name: "latin1") == nil)
  }
}

/// Encodings that are seldom met.
struct RareEncodingTests {
  private static let text = "全省通信会议 2024\n研究明年的通信建设工作。\n"

  private static func utf32(_ text: String, bigEndian: Bool) -> [UInt8] {
    text.unicodeScalars.flatMap { scalar in
      let bytes = (0..<4).map { UInt8(truncatingIfNeeded: scalar.value >> (8 * $0)) }
      return bigEndian ? bytes.reversed() : bytes
    }
  }

  @Test(arguments: [false, true], ["", "\u{FEFF}"])
  func `UTF-32 is read with a mark and without`(bigEndian: Bool, mark: String) throws {
    let decoded = try TextDecoder.decode(Self.utf32(mark + Self.text, bigEndian: bigEndian))
    #expect(decoded.encoding == (bigEndian ? .utf32BE : .utf32LE))
    #expect(String(decoding: decoded.utf8, as: UTF8.self).hasSuffix(Self.text))
    #expect(decoded.replaced == 0)
  }

  @Test(arguments: [
    ("~{H+J!M(PE;aRi~} 2024\n~{QP>?~}\n", TextEncoding.hz, "全省通信会议 2024\n研究\n"),
    ("+UWh3AZAaT+FPGouu- 2024\n+eBR6dg-\n", .utf7, "全省通信会议 2024\n研究\n"),
  ])
  func `Chinese in seven bits is read`(file: String, encoding: TextEncoding, text: String) throws {
    let decoded = try TextDecoder.decode(Array(file.utf8))
    #expect(String(decoding: decoded.utf8, as: UTF8.self) == text)
    #expect(decoded.encoding == encoding)
  }

  @Test(arguments: [
    "", "C++ - a+b-c, ~{x} and ~}", "+1-800-555-0100", "git diff --stat a+b- c+ -d", "~{", "~{ab~}",
    "data:image/png;base64,iVBORw0KGgo+AAAADUlEQVR4-2P4z8Dwn4AAAwAB", "x~{H~}y",
  ])
  func `ASCII with the same signs stays ASCII`(text: String) throws {
    let decoded = try TextDecoder.decode(Array(text.utf8))
    #expect(decoded.utf8 == Array(text.utf8))
    #expect(decoded.encoding == .utf8)
  }

  // 一批设备折合€500万欧元，全省通信会议
  private static let withEuro: [UInt8] = [
    0xD2, 0xBB, 0xC5, 0xFA, 0xC9, 0xE8, 0xB1, 0xB8, 0xD5, 0xDB, 0xBA, 0xCF, 0x80, 0x35, 0x30, 0x30,
    0xCD,
    0xF2, 0xC5, 0xB7, 0xD4, 0xAA, 0xA3, 0xAC, 0xC8, 0xAB, 0xCA, 0xA1, 0xCD, 0xA8, 0xD0, 0xC5, 0xBB,
    0xE1,
    0xD2, 0xE9,
  ]

  @Test func `the euro sign of Windows is read`() throws {
    for decoded in [
      try TextDecoder.decode(Self.withEuro), try TextDecoder.decode(Self.withEuro, as: .gb18030),
    ] {
      #expect(String(decoding: decoded.utf8, as: UTF8.self) == "一批设备折合€500万欧元，全省通信会议")
      #expect(decoded.replaced == 0)
    }
    // 亐 ends with the same byte.
    let character = try TextDecoder.decode([0x81, 0x80], as: .gb18030)
    #expect(character.replaced == 0 && String(decoding: character.utf8, as: UTF8.self) == "亐")
  }

  @Test(arguments: [
    ("GB18030-2022", TextEncoding.gb18030), ("gb18030-2005", .gb18030), ("HZ-GB-2312", .hz),
    ("UTF-7", .utf7),
    ("utf32", .utf32LE), ("UTF-32BE", .utf32BE), ("cp936", .gb18030),
  ])
  func `encodings are known by their names`(name: String, encoding: TextEncoding) {
    #expect(TextEncoding(name: name) == encoding)
  }
}
