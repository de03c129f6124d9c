internal import BulletinSearch
internal import FoundationEssentials

/// A collection of shards that is asked in lines of JSON, and says in lines what is to be asked of which shard.
///
/// In come
///
///     {"id":"7","request":{"op":"search","query":"5G基站"}}      a request, as ``GatherRequest`` says
///     {"id":"7","answers":[{…},null]}                            what was answered to the last question of it, in its order
///     {"id":"7","cancel":true}                                   nobody waits for it any more
///
/// and out go
///
///     {"ask":[[0,"{…}"],[1,"{…}"]],"id":"7"}                     a line for each of some shards, to be sent as it is
///     {"answer":{…},"id":"7"}                                    a ``GatherAnswer``
///
/// Any number of requests may be under way.
package final class GatherLines {
  private let gatherer: ShardGatherer
  private var tasks: [String: GatherTask] = [:]

  /// A collection of so many shards, at least one.
  package init(shardCount: Int) { gatherer = ShardGatherer(shardCount: shardCount) }

  private struct Input: Decodable {
    var id: String
    var request: GatherRequest?
    var answers: [ShardAnswer?]?
    var cancel: Bool?
  }

  private struct Output: Encodable {
    var id: String
    var ask: [Question]?
    var answer: GatherAnswer?
  }

  /// A shard, and the line that it is to be sent.
  private struct Question: Encodable {
    var shard: Int
    var line: String

    func encode(to encoder: any Encoder) throws {
      var container = encoder.unkeyedContainer()
      try container.encode(shard)
      try container.encode(line)
    }
  }

  /// What is to be said to a line, without the end of a line; nil if nothing is.
  package func answer(_ line: [UInt8]) -> String? {
    let input: Input
    do {
      input = try JSONDecoder().decode(Input.self, from: Data(line))
    } catch {
      return refusal(of: line, error)
    }
    if input.cancel ?? false {
      tasks[input.id] = nil
      return nil
    }
    if let request = input.request { tasks[input.id] = gatherer.task(request) }
    guard let task = tasks[input.id] else { return nil }
    if let answers = input.answers { task.take(answers) }
    return JSONLine.text(step(task, input.id))
  }

  private func step(_ task: GatherTask, _ id: String) -> Output {
    switch task.next() {
    case .answer(let answer):
      tasks[id] = nil
      return Output(id: id, answer: answer)
    case .ask(let asks):
      // All shards are mostly asked the same.
      var last: (request: ShardRequest, line: String)?
      let questions = asks.map { ask in
        let line = last?.request == ask.request ? last?.line : nil
        let text = line ?? JSONLine.text(ask.request)
        last = (ask.request, text)
        return Question(shard: ask.shard, line: text)
      }
      return Output(id: id, ask: questions)
    }
  }

  /// What is said to a line that cannot be read: the request ends, since an answer of a shard that is none is worth nothing.
  private func refusal(of line: [UInt8], _ error: any Error) -> String {
    struct Identified: Decodable { var id: String }
    let id = (try? JSONDecoder().decode(Identified.self, from: Data(line)))?.id ?? ""
    let op = tasks[id]?.requestKind ?? .open
    tasks[id] = nil
    return JSONLine.text(
      Output(
        id: id, answer: GatherAnswer(ShardProblem(code: "request", message: "\(error)"), op: op)))
  }
}
