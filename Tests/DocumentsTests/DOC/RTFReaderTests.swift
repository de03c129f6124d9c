import Bulletins
import Testing

@testable import Documents

@Suite struct RTFReaderTests {
  private func read(_ text: String) throws -> PlacedText {
    try DocumentsTests.read(Array(text.utf8), ending: "doc")
  }

  private func lines(_ text: String) throws -> [String] {
    try read("{\\rtf1\\ansi " + text + "}").lines
  }

  @Test func `bytes are in the code page of the document or of their font`() throws {
    // 光缆 in GBK, and 光 in Big5.
    #expect(
      try lines(
        #"\ansicpg936{\fonttbl{\f0\fcharset0 A;}{\f1\fcharset136 B;}}\f0 \'b9\'e2\'c0\'c2\par {\f1\'a5\'fa}\par"#
      )
        == ["t 光缆", "t 光"])
    // The second byte of a character may be a letter: 乗 is 0x81 0x5C, 丂 0x81 0x40.
    #expect(try lines(#"\ansicpg936 \'81@\'81\'5c\par"#) == ["t 丂乗"])
    #expect(try lines(#"\ansicpg1252 caf\'e9 \'93x\'94\par"#) == ["t café “x”"])
  }

  @Test func `characters in numbers come without what stands there for old readers`() throws {
    #expect(
      try lines(#"\uc1\u20809\'3f\u32518?\uc2\u20809\'b9\'e2x\uc0\u32518 y\par"#) == ["t 光缆光x缆y"])
    #expect(try lines(#"\u-10179?\u-8518?\par"#) == ["t \u{1F6BA}"])
  }

  @Test func `paragraphs, tables and signs are read`() throws {
    #expect(
      try lines(
        #"\pard 一\line 行\par\pard 二\tab 三\~四\_五\emdash\par \trowd\cellx1\cellx2\pard\intbl 地市\par 名\cell 12\cell\row\pard 后\par"#
      )
        == ["t 一 行", "t 二\t三\u{A0}四-五—", "r 地市 名\t12", "t 后"])
  }

  @Test func `headings are told by style, level and size`() throws {
    let long = String(repeating: "光缆抢修完成，", count: 20)
    #expect(
      try lines(
        #"{\stylesheet{\ql Normal;}{\s1\outlinelevel0 heading 1;}{\s2 heading 2,标题;}}\fs24 \pard\s1 甲\par\pard\s2 乙\par\pard\outlinelevel2 丙\par\pard{\fs36\b 丁}\par\pard "#
          + long + #"\par"#) == ["h1 甲", "h2 乙", "h3 丙", "h1 丁", "t \(long)"])
  }

  @Test func `sizes are found that are said of Chinese letters alone`() throws {
    let long = String(repeating: "光缆抢修完成，", count: 20)
    let text = try read(
      #"{\rtf1\pard\plain\fs24{\rtlch\afs40\ltrch\loch\dbch\afs36\ab 大字}\par\pard\plain\fs24 \#(long)\par}"#
    )
    #expect(text.lines == ["h1 大字", "t \(long)"])
    #expect(text.paragraphs.map(\.isBold) == [true, false])
  }

  @Test func `what is no text of the document is left out`() throws {
    #expect(
      try lines(
        #"{\info{\title 题}}{\*\generator x;}{\header 页眉\par}\pard 前{\v 藏}{\deleted 删}{\field{\*\fldinst HYPERLINK "x"}{\fldrslt 链接}}{\pict 0102}{\*\unknown 未知}{\*\bkmkstart a}后\par"#
      )
        == ["t 前链接后"])
  }

  @Test func `boxes and notes are read behind their paragraph`() throws {
    #expect(
      try lines(
        #"\pard 前{\shp{\*\shpinst{\sp{\sn a}{\sv 1}}{\shptxt\pard 框里\par}}{\shprslt 框里\par}}后{\footnote\pard 脚注\par}。\par"#
      )
      .sorted() == ["n 脚注", "t 前后。", "t 框里"])
  }

  @Test func `numbers of lists are text, bullets are none`() throws {
    #expect(
      try lines(
        #"\pard{\listtext\tab 一、\tab}\ls1 甲\par\pard{\listtext 1.\tab}\ls1 乙\par\pard{\listtext\'b7\tab}\ls1 丙\par"#
      )
        == ["t 一、甲", "l 1. 乙", "l 丙"])
  }

  @Test(arguments: [
    "", "}", "}}}}", "{{{{", "\\", "\\'", "\\'z", "\\u", "\\bin99999999 x", "\\uc99999 \\u1",
  ])
  func `damaged documents do no harm`(text: String) throws {
    _ = try DocumentsTests.problem(of: Array(("{\\rtf1 " + text).utf8), ending: "rtf")
  }

  @Test func `groups without end are refused`() throws {
    let bytes = Array(("{\\rtf1" + String(repeating: "{", count: 100_000)).utf8)
    #expect(try problem(of: bytes, ending: "rtf") == .limit(.depth))
  }
}
