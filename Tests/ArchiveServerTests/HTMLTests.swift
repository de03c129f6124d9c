import BulletinSearch
import Testing

@testable import ArchiveServer

struct HTMLTests {
  @Test func `what is put in is text and what is written is markup`() {
    let text = "<script>alert(\"1\")</script> & 'x'"
    let html: HTML = "<p title=\"\(text)\">\(text)</p>"
    let escaped = "&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;x&#39;"
    #expect(html.source == "<p title=\"\(escaped)\">\(escaped)</p>")
    #expect(("<b>\(html)</b>" as HTML).source == "<b>\(html.source)</b>")
    #expect(("\(3)\([html, html])" as HTML).source == "3" + html.source + html.source)
  }

  @Test func `orders to who reads it become visible`() {
    let html: HTML = "\("a\u{202E}b\u{0}c\u{1B}[31m\u{2028}")"
    #expect(html.source == "a\u{FFFD}b␀c␛[31m\u{FFFD}")
  }

  @Test(arguments: 0..<20)
  func `no text brings a tag or ends an attribute`(seed: Int) {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let parts = [
      "<", ">", "&", "\"", "'", "script", "站", "“", "\u{0}", "&lt;", "]]>", "<!--", "\u{FFFE}", "é",
    ]
    for _ in 0..<200 {
      let text = (0..<next(12)).map { _ in parts[next(parts.count)] }.joined()
      let html: HTML = "\(text)"
      #expect(!html.source.contains { "<>\"'".contains($0) }, "seed \(seed): \(text)")
    }
  }

  @Test func `what was found is marked, and its text is text`() {
    let excerpt = Excerpt(text: "a<b>c", highlights: [1..<4], isCutAtStart: true, isCutAtEnd: true)
    #expect(HTML(excerpt).source == "…a<mark>&lt;b&gt;</mark>c…")
    var number = 1
    let html = HTML("基站和基站", marked: [0..<6, 9..<15], numberedFrom: &number)
    #expect(number == 3)
    #expect(html.source.contains("id=\"m1\"") && html.source.contains("id=\"m2\""))
  }
}
