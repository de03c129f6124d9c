import TestSupport
import Testing

@testable import BulletinSearch

struct QueryTokenTests {
  @Test func `spaces of all widths part texts`() {
    #expect(
      QueryToken.tokens(of: " 水库　大坝\t汛期\n预警 ")
        == [.text("水库"), .text("大坝"), .text("汛期"), .text("预警")])
  }

  @Test(arguments: ["\"水库 大坝\"", "＂水库 大坝＂", "“水库 大坝”", "「水库 大坝」", "『水库 大坝』"])
  func `quotation marks of all kinds keep a text together`(query: String) {
    #expect(QueryToken.tokens(of: query) == [.quoted("水库 大坝")])
  }

  @Test func `a quotation ends at its own closing mark`() {
    #expect(QueryToken.tokens(of: "“水库「大坝」”汛期") == [.quoted("水库「大坝」"), .text("汛期")])
  }

  @Test(arguments: ["“水库", "\"水库", "「水库", "水库”", "水库\""])
  func `a quotation mark without its other half is text`(query: String) {
    #expect(QueryToken.tokens(of: query) == [.text(query)])
  }

  @Test func `a quotation mark inside a text is text`() {
    #expect(QueryToken.tokens(of: "推行“河长”制") == [.text("推行“河长”制")])
  }

  @Test(arguments: ["OR", "ＯＲ", "|", "||", "｜", "或"])
  func `alternatives have an ASCII, a full-width and a Chinese sign`(sign: String) {
    #expect(
      QueryToken.tokens(of: "水库 \(sign) 大坝") == [.text("水库"), .or(sign), .text("大坝")])
  }

  @Test(arguments: ["NOT", "ＮＯＴ", "非"])
  func `exclusion has an ASCII, a full-width and a Chinese word`(word: String) {
    #expect(QueryToken.tokens(of: "水库 \(word) 大坝") == [.text("水库"), .not(word), .text("大坝")])
  }

  @Test(arguments: ["-", "－"])
  func `a minus sign excludes what it touches`(sign: String) {
    #expect(QueryToken.tokens(of: "水库 \(sign)大坝") == [.text("水库"), .minus, .text("大坝")])
    #expect(QueryToken.tokens(of: "\(sign)“大坝”") == [.minus, .quoted("大坝")])
  }

  @Test func `a minus sign that touches nothing or another one is text`() {
    #expect(QueryToken.tokens(of: "水库 - 大坝") == [.text("水库"), .text("-"), .text("大坝")])
    #expect(QueryToken.tokens(of: "--all") == [.text("--all")])
    #expect(QueryToken.tokens(of: "－－") == [.text("－－")])
  }

  @Test(arguments: ["水库|大坝", "水库｜大坝", "水库||大坝"])
  func `a bar needs no spaces`(query: String) {
    let tokens = QueryToken.tokens(of: query)
    #expect(tokens.first == .text("水库"))
    #expect(tokens.count == 3)
    #expect(tokens.last == .text("大坝"))
  }

  @Test(arguments: ["ORACLE", "或者", "非法", "NOTE", "水库或大坝"])
  func `an operator's letters inside a text are text`(query: String) {
    #expect(QueryToken.tokens(of: query) == [.text(query)])
  }

  @Test func `brackets of both widths group and pair with each other`() {
    #expect(
      QueryToken.tokens(of: "(水库 大坝） 汛期")
        == [.open, .text("水库"), .text("大坝"), .close, .text("汛期")])
  }

  @Test func `brackets inside a text belong to it`() {
    #expect(QueryToken.tokens(of: "各县（区、市）水务局") == [.text("各县（区、市）水务局")])
    #expect(
      QueryToken.tokens(of: "(甲 县（区）)") == [.open, .text("甲"), .text("县（区）"), .close])
  }

  @Test(arguments: ["（水库", "水库）", "（", ")"])
  func `a bracket without its other half is text`(query: String) {
    #expect(QueryToken.tokens(of: query) == [.text(query)])
  }

  @Test(arguments: [
    "5G-DMN", "GB/T19000-ISO9000", "98.14%", "1+9+3", "https://example.org/a?b=c&d",
    "//example.org/a",
    "example.org:8080/x", "C++", "#5", "@水务", "a:b", "标题:", "~", "~5", "^", "^2", "2^10", "10^-3",
    "x^2+y^2", "a*b", "**加粗**", "*", "**", "2*3*4", "注：x", "10:30", "C:\\x", "1.5^2", "x^", "水库^高",
    "标题字号：大", "期数：8", "日期栏:x", ":", "：水库", "x:标题:y",
  ])
  func `a pasted string is one text`(query: String) {
    #expect(QueryToken.tokens(of: query) == [.text(query)])
  }

  @Test func `a query of nothing has no tokens`() {
    #expect(QueryToken.tokens(of: "") == [])
    #expect(QueryToken.tokens(of: " 　\n") == [])
  }
}
