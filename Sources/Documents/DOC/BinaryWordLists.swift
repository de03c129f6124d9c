extension WordNumbering {
  /// The lists of a document of Word before 2007 (MS-DOC, 2.9.147 and 2.9.131), by the places that they have among those
  /// which paragraphs use, from 1.
  init(lists: LittleEndian, in table: [UInt8], uses: LittleEndian) {
    let count = min(lists.uint16(at: 0) ?? 0, Self.mostLists)
    // The levels stand behind the part, those of a list after those of another.
    var position = lists.bytes.endIndex
    var levels: [Int: [Int: Level]] = [:]
    for index in 0..<count {
      guard let id = lists.uint32(at: 2 + 28 * index),
        let flags = lists.uint16(at: 2 + 28 * index + 26)
      else { break }
      var list: [Int: Level] = [:]
      for level in 0..<(flags & 1 == 1 ? 1 : Self.levelCount) {
        guard let read = Self.level(table, at: &position) else { break }
        list[level] = read
      }
      levels[id] = list
    }
    var used: [String: [Int: Level]] = [:]
    for index in 0..<min(uses.uint32(at: 0) ?? 0, Self.mostLists) {
      guard let id = uses.uint32(at: 4 + 16 * index) else { break }
      if let list = levels[id] { used["\(index + 1)"] = list }
    }
    self.init(lists: used)
  }

  private static let mostLists = 4_000

  private static func level(_ table: [UInt8], at position: inout Int) -> Level? {
    guard position <= table.count else { return nil }
    let bytes = LittleEndian(table[position...])
    guard let start = bytes.uint32(at: 0), let kind = bytes.uint16(at: 4),
      let sizes = bytes.uint16(at: 24), let follow = bytes.uint16(at: 15)
    else { return nil }
    let text = 28 + (sizes & 0xFF) + sizes >> 8
    guard let length = bytes.uint16(at: text) else { return nil }
    var level = Level()
    level.start = start < 1 << 16 ? start : 1
    level.format = formats[kind & 0xFF] ?? "decimal"
    level.suffix = follow & 0xFF == 2 ? "nothing" : "tab"
    level.isDecimal = kind >> 8 & 4 != 0
    for index in 0..<min(length, 100) {
      guard let unit = bytes.uint16(at: text + 2 + 2 * index) else { return nil }
      // The numbers of the levels stand for themselves.
      if unit < levelCount {
        level.text += "%\(unit + 1)"
      } else if let scalar = Unicode.Scalar(UInt32(unit)) {
        level.text.unicodeScalars.append(scalar)
      }
    }
    position += text + 2 + 2 * length
    return level
  }

  /// The ways of writing numbers (MS-OSHARED, 2.2.1.3), by the names that Office Open XML has for them.
  private static let formats: [Int: String] = [
    0: "decimal", 1: "upperRoman", 2: "lowerRoman", 3: "upperLetter", 4: "lowerLetter",
    10: "ideographDigital", 11: "japaneseCounting", 14: "decimalFullWidth", 16: "japaneseLegal",
    18: "decimalEnclosedCircle", 22: "decimalZero", 23: "bullet", 26: "decimalEnclosedFullstop",
    27: "decimalEnclosedParen", 28: "decimalEnclosedCircleChinese", 29: "ideographEnclosedCircle",
    30: "ideographTraditional", 31: "ideographZodiac", 33: "taiwaneseCounting",
    34: "ideographLegalTraditional", 35: "taiwaneseCountingThousand", 36: "taiwaneseDigital",
    37: "chineseCounting", 38: "chineseLegalSimplified", 39: "chineseCountingThousand",
    255: "none",
  ]
}
