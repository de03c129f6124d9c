import AnswerRecords
import Testing

@testable import AssistantServer

/// What is said between a client and the server before anything is asked.
struct ProtocolTests {
  private static let handshake =
    #"{"jsonrpc":"2.0","id":0,"method":"initialize","params":{"protocolVersion":"2025-06-18","capabilities":{},"#
    + #""clientInfo":{"name":"test","version":"1"}}}"#

  @Test func `a client learns which revisions there are`() throws {
    var talk = try Conversation()
    let result = try #require(try talk.answer("server/discover")["result"])
    #expect(result["supportedVersions"]?.values.first == "2026-07-28")
    #expect(result["capabilities"] == ["tools": [:], "resources": [:]])
    #expect(result["resultType"] == "complete")
    #expect(result["ttlMs"] != nil && result["cacheScope"] == "private")
    let server = result["_meta"]?["io.modelcontextprotocol/serverInfo"]
    #expect(server?["name"] == "bsearch" && server?["version"] == .string(Version.current))
    #expect(result["instructions"]?.text?.isEmpty == false)
  }

  @Test func `a request that does not say its revision is told what it lacks`() throws {
    var talk = try Conversation()
    let answers = try talk.answers(to: [
      #"{"jsonrpc":"2.0","id":1,"method":"tools/list"}"#,
      #"{"jsonrpc":"2.0","id":2,"method":"tools/list","params":{"_meta":{"io.modelcontextprotocol/protocolVersion":"2026-07-28"}}}"#,
      #"{"jsonrpc":"2.0","id":3,"method":"tools/list","params":{"_meta":{"io.modelcontextprotocol/protocolVersion":3}}}"#,
    ])
    #expect(answers.map { $0["error"]?["code"] } == [-32602, -32602, -32602])
    #expect(answers[0]["error"]?["message"]?.text?.contains("initialize") == true)
    #expect(answers[1]["error"]?["message"]?.text?.contains("clientCapabilities") == true)
  }

  @Test func `an unknown revision is answered with those that there are`() throws {
    var talk = try Conversation()
    let answer = try talk.answer(
      "tools/list",
      [
        "_meta": [
          "io.modelcontextprotocol/protocolVersion": "1900-01-01",
          "io.modelcontextprotocol/clientCapabilities": [:],
        ]
      ])
    #expect(answer["error"]?["code"] == -32022)
    #expect(answer["error"]?["data"]?["requested"] == "1900-01-01")
    #expect(answer["error"]?["data"]?["supported"]?.values.contains("2026-07-28") == true)
  }

  @Test func `an older client begins with a handshake and needs no more`() throws {
    var talk = try Conversation()
    let answers = try talk.answers(to: [
      Self.handshake, #"{"jsonrpc":"2.0","method":"notifications/initialized"}"#,
      #"{"jsonrpc":"2.0","id":1,"method":"tools/list"}"#,
      #"{"jsonrpc":"2.0","id":2,"method":"ping"}"#,
      #"{"jsonrpc":"2.0","id":3,"method":"server/discover"}"#,
    ])
    #expect(answers.map { $0["id"] } == [0, 1, 2, 3])
    #expect(answers[0]["result"]?["protocolVersion"] == "2025-06-18")
    #expect(answers[0]["result"]?["serverInfo"]?["name"] == "bsearch")
    #expect(answers[1]["result"]?["tools"]?.values.count == 6)
    // Strict clients of that time refuse keys that they do not know.
    #expect(answers[1]["result"]?["resultType"] == nil && answers[1]["result"]?["ttlMs"] == nil)
    #expect(answers[2]["result"] == [:])
    #expect(answers[3]["error"]?["code"] == -32601)
  }

  @Test func `a handshake with an unknown revision is answered with the newest of its time`() throws
  {
    var talk = try Conversation()
    let line = Self.handshake.replacing("2025-06-18", with: "2024-01-01")
    #expect(try talk.answers(to: [line])[0]["result"]?["protocolVersion"] == "2025-11-25")
  }

  @Test func `both kinds of clients are answered side by side`() throws {
    var talk = try Conversation()
    let answers = try talk.answers(to: [
      Self.handshake, Conversation.request("tools/list"),
      #"{"jsonrpc":"2.0","id":2,"method":"tools/list"}"#,
    ])
    #expect(answers[1]["result"]?["resultType"] == "complete")
    #expect(answers[2]["result"]?["resultType"] == nil)
  }

  @Test func `what is gone or was never there is an unknown method`() throws {
    var talk = try Conversation()
    for method in [
      "ping", "logging/setLevel", "prompts/list", "resources/subscribe", "tools/绘图", "",
    ] {
      #expect(try talk.answer(method)["error"]?["code"] == -32601, "\(method)")
    }
  }

  @Test func `notifications and answers get no answer`() throws {
    var talk = try Conversation()
    let answers = try talk.answers(to: [
      #"{"jsonrpc":"2.0","method":"tools/list"}"#, #"{"jsonrpc":"2.0","method":"nothing"}"#,
      #"{"jsonrpc":"2.0","id":9,"result":{}}"#, #"{"jsonrpc":"2.0","id":9,"error":{}}"#,
    ])
    #expect(answers.isEmpty)
  }

  @Test func `a cancelled request is not answered, and those around it are`() throws {
    var talk = try Conversation()
    let answers = try talk.answers(to: [
      Conversation.request("tools/list", id: 1), Conversation.request("tools/list", id: "b"),
      #"{"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":"b"}}"#,
      Conversation.request("tools/list", id: 3),
    ])
    #expect(answers.map { $0["id"] } == [1, 3])
  }

  @Test func `a request that is cancelled while it is answered ends`() throws {
    var talk = try Conversation()
    let line = try Conversation.request(
      "tools/call", ["name": "search", "arguments": ["query": "水库", "limit": 20]], id: 7)
    talk.queue.add(Array((line + "\n").utf8)[...])
    var asked = 0
    let answer = talk.server.answerNext(of: &talk.queue) { queue in
      asked += 1
      guard asked == 3 else { return }
      queue.add(
        Array(
          (#"{"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":7}}"# + "\n")
            .utf8)[...])
    }
    #expect(answer == nil && asked == 3)
  }

  @Test func `an id comes back as it was`() throws {
    var talk = try Conversation()
    let ids: [JSONValue] = ["", "水库\u{1F600}", 0, -5, .integer(.max), "1"]
    let answers = try talk.answers(to: ids.map { try Conversation.request("tools/list", id: $0) })
    #expect(answers.map { $0["id"] ?? .null } == ids)
  }
}
