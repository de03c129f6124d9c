import Bulletins
import TestSupport
import Testing

@testable import Documents

/// What of a document of Word is its text.
@Suite struct DOCXTextTests {
  private func run(_ text: String, _ properties: String = "") -> String {
    "<w:r><w:rPr>\(properties)</w:rPr><w:t xml:space=\"preserve\">\(text)</w:t></w:r>"
  }

  private func paragraph(_ content: String, _ properties: String = "") -> String {
    "<w:p><w:pPr>\(properties)</w:pPr>\(content)</w:p>"
  }

  @Test func `a sentence that is cut into runs is whole`() throws {
    #expect(
      try texts(paragraph(run("光缆") + "<w:proofErr/>" + run("抢") + run("修完成。"))) == ["光缆抢修完成。"])
  }

  @Test func `insertions are in, deletions and what was moved away are not`() throws {
    let body = paragraph(
      run("前") + "<w:ins>\(run("插入"))</w:ins>"
        + "<w:del><w:r><w:delText>删除</w:delText></w:r></w:del>"
        + "<w:moveFrom>\(run("移走"))</w:moveFrom><w:moveTo>\(run("移来"))</w:moveTo>" + run("后"))
    #expect(try texts(body) == ["前插入移来后"])
  }

  @Test func `a paragraph whose mark was deleted goes on in the next`() throws {
    let mark = "<w:rPr><w:del/></w:rPr>"
    #expect(
      try texts(
        paragraph(run("一"), mark) + paragraph(run("二"), mark) + paragraph(run("三"))
          + paragraph(run("四"), mark)) == ["一二三", "四"])
  }

  @Test func `a deleted row of a table is left out`() throws {
    func row(_ properties: String, _ first: String, _ second: String) -> String {
      "<w:tr><w:trPr>\(properties)</w:trPr>"
        + [first, second].map { "<w:tc>\(paragraph(run($0)))</w:tc>" }.joined() + "</w:tr>"
    }
    let table = "<w:tbl>\(row("", "一", "二"))\(row("<w:del/>", "三", "四"))</w:tbl>"
    #expect(try read(WordFile(table)).lines == ["r 一\t二"])
  }

  @Test func `results of fields are in and their codes are not`() throws {
    func mark(_ type: String) -> String { "<w:r><w:fldChar w:fldCharType=\"\(type)\"/></w:r>" }
    let code = "<w:r><w:instrText>HYPERLINK</w:instrText></w:r>"
    let inner = mark("begin") + code + mark("separate") + run("内码") + mark("end")
    let field = mark("begin") + code + inner + mark("separate") + run("结果") + mark("end")
    #expect(try texts(paragraph(run("前") + field + run("后"))) == ["前结果后"])
    #expect(
      try texts(paragraph(run("前") + "<w:fldSimple w:instr=\"DATE\">\(run("五月"))</w:fldSimple>"))
        == ["前五月"])
    // The result may go on over paragraphs.
    #expect(
      try texts(
        paragraph(mark("begin") + code + mark("separate") + run("一"))
          + paragraph(run("二") + mark("end")) + paragraph(run("三"))) == ["一", "二", "三"])
  }

  @Test func `a field that is never closed hides no more than its paragraph`() throws {
    let begin = "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>"
    #expect(
      try texts(paragraph(run("前") + begin + run("码")) + paragraph(run("正文"))) == ["前", "正文"])
  }

  @Test func `hidden text is left out, also that of a style`() throws {
    var file = WordFile(
      paragraph(
        run("前") + run("藏", "<w:vanish/>") + run("见", "<w:vanish w:val=\"0\"/>")
          + run("隐", "<w:rStyle w:val=\"x\"/>") + run("后")))
    file.styles =
      "<w:style w:type=\"character\" w:styleId=\"x\"><w:name w:val=\"y\"/><w:rPr><w:vanish/></w:rPr></w:style>"
    #expect(try read(file).lines == ["t 前见后"])
  }

  @Test func `properties that a change replaced do not count`() throws {
    let body = paragraph(
      run("光缆", "<w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange>"),
      "<w:pPrChange><w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr></w:pPrChange>")
    #expect(try read(WordFile(body)).lines == ["t 光缆"])
  }

  @Test func `of a character with its reading the character is text`() throws {
    let ruby =
      "<w:r><w:ruby><w:rubyPr/><w:rt>\(run("piáo"))</w:rt><w:rubyBase>\(run("朴"))</w:rubyBase></w:ruby></w:r>"
    #expect(try texts(paragraph(run("姓") + ruby + run("。"))) == ["姓朴。"])
  }

  @Test func `a box is read once, behind the paragraph in which it is anchored`() throws {
    let box = "<w:txbxContent>\(paragraph(run("框里")))</w:txbxContent>"
    let drawing =
      "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing>\(box)</w:drawing></mc:Choice>"
      + "<mc:Fallback><w:pict>\(box)</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    #expect(try texts(paragraph(run("前") + drawing + run("后"))) == ["前后", "框里"])
    #expect(
      try texts(paragraph("<w:r><w:pict><v:textbox>\(box)</v:textbox></w:pict></w:r>")) == ["框里"])
    #expect(
      try texts(paragraph("<w:r><w:pict><v:textpath string=\"青禾简讯\"/></w:pict></w:r>")) == ["青禾简讯"])
  }

  @Test func `content controls, tags, links and formulas are text`() throws {
    let body =
      "<w:sdt><w:sdtPr><w:alias w:val=\"x\"/></w:sdtPr><w:sdtContent>"
      + paragraph(run("控件")) + "</w:sdtContent></w:sdt>"
      + paragraph(
        "<w:smartTag>\(run("标签"))</w:smartTag><w:hyperlink>\(run("链接"))</w:hyperlink>"
          + "<m:oMath><m:r><m:t>x+y</m:t></m:r></m:oMath>")
    #expect(try texts(body) == ["控件", "标签链接x+y"])
  }

  @Test func `notes stand behind the paragraph that has their mark`() throws {
    var file = WordFile(
      paragraph(
        run("正文") + "<w:r><w:footnoteReference w:id=\"2\"/></w:r>" + run("继续。")
          + "<w:r><w:endnoteReference w:id=\"3\"/></w:r>") + paragraph(run("下段")))
    file.footnotes =
      "<w:footnote w:id=\"0\" w:type=\"separator\">\(paragraph(run("线")))</w:footnote>"
      + "<w:footnote w:id=\"2\">\(paragraph(run("脚注")))</w:footnote>"
    file.endnotes = "<w:endnote w:id=\"3\">\(paragraph(run("尾注")))</w:endnote>"
    #expect(try read(file).lines == ["t 正文继续。", "n 脚注", "n 尾注", "t 下段"])
  }

  @Test func `signs that have elements of their own are text`() throws {
    let body = paragraph(
      "<w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:noBreakHyphen/><w:softHyphen/><w:t>丙</w:t>"
        + "<w:sym w:font=\"Wingdings\" w:char=\"F0FE\"/><w:sym w:char=\"2605\"/></w:r>")
    #expect(try texts(body) == ["甲\t乙-丙★"])
  }

  @Test func `a forced line end is a blank, two of them or an indented line begin a paragraph`()
    throws
  {
    func lines(_ texts: String...) -> String {
      paragraph(
        "<w:r>"
          + texts.map { "<w:t xml:space=\"preserve\">\($0)</w:t>" }.joined(separator: "<w:br/>")
          + "</w:r>")
    }
    #expect(try texts(lines("上行", "下行")) == ["上行 下行"])
    #expect(try texts(lines("一段", "", "二段", "　　三段")) == ["一段", "二段", "　　三段"])
  }

  @Test func `indented XML puts no blanks into the text`() throws {
    #expect(try texts("<w:p>\n  <w:r>\n    <w:t>\n 光缆\n </w:t>\n  </w:r>\n</w:p>") == ["光缆"])
  }

  @Test func `cells are between tabs, paragraphs of a cell are one`() throws {
    func cell(_ texts: String...) -> String {
      "<w:tc>" + texts.map { paragraph($0.isEmpty ? "" : run($0)) }.joined() + "</w:tc>"
    }
    let table =
      "<w:tbl><w:tr>\(cell("地市"))\(cell("基站", "个"))</w:tr><w:tr>\(cell(""))\(cell("12"))\(cell("8%"))</w:tr></w:tbl>"
    #expect(try read(WordFile(table)).lines == ["r 地市\t基站 个", "r 12\t8%"])
  }

  @Test func `a table that only places text is no table`() throws {
    let long = String(repeating: "光缆抢修完成，", count: 20)
    func cell(_ content: String) -> String { "<w:tc>\(content)</w:tc>" }
    let table =
      "<w:tbl><w:tr>\(cell(paragraph(run("标题")) + paragraph(run(long))))\(cell(paragraph(run("旁注"))))</w:tr>"
      + "<w:tr>\(cell(paragraph(run("只有一格"))))</w:tr></w:tbl>"
    #expect(try read(WordFile(table)).lines == ["t 标题", "t \(long)", "t 旁注", "t 只有一格"])
  }

  @Test func `what is written in a diagram and in a document that was put in is read`() throws {
    var file = WordFile(
      paragraph(run("前") + "<w:r><w:drawing><dgm:relIds r:dm=\"data1.xml\"/></w:drawing></w:r>")
        + "<w:altChunk r:id=\"chunk.htm\"/>" + paragraph(run("后")))
    file.others = [
      (
        "data1.xml", "diagramData",
        "<a:t xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\"><a:p><a:r><a:t>图中</a:t></a:r></a:p></a:t>"
      ),
      ("chunk.htm", "aFChunk", "<html><body><p>页一</p><p>页二</p></body></html>"),
    ]
    #expect(try read(file).lines == ["t 前", "t 图中", "t 页一", "t 页二", "t 后"])
  }
}
