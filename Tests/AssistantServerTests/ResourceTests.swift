import TestSupport
import Testing

@testable import AssistantServer

/// Articles as resources: their addresses, lists and texts.
struct ResourceTests {
  @Test func `all articles are listed, the latest issue first`() throws {
    var talk = try Conversation()
    let result = try talk.answer("resources/list")["result"]
    let resources = result?["resources"]?.values ?? []
    #expect(
      resources.compactMap { $0["name"]?.text }
        == ["44/1", "44/2", "43/1", "43/2", "42/1", "42/2", "41/1", "41/2"])
    #expect(resources[0]["uri"] == "bsearch://44/1" && resources[0]["title"] == "水库大坝加固工程开工")
    #expect(result?["nextCursor"] == nil && result?["ttlMs"] == 0)
  }

  @Test func `a long list comes in pages without a gap`() throws {
    let articles = (1...70).map { "## **第\($0)篇文章说水利**\n\n水库之\($0)。\n\n" }.joined()
    var talk = try Conversation([
      ("a.md", "# 青禾水务简讯\n\n2023年第1期\n\n" + articles),
      ("b.md", "# 青禾水务简讯\n\n2023年第2期\n\n" + articles),
    ])
    var names: [String] = []
    var parameters: [String: JSONValue] = [:]
    for _ in 0..<10 {
      let result = try talk.answer("resources/list", parameters)["result"]
      names += result?["resources"]?.values.compactMap { $0["name"]?.text } ?? []
      guard let next = result?["nextCursor"] else { break }
      parameters["cursor"] = next
    }
    #expect(names.count == 140 && Set(names).count == 140)
  }

  @Test func `an article and an issue are read as Markdown`() throws {
    var talk = try Conversation()
    let article = try talk.answer("resources/read", ["uri": "bsearch://41/1"])["result"]
    let text = try #require(article?["contents"]?[0]?["text"]?.text)
    #expect(text.hasPrefix("# 水库大坝加固工程开工\n\n【要闻】 王宁\n\n青禾水库大坝"))
    #expect(text.hasSuffix("> 王宁. 水库大坝加固工程开工[J]. 青禾水务简讯，2023（1）.\n"), "\(text)")
    #expect(article?["contents"]?[0]?["uri"] == "bsearch://41/1")
    let issue = try talk.answer("resources/read", ["uri": "bsearch://41"])["result"]
    #expect(issue?["contents"]?[0]?["text"]?.text?.contains("# 灌区节水改造") == true)
  }

  @Test func `what is too long for one resource ends with where the rest is`() throws {
    let paragraphs = (0..<9_000).map { "第\($0)段说的是水库和渠道，一共写了很长的一段话。" }
    var talk = try Conversation([
      (
        "长.md",
        "# 青禾水务简讯\n\n2023年第1期\n\n## **很长的文章**\n\n" + paragraphs.joined(separator: "\n\n") + "\n"
      )
    ])
    let result = try talk.answer("resources/read", ["uri": "bsearch://1/1"])["result"]
    let text = try #require(result?["contents"]?[0]?["text"]?.text)
    #expect(text.count < 201_000 && text.hasSuffix("the tool show has the rest in pages.）\n"))
    #expect(text.contains("第100段说"))
  }

  @Test(arguments: [
    "bsearch://99/9", "bsearch://", "bsearch://%", "bsearch://%zz", "bsearch://%FF",
    "file:///etc/passwd",
    "bsearch://../../etc/passwd", "", "92/1",
  ])
  func `what is not there has the code of bad parameters`(uri: String) throws {
    var talk = try Conversation()
    #expect(try talk.answer("resources/read", ["uri": .string(uri)])["error"]?["code"] == -32602)
  }

  @Test(arguments: 0..<50 as Range<UInt64>)
  func `an address gives the name back that it was made of`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let id = "刊 名:2022-8/3?#%" + NastyText.text(8, using: &random)
    let text = ResourceURI(id: id).text
    #expect(text.utf8.allSatisfy { (0x21...0x7E).contains($0) }, "seed \(seed)")
    #expect(ResourceURI(text)?.id == id, "seed \(seed)")
  }

  @Test func `the template says how an address is made`() throws {
    var talk = try Conversation()
    let result = try talk.answer("resources/templates/list")["result"]
    #expect(result?["resourceTemplates"]?[0]?["uriTemplate"] == "bsearch://{+id}")
  }

  @Test func `a cursor of nothing is a mistake`() throws {
    var talk = try Conversation()
    for method in ["resources/list", "tools/list", "resources/templates/list"] {
      #expect(
        try talk.answer(method, ["cursor": "next"])["error"]?["code"] == -32602, "\(method)")
    }
  }
}
