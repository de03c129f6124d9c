import FoundationEssentials
import TestSupport
import Testing

@testable import AssistantServer

/// Lines that nobody means to send: none ends the server, and each request is answered once.
///
/// `BSEARCH_ASSISTANT_LINES=100000` makes up so many.
struct RandomLineTests {
  private static let lineCount =
    Int(ProcessInfo.processInfo.environment["BSEARCH_ASSISTANT_LINES"] ?? "") ?? 2_000

  @Test func `every line that asks is answered once`() throws {
    var talk = try Conversation()
    var random = SeededGenerator(seed: 18)
    let seeds = try [
      Conversation.request("tools/list"), Conversation.request("server/discover"),
      Conversation.request(
        "tools/call", ["name": "search", "arguments": ["query": "水库", "limit": 3]]),
      Conversation.request(
        "tools/call", ["name": "trend", "arguments": ["queries": ["水库"], "by": "month"]]),
      Conversation.request(
        "tools/call", ["name": "show", "arguments": ["id": "41/1", "cursor": "from-0"]]),
      Conversation.request("resources/read", ["uri": "bsearch://41/1"]),
      #"{"jsonrpc":"2.0","id":0,"method":"initialize","params":{"protocolVersion":"2025-11-25"}}"#,
      #"{"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":1}}"#,
    ].map { Array($0.utf8) }
    for number in 0..<Self.lineCount {
      var line = seeds[Int.random(in: 0..<seeds.count, using: &random)]
      for _ in 0..<Int.random(in: 0...3, using: &random) { Self.change(&line, using: &random) }
      line.removeAll { $0 == UInt8(ascii: "\n") }
      talk.queue.add((line + [UInt8(ascii: "\n")])[...])
      let isBlank = line.allSatisfy { [0x20, 0x09, 0x0D].contains($0) }
      try #require(talk.queue.count == (isBlank ? 0 : 1), "line \(number)")
      let answer = talk.server.answerNext(of: &talk.queue)
      let text = String(decoding: line, as: UTF8.self)
      switch try? Message(line) {
      case .notification, .answer: #expect(answer == nil, "line \(number): \(text)")
      case .request(let id, _, _):
        let value = try JSONDecoder().decode(JSONValue.self, from: Data((answer ?? "").utf8))
        #expect(value["id"] == id.value, "line \(number): \(text)")
        #expect((value["result"] == nil) != (value["error"] == nil), "line \(number): \(text)")
      case nil: #expect(isBlank || answer?.contains("error") == true, "line \(number): \(text)")
      }
      #expect(answer?.dropLast().contains("\n") != true && talk.queue.count == 0)
    }
  }

  private static let pieces = [
    "{", "}", "[", "]", "\"", ",", ":", "null", "true", "1e400", "-1", "9223372036854775808",
    "\\u0000", "\\ud800",
    "\u{0}", "水", "\\", "{\"a\":", "[[[[[[[[", "\"id\":", "\"_meta\":{}",
    "from-9223372036854775807",
  ].map { Array($0.utf8) }

  private static func change(_ line: inout [UInt8], using random: inout SeededGenerator) {
    let place = Int.random(in: 0...line.count, using: &random)
    let end = min(place + Int.random(in: 0...12, using: &random), line.count)
    switch Int.random(in: 0..<4, using: &random) {
    case 0: line.removeSubrange(place..<end)
    case 1:
      line.insert(contentsOf: pieces[Int.random(in: 0..<pieces.count, using: &random)], at: place)
    case 2: line.insert(UInt8.random(in: 0...255, using: &random), at: place)
    default:
      line.replaceSubrange(
        place..<end, with: pieces[Int.random(in: 0..<pieces.count, using: &random)])
    }
  }
}
