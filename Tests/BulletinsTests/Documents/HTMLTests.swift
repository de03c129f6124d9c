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

  @Test(arguments: ["<p>文字", "<nav>文字", "<p 文字", "文字</p></p>", "<", "<!-- 文字", "<p>文字<script>x"])
  func `broken pages are read`(page: String) {
    #expect(parse(page, path: "a.htm").articles.allSatisfy { !$0.title.isEmpty })
  }
}
