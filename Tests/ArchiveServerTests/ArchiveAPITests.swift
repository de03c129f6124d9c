import AnswerRecords
import ArchiveServer
import BulletinSearch
import TestSupport
import Testing

/// The interface gives the records of `--format json`.
struct ArchiveAPITests {
  @Test func `a search is the record of the library's answer`() throws {
    let archive = try TestArchive()
    let snapshot = archive.archive.snapshot()
    var options = snapshot.options
    (options.limit, options.passageCount, options.facetLimit) = (1, 2, 20)
    let answer = try snapshot.search("泵站", options)
    let expected = try JSONText.answer(SearchRecord(answer))
    let given = try archive.text("/api/v1/search?q=\(encoded("泵站"))&limit=1&passages=2&facets=true")
    #expect(Self.withoutTime(given) == Self.withoutTime(expected))
    #expect(given.contains("\"hasMore\":true"))
    #expect(given.hasSuffix("\"version\":1}\n"))
  }

  /// Without the milliseconds.
  private static func withoutTime(_ text: String) -> String {
    let parts = text.split(separator: "\"milliseconds\":", maxSplits: 1)
    return parts.count < 2 ? text : String(parts[0] + parts[1].drop { $0 != "," })
  }

  @Test func `every other answer is that of the library too`() throws {
    let archive = try TestArchive()
    let index = archive.archive.snapshot().index
    let article = try #require(try index.article("91/1"))
    #expect(
      try archive.text("/api/v1/articles?id=91/1") == JSONText.answer(ArticleListRecord([article])))
    #expect(
      try archive.text("/api/v1/articles?id=91&offset=1")
        == JSONText.answer(ArticleListRecord(Array(index.articles(ofIssue: "91").dropFirst()))))
    #expect(
      try archive.text("/api/v1/cite?id=91/1")
        == JSONText.answer(CitationRecord(Reference(article))))
    #expect(
      try archive.text("/api/v1/toc?id=91")
        == JSONText.answer(#require(try index.contents(ofIssue: "91"))))
    #expect(
      try archive.text("/api/v1/trend?q=\(encoded("泵站"))&q=\(encoded("水库"))&by=month")
        == JSONText.answer(index.trend(of: ["泵站", "水库"], by: .month, options: SearchOptions())))
    #expect(
      try archive.text("/api/v1/authors?limit=1").contains("\"authors\":[{\"articles\":3"))
    #expect(try archive.text("/api/v1/suggest?prefix=" + encoded("泵")).contains("泵站"))
    #expect(try archive.text("/api/v1/figures?q=" + encoded("泵站")).contains("\"value\":13"))
    #expect(try archive.text("/api/v1/openapi.json").contains("\"openapi\": \"3.1.0\""))
  }

  @Test func `an error has a code, the parameter and words`() throws {
    let archive = try TestArchive()
    #expect(
      try archive.get("/api/v1/search?q=a&limit=x").text
        == #"{"error":{"code":"bad-parameter","message":"limit 要是 0 到 100 的整数","parameter":"limit"},"version":1}"#
        + "\n")
    #expect(try archive.get("/api/v1/toc?id=99").text.contains(#""code":"not-found""#))
    #expect(
      try archive.get("/api/v1/search?q=%20").text.contains(#""code":"nothing-to-search""#))
  }

  @Test func `who lacks the token gets nothing`() throws {
    let token = AccessToken()
    let archive = try TestArchive(token: token)
    let refused = try archive.get("/api/v1/search?q=" + encoded("泵站"))
    #expect(refused.status == 401)
    #expect(!refused.text.contains("更新"))
    let admitted = try archive.get("/?token=" + token.value)
    #expect(admitted.status == 303)
    #expect(admitted["location"] == "/")
    let cookie = try #require(admitted["set-cookie"])
    #expect(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"))
    let answer = try archive.get(
      "/api/v1/search?q=" + encoded("泵站"), ["authorization": "Bearer " + token.value])
    #expect(answer.status == 200)
  }
}
