import InvertedIndex
import TestSupport
import Testing

@testable import BulletinSearch

/// Many threads search while another updates the file.
struct ReadersAndWriterTests {
  private static let threadCount = 4
  private static let updateCount = 8

  /// What an index says to all queries.
  private struct Answers: Equatable {
    var articleCount: Int
    var issues: [IssueSummary]
    var responses: [SearchResponse] = []
    var totals: [SearchTotals] = []

    init(_ index: BulletinIndex) throws {
      articleCount = index.articleCount
      issues = try index.issues()
      for query in RandomTree.queries {
        responses.append(try index.search(query))
        totals.append(try index.count(query))
      }
    }
  }

  /// What the threads share.
  ///
  /// Everything is read and written under its lock.
  private final class Board: @unchecked Sendable {
    private let lock = ThreadLock()
    private var problems: [String] = []
    private var isOver = false
    private var answerCount = 0

    func note(_ problem: String) { lock.locked { problems.append(problem) } }
    func noteAnswer() { lock.locked { answerCount += 1 } }
    func end() { lock.locked { isOver = true } }

    var hasEnded: Bool { locked { isOver } }
    var found: (problems: [String], answerCount: Int) { locked { (problems, answerCount) } }

    private func locked<Value>(_ body: () -> Value) -> Value { lock.wait { body() } }
  }

  @Test func `one index answers many threads as it answers one`() throws {
    let folder = try TemporaryDirectory()
    var random = SeededGenerator(seed: 1)
    var tree = RandomTree(root: "issues")
    for _ in 0..<6 { try tree.change(in: folder, using: &random) }
    let index = try makeIndex(in: folder)
    let alone = try RandomTree.queries.map { try index.search($0) }
    let board = Board()
    let threads = (0..<Self.threadCount).map { number in
      WorkerThread {
        // Each begins with another query.
        for turn in RandomTree.queries.indices {
          let place = (turn + 3 * number) % RandomTree.queries.count
          guard (try? index.search(RandomTree.queries[place])) != alone[place] else { continue }
          board.note(RandomTree.queries[place])
        }
      }
    }
    for thread in threads { try #require(thread).join() }
    #expect(board.found.problems == [])
  }

  @Test func `an open index keeps its answers while the file is updated and compacted`() throws {
    let folder = try TemporaryDirectory()
    var random = SeededGenerator(seed: 2)
    var tree = RandomTree(root: "issues")
    for _ in 0..<3 { try tree.change(in: folder, using: &random) }
    let path = try makeIndex(in: folder).path
    let board = Board()
    let threads = (0..<Self.threadCount).map { _ in
      WorkerThread {
        do {
          while !board.hasEnded {
            let index = try BulletinIndex(path: path)
            let first = try Answers(index)
            if try Answers(index) != first { board.note("other answers") }
            board.noteAnswer()
          }
        } catch {
          board.note("\(error)")
        }
      }
    }
    var old: [(index: BulletinIndex, answers: Answers)] = []
    do {
      for number in 0..<Self.updateCount {
        try tree.change(in: folder, using: &random)
        _ = try BulletinIndexer.index(
          paths: [], into: path, options: RandomTree.options(using: &random))
        if number % 4 == 3 { try BulletinIndexer.compact(path) }
        let newest = try BulletinIndex(path: path)
        #expect(try newest.issues().count == tree.issueCounts.values.reduce(0, +))
        old.append((newest, try Answers(newest)))
      }
    } catch {
      Issue.record(error)
    }
    board.end()
    for thread in threads { try #require(thread).join() }
    let found = board.found
    #expect(found.problems == [])
    #expect(found.answerCount >= Self.threadCount)
    for (number, state) in old.enumerated() {
      #expect(try Answers(state.index) == state.answers, "update \(number)")
    }
    // Some of the updates must have made a difference for this to mean anything.
    #expect(Set(old.map(\.answers.articleCount)).count > 1)
  }
}
