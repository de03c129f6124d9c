import BulletinSearch
import Foundation
import Testing

@testable import bsearch

struct JSONResultsTests {
  private func object(_ text: some StringProtocol) throws -> [String: Any] {
    let value = try JSONSerialization.jsonObject(with: Data(text.utf8))
    return try #require(value as? [String: Any])
  }

  @Test func `lines are begin, hits and summary`() throws {
    let totals = SearchTotals(articles: 2, issues: 1, occurrences: 4, match: .verbatim)
    let text = try JSONResults.lines(
      Examples.answer([Examples.result(), Examples.result("92/1")], totals: totals))
    let lines = try text.split(separator: "\n").map(object)
    #expect(lines.map { $0["type"] as? String } == ["begin", "hit", "hit", "summary"])
    #expect(lines[0]["version"] as? Int == 1)
    #expect(lines[0]["query"] as? String == "泵站")
    #expect(lines[1]["id"] as? String == "92/3")
    #expect(lines[1]["page"] as? [Int] == [3, 3])
    #expect(lines[3]["articles"] as? Int == 2)
    #expect(lines[3]["returned"] as? Int == 2)
  }

  @Test func `nothing found is still valid JSON`() throws {
    let whole = try object(JSONResults.object(Examples.answer([])))
    #expect((whole["hits"] as? [Any])?.isEmpty == true)
    #expect(whole["version"] as? Int == 1)
    let lines = try JSONResults.lines(Examples.answer([])).split(separator: "\n").map(object)
    #expect(lines.count == 2)
  }

  @Test func `a highlight has its bytes and its text`() throws {
    let text = try JSONResults.object(Examples.answer([Examples.result()]))
    let hit = try #require((try object(text)["hits"] as? [[String: Any]])?.first)
    let title = try #require(hit["title"] as? [String: Any])
    let highlight = try #require((title["highlights"] as? [[String: Any]])?.first)
    #expect(highlight["start"] as? Int == 6)
    #expect(highlight["end"] as? Int == 12)
    #expect(highlight["text"] as? String == "泵站")
  }

  @Test func `no control character stands in JSON as it is, and none is lost`() throws {
    let odd = "\u{1B}\u{7F}\u{9B}\u{202E}\u{2028}泵站"
    var result = Examples.result()
    result.title = Excerpt(text: odd)
    let text = try JSONResults.object(Examples.answer([result]))
    #expect(!text.dropLast().unicodeScalars.contains { $0.isControlOfTerminal })
    let hit = try #require((try object(text)["hits"] as? [[String: Any]])?.first)
    #expect((hit["title"] as? [String: Any])?["text"] as? String == odd)
  }
}
