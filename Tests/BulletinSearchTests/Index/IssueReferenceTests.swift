import BulletinSearch
import TestSupport
import Testing

/// What may be typed for an issue or an article.
struct IssueReferenceTests {
  @Test(arguments: [
    "41/2", "４１／２", " 41 / 2 ", "第41期/2", "总第四十一期/2", "5/2", "2024-5/2", "2024-05-31/2",
    "2024-05/2",
    "青禾水务简讯:41/2", "青禾水务简讯：41/2", "青禾 水務簡訊:5/2", "a/2", "a.md/2", "issues/a/2", "ISSUES/A.md/2",
  ])
  func `an article is called in every way that is clear`(id: String) throws {
    #expect(try Self.index.get().article(id)?.title == "北岭供水公司换表", "\(id)")
  }

  @Test func `an article is called by the place that a search prints`() throws {
    let index = try Self.index.get()
    let article = try #require(try index.article("41/2"))
    let path = article.issue.path
    for id in [
      "\(path):41/2", "\(path):\(article.lines.lowerBound)",
      "\(path):\(article.lines.lowerBound):3", "\(path):\(article.lines.upperBound):1",
    ] {
      #expect(try index.article(id)?.title == article.title, "\(id)")
    }
    for id in ["\(path):42/1", "\(path):41/9", "\(path):x", "\(path):99999", "\(path):"] {
      #expect(try index.article(id) == nil, "\(id)")
    }
  }

  @Test(arguments: ["41", "5", "2024-5", "a.md", "issues/a.md", "青禾水务简讯:2024-05-31"])
  func `an issue is called in every way that is clear`(text: String) throws {
    #expect(try Self.index.get().articles(ofIssue: text).map(\.ordinal) == [1, 2], "\(text)")
  }

  @Test(arguments: ["43", "7", "", "/", ":", "青禾水务简讯:", "别的简讯:41", "b.txt", "41~2"])
  func `there is no issue of another name`(text: String) throws {
    #expect(try Self.index.get().articles(ofIssue: text).isEmpty, "\(text)")
  }

  @Test func `a number that several bulletins have is asked about`() throws {
    var other = Self.first
    other.name = "青禾林业简讯"
    (other.total, other.number) = (7, 5)
    let index = try makeIndex(of: [("a.md", Self.first.text), ("b.md", other.text)])
    #expect(try Self.candidates("5", in: index) == ["41", "7"])
    #expect(try index.articles(ofIssue: "7").count == 2)
    for id in try Self.candidates("5", in: index) {
      #expect(try !index.articles(ofIssue: id).isEmpty)
    }
    #expect(throws: IssueReferenceError.self) { try index.article("5/1") }
    #expect(throws: IssueReferenceError.self) { try index.similar(to: "5/1") }
  }

  @Test func `a number that two files have is asked about`() throws {
    let index = try makeIndex(of: [("a.md", Self.first.text), ("a 副本.md", Self.first.text)])
    #expect(try Self.candidates("41", in: index) == ["a副本", "a"])
    #expect(try index.article("a/2")?.ordinal == 2)
    #expect(try index.article("a副本/2")?.issue.path.hasSuffix("a 副本.md") == true)
  }

  @Test func `a number of several years is asked about`() throws {
    var second = Self.first
    (second.year, second.total, second.date) = (2025, 53, "2025-05-31")
    let index = try makeIndex(of: [("a.md", Self.first.text), ("b.md", second.text)])
    #expect(try Self.candidates("5", in: index) == ["41", "53"])
    #expect(try index.article("2025-5/1")?.issue.total == 53)
  }

  @Test func `what is printed can be typed`() throws {
    var random = SeededGenerator(seed: 3)
    for _ in 0..<20 {
      let folder = try TemporaryDirectory()
      for number in 0..<12 {
        var issue = Self.first
        issue.name = ["青禾 水务简讯", "青禾林业简讯", "QH: News"].randomElement(using: &random) ?? ""
        issue.year = Int.random(in: 2023...2024, using: &random)
        issue.number = Int.random(in: 1...3, using: &random)
        issue.total = Bool.random(using: &random) ? nil : Int.random(in: 1...5, using: &random)
        issue.date = "\(issue.year)-0\(issue.number)-01"
        let name = ["\(number)", "a b", "第1期", "x"].randomElement(using: &random) ?? ""
        let ending = ["md", "txt"].randomElement(using: &random) ?? ""
        try folder.write(
          issue.text, to: "issues/\(Int.random(in: 0...1, using: &random))/\(name).\(ending)")
      }
      let index = try makeIndex(in: folder)
      for issue in try index.issues() {
        #expect(issue.id.split(whereSeparator: \.isWhitespace).count == 1)
        #expect(try index.articles(ofIssue: issue.id).first?.issue == issue, "\(issue.id)")
        #expect(try index.article("\(issue.id)/2")?.issue == issue, "\(issue.id)")
        #expect(try index.articles(ofIssue: issue.path).first?.issue == issue, "\(issue.path)")
      }
      for result in try index.search("换表").results {
        #expect(try index.article(result.id)?.issue == result.issue, "\(result.id)")
        #expect(try index.article("\(result.issue.path):\(result.id)")?.id == result.id)
      }
    }
  }

  private static func candidates(_ text: String, in index: BulletinIndex) throws -> [String] {
    do {
      _ = try index.articles(ofIssue: text)
      return []
    } catch IssueReferenceError.ambiguous(text, let candidates) {
      return candidates.map(\.id)
    }
  }

  private static let first = TestIssue(articles: [
    TestArticle("东渡水厂投产", "日供水十万吨。"),
    TestArticle("北岭供水公司换表", "换表三千只。", "不收费用。", author: "陆禾"),
  ])

  private static let index = Result {
    var second = first
    (second.number, second.total, second.date) = (6, 42, "2024-06-28")
    return try makeIndex(of: [("a.md", first.text), ("b.md", second.text)])
  }
}
