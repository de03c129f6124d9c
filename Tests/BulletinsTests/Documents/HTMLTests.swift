import Testing

@testable import Bulletins

struct HTMLTests {
  private static let page = """
    <!DOCTYPE html>
    <html><head><title>不是正文</title><style>p { color: red }</style></head>
    <body><nav><a href="/">首页</a></nav>
    <h1>青禾水务简讯</h1>
    <p>第5期 总第41期</p>
    <p>2024年5月31日</p>
    <h2>【要闻】</h2>
    <h3>东渡水厂
    投产</h3>
    <p>5月24日，东渡水厂&ldquo;一期&rdquo;
    <b>投产</b>。<br>日供水十万吨。（沈青）</p>
    <script>var a = "<p>不是正文</p>";</script>
    <h3>水价表</h3>
    <table><tr><th>类别</th><th>价格</th></tr><tr><td><p>居民</p></td><td>2.1</td></tr></table>
    <ul><li>按月收费</li><li>可用手机缴费</li></ul>
    <pre>甲
    乙</pre>
    </body></html>
    """

  private let bulletin = parse(page, path: "2024-05.HTML")

  @Test func `a page has masthead, sections and articles like a Markdown file`() {
    #expect(bulletin.masthead.name == "青禾水务简讯")
    #expect(bulletin.masthead.number?.total == 41)
    #expect(bulletin.masthead.date == IssueDate(year: 2024, month: 5, day: 31))
    #expect(bulletin.articles.map(\.title) == ["东渡水厂投产", "水价表"])
    #expect(bulletin.articles.map(\.section) == ["要闻", "要闻"])
  }

  @Test func `entities are decoded, line ends between Chinese characters are nothing`() {
    #expect(bulletin.articles.first?.text.string == "5月24日，东渡水厂“一期”投产。\n日供水十万吨。")
    #expect(bulletin.articles.first?.byline?.authors == ["沈青"])
  }

  @Test func `rows, items and preformatted lines are text`() {
    #expect(bulletin.articles.last?.text.string == "类别 价格\n居民 2.1\n按月收费\n可用手机缴费\n甲\n乙")
  }

  @Test func `lines are those of the file`() {
    #expect(bulletin.articles.map(\.lines) == [8...11, 13...17])
  }

  private func visible(_ body: String) -> String? {
    parse("<h1>周刊</h1><h2>题</h2>\(body)<h2>尾</h2><p>完。", path: "a.html").articles.first?
      .text.string
  }

  @Test(arguments: [
    ("<p>北斗&shy;导航5&euro;，9m&sup2;</p>", "北斗\u{AD}导航5€，9m²"),
    (
      "<p>&copy 2020&notit;&#128;&#x80&#0;&#xD800;&#99999999999;",
      "© 2020¬it;€€\u{FFFD}\u{FFFD}\u{FFFD}"
    ),
    ("<p>&nbsp;&emsp;甲&#10;乙&nosuch;&;&#x;</p>", "甲 乙&nosuch;&;&#x;"),
    ("<p>甲<img alt='R&amp;D ?a=1&copy=2'>乙</p>", "甲 R&D ?a=1&copy=2 乙"),
    ("<p><ruby>岚<rp>(</rp><rt>lán</rt><rp>)</rp></ruby>江</p>", "岚江"),
    ("<p><ruby>岚<rt>lán<rb>江<rt>jiāng</ruby>大桥</p>", "岚江大桥"),
    ("<p><ruby>岚<rt>lán<p>江</p>", "岚\n江"),
    ("<p>三成<sup><a href='#fn1'>1</a></sup>，利润</p>", "三成，利润"),
    ("<p>三成<sup>[<a href=\"#cite_note-1\">1</a>]</sup>，10<sup>2</sup></p>", "三成，102"),
    ("<p>甲<my-mark data-a='>'>乙</my-mark><o:p></o:p>1 <2</p>", "甲乙1 <2"),
    ("<pre>甲\n\n  乙<br>丙<b>丁</b>\r\n戊</pre>", "甲\n乙\n丙丁\n戊"),
  ])
  func `a reader sees the text without its mark-up`(body: String, text: String) {
    #expect(visible(body) == text)
  }

  @Test func `each line of a preformatted text has its own place`() throws {
    let page = "<h1>周刊</h1>\n<h2>题</h2>\n<pre class='a'>第一行甲乙\n第二行丙丁\n\n第三行戊己</pre><h2>尾</h2>完"
    let bulletin = parse(page, path: "a.html")
    let text = try #require(bulletin.articles.first?.text)
    let places = ["丙丁", "戊己"].map { word in
      text.string.firstRange(of: word)
        .map { text.string.utf8.distance(from: text.string.startIndex, to: $0.lowerBound) }
        .flatMap { text.sourceOffset(ofTextOffset: $0) }
        .map { offset in
          let line = bulletin.lineStarts.lastIndex { $0 <= offset } ?? 0
          return [line + 1, offset - bulletin.lineStarts[line] + 1]
        }
    }
    #expect(places == [[4, 10], [6, 10]])
  }

  @Test(arguments: ["<p>文字", "<nav>文字", "<p 文字", "文字</p></p>", "<", "<!-- 文字", "<p>文字<script>x"])
  func `broken pages are read`(page: String) {
    #expect(parse(page, path: "a.htm").articles.allSatisfy { !$0.title.isEmpty })
  }
}
