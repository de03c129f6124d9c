internal import Foundation
internal import InvertedIndex
internal import TextFiles

/// Asks an index the queries of a file, again and again, and prints how long each took.
struct QueryMeasurement {
  var indexPath: String
  var queriesPath: String
  var mode: QueryMode
  /// How many documents are ranked; 0 to count those that match.
  var limit: Int
  /// How long the queries are asked before it counts.
  var warmUp = Duration.seconds(0.5)
  var passCount = 5

  private struct Answer {
    var count = -1
    var documents: [DocumentID] = []
  }

  init(indexPath: String, queriesPath: String, mode: QueryMode, limit: Int) {
    self.indexPath = indexPath
    self.queriesPath = queriesPath
    self.mode = mode
    self.limit = limit
  }

  /// - Throws: `IndexError`, or an error of the system.
  func run() throws {
    let reader = try IndexReader(path: indexPath)
    let queries = try lines()
    let clock = ContinuousClock()
    let start = clock.now
    repeat {
      for query in queries { _ = try answer(query, from: reader) }
    } while clock.now - start < warmUp
    var times = queries.map { _ in [Duration]() }
    var answers = queries.map { _ in Answer() }
    for _ in 0..<passCount {
      for (number, query) in queries.enumerated() {
        let start = clock.now
        answers[number] = try answer(query, from: reader)
        times[number].append(clock.now - start)
      }
    }
    for (number, answer) in answers.enumerated() {
      let sorted = times[number].sorted()
      let time = String(format: "%.2f", sorted[sorted.count / 2] / .microseconds(1))
      let documents = answer.documents.map { String($0.rawValue) }.joined(separator: ",")
      print("\(number)\t\(time)\t\(answer.count)\t\(documents)")
    }
  }

  /// The time of a query is that of making it from its words as well, as with the other engines.
  private func answer(_ line: [UInt8], from reader: IndexReader) throws(IndexError) -> Answer {
    let prepared = PreparedQuery(line[...], mode: mode)
    guard limit > 0 else {
      return Answer(count: try reader.documentCount(matching: prepared.filter))
    }
    let found = try reader.search(prepared.query, limit: limit)
    return Answer(documents: found.map(\.document))
  }

  private func lines() throws -> [[UInt8]] {
    var reader = try LineReader(path: queriesPath)
    var lines: [[UInt8]] = []
    while let line = try reader.next() { lines.append(Array(line)) }
    return lines
  }
}
