import ArchiveServer
import TestSupport
import Testing

/// The pages over a small index.
struct ArchiveSiteTests {
  private static let paths = [
    "/", "/search?q=" + encoded("泵站"), "/search?q=", "/search?q=" + encoded("飞船"),
    "/search?q=" + encoded("泵站") + "&part=results", "/search?q=" + encoded("泵站") + "&part=facets",
    "/search?q=" + encoded("泵站") + "&sort=newest&since=2023-01&bulletin=" + encoded("青禾"),
    "/article?id=91/1", "/article?id=91/1&q=" + encoded("泵站"), "/issue?id=91", "/issues",
    "/issues?bulletin=" + encoded("青禾水务简讯"), "/trend", "/trend?q=" + encoded("泵站\n水库"),
    "/figures", "/figures?q=" + encoded("泵站"),
  ]

  @Test func `every page is there, complete, in both languages, and strictly confined`() throws {
    let archive = try TestArchive()
    for path in Self.paths {
      let response = try archive.get(path)
      #expect(response.status == 200, "\(path)")
      #expect(response["content-type"] == "text/html; charset=utf-8")
      let policy = try #require(response["content-security-policy"])
      for part in [
        "default-src 'none'", "script-src 'self'", "frame-ancestors 'none'", "base-uri 'none'",
      ] {
        #expect(policy.contains(part))
      }
      #expect(!policy.contains("unsafe"))
      #expect(response["x-content-type-options"] == "nosniff")
      #expect(!response.text.contains(" style=") && !response.text.contains("<style"), "\(path)")
      #expect(!response.text.contains(" onclick="))
      #expect(path.contains("part=") || response.text.hasSuffix("</html>\n"), "\(path)")
    }
  }

  @Test func `a search shows articles with what was found marked`() throws {
    let archive = try TestArchive()
    let text = try archive.text("/search?q=" + encoded("泵站"))
    #expect(text.contains("2 篇，2 期"), "\(text)")
    #expect(text.contains("<h2><a href=\"/article?id=91%2F1&amp;q="))
    #expect(text.contains("<mark>泵站</mark>更新完成"))
    #expect(text.contains("value=\"泵站\""))
    let none = try archive.text("/search?q=" + encoded("飞船"))
    #expect(none.contains("没有找到"))
  }

  @Test func `the parts of a page are those of the whole`() throws {
    let archive = try TestArchive()
    let path = "/search?q=" + encoded("泵站")
    let whole = try archive.text(path)
    #expect(whole.contains(try archive.text(path + "&part=results")))
    #expect(whole.contains(try archive.text(path + "&part=facets")))
    let missing = "/search?q=" + encoded("飞船")
    let hints = try archive.text(missing + "&part=hints")
    #expect(!hints.isEmpty)
    #expect(try archive.text(missing).contains("<div id=\"hints\">\(hints)</div>"))
  }

  @Test func `an article has all places lit and numbered, its reference and its neighbours`() throws
  {
    let archive = try TestArchive()
    let text = try archive.text("/article?id=91/1&q=" + encoded("泵站"))
    #expect(text.contains("data-places=\"4\""))
    for number in 1...4 { #expect(text.contains("<mark id=\"m\(number)\"")) }
    #expect(text.contains("王宁. 泵站更新完成[J]. 青禾水务简讯，2023（1）"), "\(text)")
    #expect(text.contains("水库安全检查"))
  }

  @Test func `a long article goes on on further pages, with every paragraph on one`() throws {
    let paragraphs = (1...300).map { "第\($0)段" + String(repeating: "水位正常", count: 200) + "。" }
    let archive = try TestArchive([
      ("1.md", TestArchive.issue(1, [("长文", paragraphs.joined(separator: "\n\n"))]))
    ])
    var path: String? = "/article?id=91/1"
    var seen: [String] = []
    while let next = path {
      let text = try archive.text(next)
      #expect(text.utf8.count < 400_000)
      seen += text.split(separator: "<p id=\"p").dropFirst().compactMap {
        $0.split(separator: ">").dropFirst().first.map { String($0.prefix { $0 != "段" }) + "段" }
      }
      let links = text.split(separator: "<a rel=\"next\" href=\"/article?").dropFirst()
      path = links.first { $0.contains("from=") }.map {
        "/article?" + $0.prefix { $0 != "\"" }.replacing("&amp;", with: "&")
      }
    }
    #expect(seen == (1...300).map { "第\($0)段" })
  }

  @Test func `what is not there is said, with a status`() throws {
    let archive = try TestArchive()
    for path in [
      "/missing", "/article?id=99/1", "/issue?id=99", "/static/x/style.css", "/api/v1/missing",
      "/api/v1/articles?id=99", "/../../etc/passwd", "/static/../../etc/passwd",
    ] {
      #expect(try archive.get(path).status == 404, "\(path)")
    }
    for path in [
      "/search?q=a&limt=1", "/article", "/search?q=a&page=0", "/search?q=a&since=x",
      "/trend?by=day",
      "/api/v1/search", "/api/v1/search?q=", "/api/v1/search?q=a&limit=101",
      "/api/v1/search?q=%20",
      "/api/v1/search?q=a&reverse=true", "/api/v1/search?q=a&total=x",
    ] {
      #expect(try archive.get(path).status == 400, "\(path)")
    }
  }

  @Test func `style and script come from paths that change with them`() throws {
    let archive = try TestArchive()
    let text = try archive.text("/")
    for (start, type) in [
      ("<link rel=\"stylesheet\" href=\"", "text/css"), ("<script src=\"", "text/javascript"),
    ] {
      let path = try #require(text.split(separator: start).dropFirst().first?.prefix { $0 != "\"" })
      let response = try archive.get(String(path))
      #expect(response.status == 200)
      #expect(response["content-type"]?.hasPrefix(type) == true)
      #expect(response["cache-control"]?.contains("immutable") == true)
    }
  }

  private static let hostile = [
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onmouseover='alert(1)",
    "javascript:alert(1)", "&lt;b&gt;", "]]><!--", "\u{202E}反\u{2066}", "{{7*7}}",
    "</title><script>",
  ]

  @Test func `nothing of a title, a text, a name or a query becomes markup`() throws {
    let articles = Self.hostile.enumerated().map { place, text in
      (title: "泵站\(place)\(text)", text: "泵站 \(text) 运行。\(text)")
    }
    let archive = try TestArchive([
      ("a\"><b>&'.md", TestArchive.issue(1, articles))
    ])
    var paths = Self.paths.map { $0.replacing("91/1", with: "91/2") }
    for text in Self.hostile {
      let query = encoded("泵站 " + text)
      paths += [
        "/search?q=" + query, "/search?part=facets&q=" + query, "/article?id=91/1&q=" + query,
        "/trend?q=" + query, "/figures?q=" + query, "/search?q=a&section=" + query,
        "/issues?bulletin=" + query, "/article?id=" + query, "/issue?id=" + query,
        "/search?q=a&sort=" + query, "/" + query,
      ]
    }
    paths += (1...articles.count).map { "/article?id=91/\($0)&q=" + encoded("泵站") }
    for path in paths {
      let response = try archive.get(path)
      #expect(
        response["content-type"] != "text/html; charset=utf-8" || Self.isHarmless(response.text),
        "\(path)")
    }
  }

  /// Whether the only tags are such as the pages write, with no attribute that could run anything.
  private static func isHarmless(_ text: String) -> Bool {
    let known: Set = [
      "a", "article", "aside", "body", "button", "code", "dd", "desc", "details", "dialog", "div",
      "dl",
      "dt", "fieldset", "figure", "footer", "form", "g", "h1", "h2", "h3", "head", "header", "html",
      "input", "kbd", "label", "legend", "li", "line", "link", "main", "mark", "meta", "nav", "ol",
      "option",
      "p", "path", "polyline", "pre", "rect", "search", "section", "select", "span", "summary",
      "svg",
      "table", "tbody", "td", "textarea", "th", "thead", "title", "tr", "ul", "circle", "text",
      "polygon",
      "tspan",
    ]
    for part in text.split(separator: "<", omittingEmptySubsequences: false).dropFirst() {
      guard let end = part.firstIndex(of: ">") else { return false }
      let tag = part[..<end]
      if tag == "!DOCTYPE html" { continue }
      let name = tag.drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber }
      if name == "script" {
        guard tag.hasPrefix("/") || tag.hasPrefix("script src=\"/static/") else { return false }
        continue
      }
      guard known.contains(String(name)) else { return false }
      // Between quotation marks anything may stand; outside of them nothing that acts.
      let outside = tag.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
        .filter { $0.offset.isMultiple(of: 2) }.map { String($0.element) }.joined()
      if outside.contains(" on") || outside.contains("'") { return false }
      if tag.contains("href=\"javascript:") { return false }
    }
    return true
  }
}
