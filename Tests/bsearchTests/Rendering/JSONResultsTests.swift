import AnswerRecords
import BulletinSearch
import Testing

@testable import bsearch

struct JSONResultsTests {
  @Test func `lines are begin, hits and summary`() throws {
    let totals = SearchTotals(articles: 2, issues: 1, occurrences: 4, match: .verbatim)
    let text = JSONLineResults().rendered(
      Examples.answer([Examples.result(), Examples.result("92/1")], totals: totals))
    let lines = try text.split(separator: "\n").map { try JSONValue($0) }
    #expect(lines.map { $0["type"] } == ["begin", "hit", "hit", "summary"])
    #expect(lines[0]["version"] == 1)
    #expect(lines[0]["query"] == "泵站")
    #expect(lines[1]["id"] == "92/3")
    #expect(lines[1]["page"] == .array([3, 3]))
    #expect(lines[3]["articles"] == 2)
    #expect(lines[3]["returned"] == 2)
  }

  @Test func `nothing found is still valid JSON`() throws {
    let whole = try JSONValue(JSONResults().rendered(Examples.answer([])))
    #expect(whole["hits"] == .array([]))
    #expect(whole["version"] == 1)
    let lines = JSONLineResults().rendered(Examples.answer([])).split(separator: "\n")
    #expect(try lines.map { try JSONValue($0)["type"] } == ["begin", "summary"])
  }

  @Test func `a highlight has its bytes, UTF-16 units, characters and text`() throws {
    var result = Examples.result()
    result.title = Excerpt(text: "👍🏽e\u{301}泵站", highlights: [11..<17], field: .title)
    let whole = try JSONValue(JSONResults().rendered(Examples.answer([result])))
    let title = whole["hits"]?[0]?["title"]
    #expect(
      title?["highlights"]?[0]
        == .object([
          "start": 11, "end": 17, "utf16": .object(["start": 6, "end": 8]),
          "characters": .object(["start": 2, "end": 4]), "text": "泵站",
        ]))
    #expect(title?["field"] == "title")
  }

  @Test func `section and byline are there with their places where something was found in them`()
    throws
  {
    var result = Examples.result()
    result.bylineExcerpt?.highlights = [0..<6]
    let hit = try JSONValue(JSONResults().rendered(Examples.answer([result])))["hits"]?[0]
    #expect(hit?["section"] == "工程建设")
    #expect(hit?["byline"] == "林舟")
    #expect(hit?["fields"]?[0]?["field"] == "byline")
    #expect(hit?["fields"]?[0]?["line"] == 52)
    #expect(hit?["fields"]?[0]?["highlights"]?[0]?["text"] == "林舟")
    #expect(hit?["fields"]?[1] == nil)
  }

  @Test func `an excerpt says where it begins in its field`() throws {
    var result = Examples.result()
    result.passages[0].offset = TextOffset(bytes: 30, utf16: 12, characters: 10)
    let whole = try JSONValue(JSONResults().rendered(Examples.answer([result])))
    let passage = whole["hits"]?[0]?["passages"]?[0]
    #expect(passage?["field"] == "body")
    #expect(passage?["offset"] == .object(["bytes": 30, "utf16": 12, "characters": 10]))
  }

  @Test func `no control character stands in JSON as it is, and none is lost`() throws {
    let odd = "\u{1B}\u{7F}\u{9B}\u{202E}\u{2028}泵站"
    var result = Examples.result()
    result.title = Excerpt(text: odd)
    let text = JSONResults().rendered(Examples.answer([result]))
    #expect(!text.dropLast().unicodeScalars.contains { $0.isControlOfTerminal })
    #expect(try JSONValue(text)["hits"]?[0]?["title"]?["text"] == .string(odd))
  }
}
