import Bulletins
import TestSupport
import Testing

@testable import Documents

/// What is told of the paragraphs of a document of Word.
@Suite struct DOCXStructureTests {
  private func style(_ id: String, _ name: String, _ rest: String = "") -> String {
    "<w:style w:type=\"paragraph\" w:styleId=\"\(id)\"><w:name w:val=\"\(name)\"/>\(rest)</w:style>"
  }

  private func styled(_ text: String, _ style: String) -> String {
    WordFile.paragraph(text, properties: "<w:pStyle w:val=\"\(style)\"/>")
  }

  @Test func `headings are told by the name of the style, or of one on which it is based`() throws {
    var file = WordFile(
      styled("一级", "1") + styled("二级", "a9") + styled("大纲", "b") + styled("题名", "t")
        + WordFile.paragraph("直接", properties: "<w:outlineLvl w:val=\"2\"/>")
        + styled("正文", "c") + styled("目录行\t3", "11") + WordFile.paragraph("光缆抢修完成。"))
    file.styles =
      style("1", "heading 1") + style("2", "标题 2") + style("a9", "简报标题", "<w:basedOn w:val=\"2\"/>")
      + style("b", "章", "<w:pPr><w:outlineLvl w:val=\"3\"/></w:pPr>") + style("t", "Title")
      + style("c", "引文", "<w:basedOn w:val=\"1\"/><w:pPr><w:outlineLvl w:val=\"9\"/></w:pPr>")
      + style("11", "toc 1")
    #expect(
      try read(file).lines == [
        "h1 一级", "h2 二级", "h4 大纲", "h1 题名", "h3 直接", "t 正文", "c 目录行\t3", "t 光缆抢修完成。",
      ])
  }

  @Test func `styles that are based on each other in a circle are read`() throws {
    var file = WordFile(styled("文字", "a"))
    file.styles =
      style("a", "甲", "<w:basedOn w:val=\"b\"/>") + style("b", "乙", "<w:basedOn w:val=\"a\"/>")
    #expect(try read(file).lines == ["t 文字"])
  }

  @Test
  func `short paragraphs in larger letters than the text are headings, the largest the highest`()
    throws
  {
    let size: (Int) -> String = { "<w:b/><w:sz w:val=\"\($0)\"/>" }
    let long = String(repeating: "光缆抢修完成，线路恢复通信。", count: 8)
    let file = WordFile(
      WordFile.paragraph("青禾简讯", run: size(44)) + WordFile.paragraph("光缆抢修", run: size(32))
        + WordFile.paragraph(long, run: "<w:sz w:val=\"24\"/>")
        + WordFile.paragraph("大字引言一句话。", run: size(32))
        + WordFile.paragraph("加粗小标题", run: size(24)))
    let text = try read(file)
    #expect(
      text.lines == ["h1 青禾简讯", "h2 光缆抢修", "t \(long)", "t 大字引言一句话。", "t 加粗小标题"])
    #expect(text.paragraphs.map(\.isBold) == [true, true, false, true, true])
  }

  @Test func `a whole paragraph in the style of a heading is text`() throws {
    let long = String(repeating: "光缆抢修完成，线路恢复通信。", count: 30)
    var file = WordFile(styled(long, "1"))
    file.styles = style("1", "heading 1")
    #expect(try read(file).lines == ["t \(long)"])
  }

  @Test func `pages are those that Word noted, and a break is not counted twice`() throws {
    let noted = "<w:r><w:lastRenderedPageBreak/></w:r>"
    let asked = "<w:r><w:br w:type=\"page\"/></w:r>"
    func paragraph(_ content: String, _ text: String) -> String {
      "<w:p>\(content)<w:r><w:t>\(text)</w:t></w:r></w:p>"
    }
    let text = try read(
      WordFile(
        paragraph("", "一") + paragraph(noted, "二") + "<w:p>\(asked)</w:p>" + paragraph(noted, "三")
          + paragraph("", "三又")))
    #expect(text.paragraphs.map(\.page) == [1, 2, 3, 3])
    #expect(text.pageCount == 3)
    let unknown = try read(
      WordFile(paragraph("", "一") + "<w:p>\(asked)</w:p>" + paragraph("", "二")))
    #expect(unknown.paragraphs.map(\.page) == [0, 0])
    #expect(unknown.pageCount == 0)
  }

  @Test func `the first line is indented where the paragraph or its style says so`() throws {
    var file = WordFile(
      WordFile.paragraph("一", properties: "<w:ind w:firstLine=\"480\"/>") + styled("二", "a")
        + WordFile.paragraph(
          "三", properties: "<w:pStyle w:val=\"a\"/><w:ind w:firstLineChars=\"0\"/>")
        + WordFile.paragraph("四"))
    file.styles = style("a", "正文缩进", "<w:pPr><w:ind w:firstLineChars=\"200\"/></w:pPr>")
    #expect(try read(file).paragraphs.map(\.isIndented) == [true, true, false, false])
  }

  @Test func `a line whose tab has dots before a number is one of contents`() throws {
    let tabs = "<w:tabs><w:tab w:val=\"right\" w:leader=\"dot\" w:pos=\"8600\"/></w:tabs>"
    func line(_ text: String, _ page: String) -> String {
      "<w:p><w:pPr>\(tabs)</w:pPr><w:r><w:t>\(text)</w:t><w:tab/><w:t>\(page)</w:t></w:r></w:p>"
    }
    #expect(
      try read(WordFile(line("光缆抢修", "3") + line("电话", "甲乙"))).lines == ["c 光缆抢修\t3", "t 电话\t甲乙"])
  }
}
