import AnswerRecords
import BulletinSearch
import FoundationEssentials
import Testing

@testable import AssistantServer

/// What tools answer: what the library does, in the form that they promise.
struct ToolTests {
  private static let calls: [(tool: String, arguments: [String: JSONValue])] = [
    ("search", ["query": "水库"]), ("search", ["query": "水库 灌区", "limit": 20, "passages": 0]),
    ("search", ["query": "没有这样的话"]), ("search", ["query": "水库", "sort": "date", "in": "title"]),
    ("search", ["query": "“水库大坝", "since": "2023-02", "until": "2023-03", "near": 10]),
    ("search", ["query": "水库", "authors": ["王宁"], "bulletins": ["青禾"], "verbatim": true]),
    ("search", ["query": "村庄 大坝 火箭", "limit": .number(3)]), ("count", ["query": "水库"]),
    ("count", ["query": "火箭"]), ("count", ["query": "村庄 火箭", "sections": ["要闻"]]),
    ("trend", ["queries": ["水库", "灌区"]]), ("trend", ["queries": "水库", "by": "month"]),
    ("trend", ["queries": ["火箭"], "by": "year"]), ("figures", ["term": "水库"]),
    ("figures", ["term": "水库", "units": ["座"], "kinds": ["level"], "uncertain": true, "limit": 2]),
    ("figures", ["term": "火箭"]), ("show", ["id": "41/1"]), ("show", ["id": "41"]), ("issues", [:]),
    ("issues", ["bulletin": "青禾", "limit": 2]), ("issues", ["bulletin": "没有"]),
  ]

  @Test func `tools are listed in one order, and only read`() throws {
    var talk = try Conversation()
    let result = try talk.answer("tools/list")["result"]
    let tools = result?["tools"]?.values ?? []
    #expect(
      tools.map { $0["name"] } == ["search", "count", "trend", "figures", "show", "issues"])
    for tool in tools {
      #expect(tool["annotations"]?["readOnlyHint"] == true)
      #expect(tool["inputSchema"]?["type"] == "object" && tool["outputSchema"]?["type"] == "object")
      #expect(tool["description"]?.text?.isEmpty == false)
    }
    #expect(result?["ttlMs"] != nil && result?["cacheScope"] != nil)
  }

  @Test(arguments: calls.indices)
  func `an answer fits the schema, and its text says the same`(place: Int) throws {
    let (tool, arguments) = Self.calls[place]
    var talk = try Conversation()
    let listed = try talk.answer("tools/list")["result"]?["tools"]?.values ?? []
    let listing = try #require(listed.first { $0["name"]?.text == tool })
    if case .string? = arguments["queries"] {
      // A text in place of an array with one is taken, though the schema does not say so.
    } else if case .number? = arguments["limit"] {
      // So is 3.0.
    } else {
      let input = try #require(listing["inputSchema"])
      #expect(SchemaCheck.problems(of: .object(arguments), input).isEmpty)
    }
    let result = try talk.call(tool, arguments)
    #expect(result["isError"] == false, "\(result)")
    let content = try #require(result["structuredContent"])
    let schema = try #require(listing["outputSchema"])
    #expect(SchemaCheck.problems(of: content, schema) == [])
    let text = try #require(result["content"]?[0]?["text"]?.text)
    #expect(try JSONDecoder().decode(JSONValue.self, from: Data(text.utf8)) == content)
    #expect(result["resultType"] == "complete")
  }

  @Test(arguments: ["水库", "水库 灌区", "村庄 火箭", "下游 OR 灌区"])
  func `a search finds what the library finds`(query: String) throws {
    var talk = try Conversation()
    var options = SearchOptions()
    options.limit = 20
    let response = try talk.index.search(query, options: options)
    let content = try talk.call("search", ["query": .string(query), "limit": 20])[
      "structuredContent"]
    #expect(content?["hits"]?.values.compactMap { $0["id"]?.text } == response.results.map(\.id))
    #expect(
      content?["hits"]?.values.map { $0["score"] } == response.results.map { .number($0.score) })
    #expect(content?["articles"] == .integer(response.totals?.articles ?? -1))
    let count = try talk.call("count", ["query": .string(query)])["structuredContent"]
    let totals = try talk.index.count(query)
    #expect(count?["articles"] == .integer(totals.articles))
    #expect(count?["occurrences"] == totals.occurrences.map { .integer($0) })
  }

  @Test func `a hit says where it stands and how it is cited`() throws {
    var talk = try Conversation()
    let content = try talk.call("search", ["query": "总投资3亿元"])["structuredContent"]
    let hit = try #require(content?["hits"]?[0])
    #expect(hit["id"] == "43/1" && hit["uri"] == "bsearch://43/1" && hit["match"] == "verbatim")
    #expect(hit["place"]?.text?.hasSuffix("水务/3.md:9") == true, "\(hit)")
    #expect(hit["citation"] == "王宁. 水库大坝加固工程开工[J]. 青禾水务简讯，2023（3）.", "\(hit)")
    let passage = try #require(hit["passages"]?[0])
    #expect(passage["found"] == ["总投资3亿元"])
    #expect(passage["place"]?.text?.hasSuffix("水务/3.md:11:40") == true, "\(passage)")
  }

  @Test(
    arguments: [
      ("search", "hits", ["query": "水库", "limit": 1]), ("issues", "issues", ["limit": 1]),
      ("figures", "figures", ["term": "水库", "limit": 1]),
    ] as [(String, String, [String: JSONValue])])
  func `pages together are the list`(tool: String, key: String, arguments: [String: JSONValue])
    throws
  {
    var talk = try Conversation()
    let whole = try talk.call(tool, arguments.filter { $0.key != "limit" })["structuredContent"]
    var pages: [JSONValue] = []
    var page = arguments
    for _ in 0..<20 {
      let content = try talk.call(tool, page)["structuredContent"]
      pages += content?[key]?.values ?? []
      guard let next = content?["nextCursor"] else { break }
      page["cursor"] = next
    }
    #expect(pages == whole?[key]?.values && pages.count > 2)
  }

  @Test func `a long article comes in pages`() throws {
    let paragraphs = (0..<400).map { "第\($0)段说的是水库和渠道，一共写了很长的一段话。" }
    var talk = try Conversation([
      (
        "长.md",
        "# 青禾水务简讯\n\n2023年第1期\n\n## **很长的文章**\n\n" + paragraphs.joined(separator: "\n\n") + "\n"
      )
    ])
    let id = try #require(try talk.index.search("第399段说").results.first?.id)
    var arguments: [String: JSONValue] = ["id": .string(id)]
    var read: [String] = []
    var pageCount = 0
    while true {
      let result = try talk.call("show", arguments)
      #expect(result["content"]?[0]?["text"]?.text?.utf8.count ?? .max < 40_000)
      let content = result["structuredContent"]
      read += content?["article"]?["paragraphs"]?.values.compactMap(\.text) ?? []
      pageCount += 1
      guard let next = content?["nextCursor"] else { break }
      arguments["cursor"] = next
    }
    #expect(read == paragraphs && pageCount > 1)
  }

  @Test(
    arguments: [
      ("search", [:], "query"), ("search", ["query": 7], "query"),
      ("search", ["query": "水库", "limit": 0], "1 to 20"),
      ("search", ["query": "水库", "limit": .number(1e99)], "1 to 20"),
      ("search", ["query": "水库", "page": 2], "page"),
      ("search", ["query": "水库", "cursor": "x"], "nextCursor"),
      ("search", ["query": "水库", "cursor": "from-01"], "nextCursor"),
      ("search", ["query": "水库", "cursor": "from--1"], "nextCursor"),
      ("search", ["query": "水库", "since": "去哪年"], "2022-08"),
      ("count", ["query": "水库", "since": "2023-02", "until": "2023-01-31"], "before since"),
      ("search", ["query": "水库", "in": "foot"], "title"),
      ("search", ["query": "水库", "sort": "size"], "date"),
      ("search", ["query": "水库", "verbatim": "yes"], "true"),
      ("search", ["query": "水库", "near": 0], "near"),
      ("search", ["query": "水库", "issues": ["没有这期"]], "没有这期"),
      ("search", ["query": ""], "nothingToSearch"), ("trend", ["queries": []], "queries"),
      ("trend", ["queries": ["a", "b", "c", "d", "e", "f"]], "5"),
      ("trend", ["queries": ["水库"], "by": "day"], "month"),
      ("figures", ["term": "水库", "kinds": ["size"]], "level"), ("show", ["id": "99/9"], "99/9"),
      ("show", ["id": ""], "issues"), ("issues", ["limit": "3"], "whole number"),
    ] as [(String, [String: JSONValue], String)])
  func `a bad argument is a result that helps`(
    tool: String, arguments: [String: JSONValue], part: String
  ) throws {
    var talk = try Conversation()
    let result = try talk.call(tool, arguments)
    #expect(result["isError"] == true)
    #expect(result["content"]?[0]?["text"]?.text?.contains(part) == true, "\(result)")
    #expect(result["structuredContent"] == nil)
  }

  @Test func `arguments that are no object are told, and none are none`() throws {
    var talk = try Conversation()
    let wrong = try talk.answer("tools/call", ["name": "issues", "arguments": [1]])["result"]
    #expect(wrong?["isError"] == true)
    for arguments in [nil, JSONValue.null, [:]] {
      var parameters: [String: JSONValue] = ["name": "issues"]
      parameters["arguments"] = arguments
      #expect(try talk.answer("tools/call", parameters)["result"]?["isError"] == false)
    }
  }

  @Test func `an unknown tool is no result`() throws {
    var talk = try Conversation()
    #expect(
      try talk.answer("tools/call", ["name": "delete", "arguments": [:]])["error"]?["code"]
        == -32602)
    #expect(try talk.answer("tools/call")["error"]?["code"] == -32602)
  }

  @Test func `descriptions and mistakes are in the language of the user`() throws {
    var talk = try Conversation(language: .chinese)
    let tools = try talk.answer("tools/list")["result"]?["tools"]
    #expect(tools?[0]?["title"] == "检索文章")
    #expect(
      try talk.call("search", [:])["content"]?[0]?["text"] == "缺少参数 query")
  }
}
