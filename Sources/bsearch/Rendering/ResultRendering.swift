internal import AnswerRecords
internal import BulletinSearch

/// Turns what a search found into what is written, one result after the other.
///
/// There may be millions of results, and a reader of the output may want only the first.
protocol ResultRendering {
  /// What stands before the results.
  mutating func head(_ answer: SearchAnswer) throws -> String
  mutating func text(of result: SearchResult) throws -> String
  /// What stands behind the results.
  func tail(_ answer: SearchAnswer) throws -> String
}

extension ResultRendering {
  func head(_ answer: SearchAnswer) -> String { "" }
  func tail(_ answer: SearchAnswer) -> String { "" }

  /// Gives `write` the text of an answer in pieces.
  ///
  /// - Parameters:
  ///   - answer: What was found; the time that it takes to read the results is added to it.
  ///   - write: Takes the pieces in their order.
  /// - Throws: what reading and rendering a result and `write` throw; then the beginning has been written.
  func render(_ answer: inout SearchAnswer, to write: (String) throws -> Void) throws {
    var rendering = self
    try write(rendering.head(answer))
    let clock = ContinuousClock()
    let start = clock.now
    var writing = Duration.zero
    try answer.forEachResult { result in
      let read = clock.now
      try write(rendering.text(of: result))
      writing += clock.now - read
    }
    answer.elapsed += clock.now - start - writing
    try write(rendering.tail(answer))
  }
}
