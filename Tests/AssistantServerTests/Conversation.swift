import AnswerRecords
import BulletinSearch
import FoundationEssentials
import TestSupport

@testable import AssistantServer

/// A server over issues of the test's own, and what is said to it.
struct Conversation {
  var server: AssistantServer
  var queue = MessageQueue()
  let index: BulletinIndex

  static let issues: [(name: String, text: String)] = (1...4).map { number in
    (
      "水务/\(number).md",
      """
      # 青禾水务简讯

      2023年第\(number)期（总第4\(number)期）

      2023-0\(number)-28

      【要闻】

      ## **水库大坝加固工程开工**

      青禾水库大坝加固工程开工，总投资\(number)亿元。截至\(number)月末全市水库达到\(20 + number)座。

      水库下游的村庄已经收到通知。

      （王宁）

      ## **灌区节水改造**

      灌区改造渠道\(number * 10)公里，“一渠一策”<script>。

      （供水处）

      """
    )
  }

  init(_ issues: [(name: String, text: String)] = Self.issues, language: Language = .english) throws
  {
    let folder = try TemporaryDirectory()
    for issue in issues { try folder.write(issue.text, to: "issues/\(issue.name)") }
    let path = folder.path + "/test.index"
    _ = try BulletinIndexer.index(paths: [folder.path + "/issues"], into: path)
    let index = try BulletinIndex(path: path)
    self.index = index
    server = AssistantServer(
      language: language,
      surroundings: AssistantServer.Surroundings(
        open: { index }, options: { SearchOptions() }, explain: { "\($0)" }))
  }

  /// All answers to some lines, each as JSON.
  mutating func answers(to lines: [String]) throws -> [JSONValue] {
    for line in lines { queue.add(Array((line + "\n").utf8)[...]) }
    var answers: [JSONValue] = []
    while queue.count > 0 {
      guard let answer = server.answerNext(of: &queue) else { continue }
      answers.append(try JSONDecoder().decode(JSONValue.self, from: Data(answer.utf8)))
    }
    return answers
  }

  /// What `_meta` has to have by revision 2026-07-28.
  static let meta: JSONValue = [
    "io.modelcontextprotocol/protocolVersion": "2026-07-28",
    "io.modelcontextprotocol/clientCapabilities": [:],
  ]

  static func request(_ method: String, _ parameters: [String: JSONValue] = [:], id: JSONValue = 1)
    throws -> String
  {
    let parameters = parameters.merging(["_meta": meta]) { given, _ in given }
    return try JSONText.value(
      JSONValue.object([
        "jsonrpc": "2.0", "id": id, "method": .string(method), "params": .object(parameters),
      ]))
  }

  /// The answer to one request.
  mutating func answer(_ method: String, _ parameters: [String: JSONValue] = [:]) throws
    -> JSONValue
  {
    let answers = try answers(to: [Self.request(method, parameters)])
    guard answers.count == 1 else { throw NoAnswer(count: answers.count) }
    return answers[0]
  }

  /// What a tool answers.
  mutating func call(_ tool: String, _ arguments: [String: JSONValue]) throws -> JSONValue {
    let parameters: [String: JSONValue] = ["name": .string(tool), "arguments": .object(arguments)]
    return try answer("tools/call", parameters)["result"] ?? .null
  }

  struct NoAnswer: Error {
    var count: Int
  }
}

extension JSONValue {
  subscript(place: Int) -> JSONValue? {
    guard case .array(let values) = self, values.indices.contains(place) else { return nil }
    return values[place]
  }

  var values: [JSONValue] {
    guard case .array(let values) = self else { return [] }
    return values
  }
}
