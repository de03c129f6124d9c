import Bulletins
import TestSupport
import Testing

@testable import Documents

@Suite struct ODTReaderTests {
  private static let namespaces =
    [
      "office", "style", "text", "table", "drawing", "xsl-fo-compatible", "svg-compatible",
    ].map {
      let prefix =
        ["drawing": "draw", "xsl-fo-compatible": "fo", "svg-compatible": "svg"][$0] ?? $0
      return "xmlns:\(prefix)=\"urn:oasis:names:tc:opendocument:xmlns:\($0):1.0\""
    }.joined(separator: " ") + " xmlns:xlink=\"http://www.w3.org/1999/xlink\""

  private func archive(_ body: String, styles: String = "", others: [(String, String)] = [])
    -> [UInt8]
  {
    var writer = ZIPWriter()
    writer.add("mimetype", "application/vnd.oasis.opendocument.text")
    writer.add(
      "content.xml",
      "<office:document-content \(Self.namespaces)><office:automatic-styles>\(styles)</office:automatic-styles>"
        + "<office:body><office:text>\(body)</office:text></office:body></office:document-content>",
      method: .deflated)
    for (name, text) in others { writer.add(name, text) }
    return writer.archive()
  }

  private func lines(_ body: String, styles: String = "") throws -> [String] {
    try read(archive(body, styles: styles), ending: "odt").lines
  }

  @Test func `headings, paragraphs and runs of blanks are read`() throws {
    #expect(
      try lines(
        "<text:h text:outline-level=\"1\">青禾简讯</text:h>\n"
          + "<text:p>第9期<text:s text:c=\"2\"/>总第<text:span>105</text:span>期\n  某</text:p>"
          + "<text:p>甲<text:tab/>乙<text:line-break/>丙</text:p>")
        == ["h1 青禾简讯", "t 第9期  总第105期 某", "t 甲\t乙 丙"])
  }

  @Test func `what was deleted, comments and readings are left out`() throws {
    #expect(
      try lines(
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>删去</text:p></text:deletion>"
          + "</text:changed-region></text:tracked-changes><text:p>前<office:annotation><text:p>批注</text:p>"
          + "</office:annotation><text:ruby><text:ruby-base>朴</text:ruby-base><text:ruby-text>piáo</text:ruby-text>"
          + "</text:ruby>后</text:p>") == ["t 前朴后"])
  }

  @Test func `hidden letters are left out and sizes tell headings`() throws {
    let styles = """
      <style:default-style style:family="paragraph"><style:text-properties style:font-size-asian="12pt"/></style:default-style>\
      <style:style style:name="T1" style:family="text"><style:text-properties text:display="none"/></style:style>\
      <style:style style:name="P1" style:family="paragraph"><style:text-properties style:font-size-asian="150%"/></style:style>\
      <style:style style:name="P2" style:family="paragraph" style:parent-style-name="P1">\
      <style:text-properties fo:font-weight="bold"/></style:style>
      """
    let long = String(repeating: "光缆抢修完成，", count: 20)
    let text = try read(
      archive(
        "<text:p text:style-name=\"P2\">大字标题</text:p><text:p>\(long)<text:span text:style-name=\"T1\">藏</text:span></text:p>",
        styles: styles), ending: "odt")
    #expect(text.lines == ["h1 大字标题", "t \(long)"])
    #expect(text.paragraphs.map(\.isBold) == [true, false])
  }

  @Test func `items have the numbers of their lists`() throws {
    let styles = """
      <text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="一, 二, 三, ..." \
      style:num-suffix="、"/><text:list-level-style-number text:level="2" style:num-format="1" style:num-suffix="." \
      text:display-levels="1"/></text:list-style>\
      <text:list-style style:name="L2"><text:list-level-style-bullet text:level="1" text:bullet-char="•"/></text:list-style>
      """
    func item(_ content: String) -> String { "<text:list-item>\(content)</text:list-item>" }
    func p(_ text: String) -> String { "<text:p>\(text)</text:p>" }
    #expect(
      try lines(
        "<text:list text:style-name=\"L1\">"
          + item(p("甲") + p("甲续") + "<text:list>" + item(p("乙")) + item(p("丙")) + "</text:list>")
          + item(p("丁")) + "</text:list><text:list text:style-name=\"L2\">" + item(p("戊"))
          + "</text:list>"
          + "<text:list text:style-name=\"L1\">" + item(p("己")) + "</text:list>", styles: styles)
        == ["t 一、甲", "t 甲续", "l 1. 乙", "l 2. 丙", "t 二、丁", "l 戊", "t 一、己"])
  }

  @Test func `boxes and notes stand behind their paragraph, tables are rows`() throws {
    func cell(_ text: String) -> String {
      "<table:table-cell><text:p>\(text)</text:p></table:table-cell>"
    }
    #expect(
      try lines(
        "<text:p>前<draw:frame><draw:text-box><text:p>框里</text:p></draw:text-box></draw:frame>后"
          + "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>脚注</text:p></text:note-body></text:note></text:p>"
          + "<table:table><table:table-row>\(cell("地市"))\(cell("基站"))<table:covered-table-cell/></table:table-row></table:table>"
          + "<text:table-of-content><text:index-body><text:p>光缆<text:tab/>3</text:p></text:index-body></text:table-of-content>"
      ) == ["t 前后", "t 框里", "n 脚注", "r 地市\t基站", "c 光缆\t3"])
  }

  @Test func `the signs of a formula stand in its place`() throws {
    let file = archive(
      "<text:p>公式<draw:frame><draw:object xlink:href=\"./Object 1\"/></draw:frame>完</text:p>",
      others: [
        (
          "Object 1/content.xml",
          "<math xmlns=\"http://www.w3.org/1998/Math/MathML\"><mi>x</mi><mo> = </mo><mn>5</mn></math>"
        )
      ])
    #expect(try read(file, ending: "odt").lines == ["t 公式x=5完"])
  }

  @Test func `an encrypted text is told`() throws {
    let file = archive(
      "<text:p>乱</text:p>",
      others: [("META-INF/manifest.xml", "<m><file-entry><encryption-data/></file-entry></m>")])
    #expect(try problem(of: file, ending: "odt") == .encrypted)
  }

  @Test func `a sheet is no text`() throws {
    var writer = ZIPWriter()
    writer.add("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
    writer.add("content.xml", "<a/>")
    #expect(try problem(of: writer.archive(), ending: "ods") == .archive)
  }
}
