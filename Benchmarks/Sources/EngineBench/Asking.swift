internal import Foundation
internal import TextFiles

/// How often the queries of a file are asked, and how the times are shown.
struct Asking {
  var queriesPath: String
  /// How many documents are ranked; 0 to count those that match.
  var limit: Int
  /// How long the queries are asked before it counts.
  var warmUp = Duration.seconds(0.5)
  var passCount = 5

  struct Answer {
    /// How many documents match, if they were counted.
    var count: Int?
    var documents: [Int] = []
  }

  init(queriesPath: String, limit: Int) {
    self.queriesPath = queriesPath
    self.limit = limit
  }

  /// Asks all queries in turn, again and again, and prints a line for each.
  ///
  /// - Throws: What `ask` throws, ``TokenError``, or an error of the system.
  func run(_ ask: ([UInt8]) throws -> Answer) throws {
    let queries = try lines()
    let clock = ContinuousClock()
    let start = clock.now
    repeat {
      for query in queries { _ = try ask(query) }
    } while clock.now - start < warmUp
    var times = queries.map { _ in [Duration]() }
    var answers = queries.map { _ in Answer() }
    for _ in 0..<passCount {
      for (number, query) in queries.enumerated() {
        let start = clock.now
        answers[number] = try ask(query)
        times[number].append(clock.now - start)
      }
    }
    for (number, answer) in answers.enumerated() {
      let sorted = times[number].sorted()
      let time = String(format: "%.2f", sorted[sorted.count / 2] / .microseconds(1))
      let documents = answer.documents.map(String.init).joined(separator: ",")
      print("\(number)\t\(time)\t\(answer.count ?? -1)\t\(documents)")
    }
  }

  private func lines() throws -> [[UInt8]] {
    var reader = try LineReader(path: queriesPath)
    var lines: [[UInt8]] = []
    while let line = try reader.next() {
      guard !line.contains(0) else { throw TokenError.zeroByte }
      guard line.contains(where: { $0 != UInt8(ascii: " ") }) else {
        throw TokenError.queryWithoutWords
      }
      lines.append(Array(line))
    }
    return lines
  }
}
