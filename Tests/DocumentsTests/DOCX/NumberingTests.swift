import Bulletins
import TestSupport
import Testing

@testable import Documents

@Suite struct NumberingTests {
  private func level(_ index: Int, _ format: String, _ text: String, _ rest: String = "") -> String
  {
    "<w:lvl w:ilvl=\"\(index)\"><w:start w:val=\"1\"/><w:numFmt w:val=\"\(format)\"/>"
      + "<w:lvlText w:val=\"\(text)\"/>\(rest)</w:lvl>"
  }

  private func item(_ text: String, _ level: Int, _ numbering: Int = 1) -> String {
    WordFile.paragraph(
      text,
      properties: "<w:numPr><w:ilvl w:val=\"\(level)\"/><w:numId w:val=\"\(numbering)\"/></w:numPr>"
    )
  }

  private func lines(_ body: String, _ levels: String, _ nums: String? = nil) throws -> [String] {
    var file = WordFile(body)
    file.numbering =
      "<w:abstractNum w:abstractNumId=\"7\">\(levels)</w:abstractNum>"
      + (nums ?? "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"7\"/></w:num>")
    return try read(file).lines
  }

  @Test func `numbers are written before the text as the level says`() throws {
    #expect(
      try lines(
        item("甲", 0) + item("乙", 1) + item("丙", 1) + item("丁", 0) + item("戊", 1),
        level(0, "chineseCounting", "%1、") + level(1, "decimal", "%2."))
        == ["t 一、甲", "l 1. 乙", "l 2. 丙", "t 二、丁", "l 1. 戊"])
  }

  @Test func `a level can have the numbers of those above, in digits if it says so`() throws {
    #expect(
      try lines(
        item("章", 0) + item("节", 1) + item("条", 2),
        level(0, "chineseCounting", "第%1章", "<w:suff w:val=\"nothing\"/>")
          + level(1, "decimal", "%1.%2")
          + level(2, "decimal", "%1.%2.%3", "<w:isLgl/>"))
        == ["t 第一章章", "t 一.1 节", "l 1.1.1 条"])
  }

  @Test func `bullets are no text`() throws {
    #expect(try lines(item("甲", 0), level(0, "bullet", "\u{F0B7}")) == ["l 甲"])
  }

  @Test func `an empty paragraph takes no number, and one of no numbering has none`() throws {
    #expect(
      try lines(
        item("甲", 0) + item("", 0) + item("乙", 0) + item("丙", 0, 0), level(0, "decimal", "%1."))
        == ["l 1. 甲", "l 2. 乙", "t 丙"])
  }

  @Test func `numberings of one kind count on, unless one begins anew`() throws {
    let nums =
      "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"7\"/></w:num>"
      + "<w:num w:numId=\"2\"><w:abstractNumId w:val=\"7\"/></w:num>"
      + "<w:num w:numId=\"3\"><w:abstractNumId w:val=\"7\"/><w:lvlOverride w:ilvl=\"0\">"
      + "<w:startOverride w:val=\"5\"/></w:lvlOverride></w:num>"
    #expect(
      try lines(
        item("甲", 0) + item("乙", 0, 2) + item("丙", 0, 3) + item("丁", 0, 3),
        level(0, "decimal", "%1."), nums) == ["l 1. 甲", "l 2. 乙", "l 5. 丙", "l 6. 丁"])
  }

  @Test func `a style has the level of the numbering that names it`() throws {
    var file = WordFile(
      ["x", "y", "x"].map { WordFile.paragraph("题", properties: "<w:pStyle w:val=\"\($0)\"/>") }
        .joined())
    file.styles = ["x", "y"].enumerated().map { index, id in
      "<w:style w:type=\"paragraph\" w:styleId=\"\(id)\"><w:name w:val=\"heading \(index + 1)\"/>"
        + "<w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>"
    }.joined()
    file.numbering =
      "<w:abstractNum w:abstractNumId=\"7\">"
      + level(0, "chineseCounting", "%1、", "<w:pStyle w:val=\"x\"/>")
      + level(1, "chineseCounting", "（%2）", "<w:pStyle w:val=\"y\"/>") + "</w:abstractNum>"
      + "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"7\"/></w:num>"
    #expect(try read(file).lines == ["h1 一、题", "h2 （一）题", "h1 二、题"])
  }

  @Test(arguments: [
    ("chineseCounting", [1, 10, 12, 20, 99, 105], ["一", "十", "十二", "二十", "九十九", "一○五"]),
    ("chineseCountingThousand", [100, 105, 110, 1_001], ["一百", "一百零五", "一百一十", "一千零一"]),
    ("chineseLegalSimplified", [3, 10, 25], ["叁", "拾", "贰拾伍"]),
    ("ideographTraditional", [1, 10, 11], ["甲", "癸", "11"]),
    ("decimalEnclosedCircleChinese", [1, 20, 21], ["①", "⑳", "21"]),
    ("lowerLetter", [1, 26, 27], ["a", "z", "aa"]),
    ("upperRoman", [4, 9, 40], ["IV", "IX", "XL"]),
    ("decimalFullWidth", [12], ["１２"]), ("decimalZero", [3, 12], ["03", "12"]),
    ("ideographDigital", [2_023], ["二〇二三"]), ("none", [1], [""]), ("未知", [7], ["7"]),
  ])
  func `numbers are written in the ways of Chinese documents`(
    format: String, numbers: [Int], expected: [String]
  ) {
    #expect(numbers.map { NumberFormat.string($0, format) } == expected)
  }
}
