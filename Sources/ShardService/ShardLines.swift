package import BulletinSearch
internal import FoundationEssentials

/// A shard of a collection that is asked and answers in lines of JSON: ``ShardRequest`` and ``ShardAnswer`` are what they say.
package struct ShardLines {
  private let index: BulletinIndex

  /// The shard that an index is.
  package init(_ index: BulletinIndex) { self.index = index }

  /// The answer to a line, without the end of a line.
  package func answer(_ line: [UInt8]) -> String {
    let clock = ContinuousClock()
    let start = clock.now
    var answer: ShardAnswer
    let request: ShardRequest
    do {
      request = try JSONDecoder().decode(ShardRequest.self, from: Data(line))
    } catch {
      return JSONLine.text(ShardAnswer(ShardProblem(code: "request", message: "\(error)")))
    }
    do {
      answer = try index.answer(request)
    } catch {
      answer = ShardAnswer(ShardProblem(error), op: request.op)
    }
    answer.elapsed = (clock.now - start).microseconds
    return JSONLine.text(answer)
  }
}

/// JSON in one line, with its keys in order.
enum JSONLine {
  static func text(_ value: some Encodable) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    // Of values of our own nothing can fail but a number that is none, and no score is.
    guard let data = try? encoder.encode(value) else {
      return "{\"error\":{\"code\":\"failure\",\"message\":\"an answer cannot be written\"}}"
    }
    return String(decoding: data, as: UTF8.self)
  }
}

extension Duration {
  fileprivate var microseconds: Int {
    Int(components.seconds) * 1_000_000 + Int(components.attoseconds / 1_000_000_000_000)
  }
}
