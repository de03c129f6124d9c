import Synchronization
import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

@testable import BulletinSearch

/// Indexing as a sequence of events.
struct IndexingEventsTests {
  private static func folder(_ count: Int) throws -> TemporaryDirectory {
    let folder = try TemporaryDirectory()
    for number in 1...count {
      let issue = TestIssue(
        number: number, total: number,
        articles: [TestArticle("水库之\(number)", String(repeating: "水库蓄水。", count: 200))])
      try folder.write(issue.text, to: "issues/\(number).md")
    }
    return folder
  }

  @Test func `progress and what is left out are told, and the report comes last`() async throws {
    let folder = try Self.folder(3)
    try folder.write([0, 1, 2, 0, 0, 0, 0, 0], to: "issues/4.txt")
    let path = folder.path + "/test.index"
    var filesDone: [Int] = []
    var skipped: [String] = []
    var report: IndexingReport?
    for try await event in BulletinIndexer.events(paths: [folder.path + "/issues"], into: path) {
      #expect(report == nil)
      switch event {
      case .progress(let progress): filesDone.append(progress.filesDone)
      case .skipped(let file): skipped.append(file.path)
      case .finished(let last): report = last
      }
    }
    #expect(filesDone == [1, 2, 3, 4])
    #expect(skipped == [folder.path + "/issues/4.txt"])
    #expect(report?.issues == 3)
    #expect(try BulletinIndex(path: path).issues().count == 3)
  }

  @Test func `what cannot be done is thrown`() async throws {
    let folder = try TemporaryDirectory()
    let missing = folder.path + "/missing"
    await #expect(throws: IndexingError.self) {
      for try await _ in BulletinIndexer.events(paths: [missing], into: folder.path + "/test.index")
      {}
    }
  }

  @Test func `a task that is cancelled gives the work up, and there is no index`() async throws {
    let folder = try Self.folder(40)
    let path = folder.path + "/test.index"
    let paths = [folder.path + "/issues"]
    var options = IndexingOptions()
    options.jobs = 1
    options.batchByteCount = 1
    // The work waits a while between files, so that it is not done before the task has seen that it began.
    let isCancelled = Flag()
    options.isCancelled = {
      for _ in 0..<100 where !isCancelled.isSet { usleep(1_000) }
      return false
    }
    let task = Task { [options] in
      for try await event in BulletinIndexer.events(paths: paths, into: path, options: options) {
        if case .finished = event { return true }
        withUnsafeCurrentTask { $0?.cancel() }
        isCancelled.set()
      }
      return false
    }
    #expect(try await task.value == false)
    #expect(throws: BulletinIndexError.noSuchIndex(path: path)) { try BulletinIndex(path: path) }
  }

  @Test func `an index that is not there is told as such`() throws {
    let folder = try TemporaryDirectory()
    let path = folder.path + "/missing.index"
    #expect(throws: BulletinIndexError.noSuchIndex(path: path)) { try BulletinIndex(path: path) }
  }

  @Test func `results can be written down and read again, with ranges of their texts`() throws {
    let folder = try Self.folder(1)
    let result = try #require(try makeIndex(in: folder).search("水库").results.first)
    #expect(result.title.highlightRanges.map { String(result.title.text[$0]) } == ["水库"])
    #expect(result.issue.calendarDate == CalendarDate(year: 2024, month: 5, day: 31))
    var outside = result.title
    outside.highlights = [0..<3, 99..<120]
    #expect(outside.highlightRanges.map { String(outside.text[$0]) } == ["水"])
  }

  @Test(arguments: [
    ("2022", CalendarDate(year: 2022)), ("2022-08", CalendarDate(year: 2022, month: 8)),
    ("2022-08-30", CalendarDate(year: 2022, month: 8, day: 30)), ("2022-02-30", nil), ("", nil),
    ("2022-", nil), ("2022-13", nil), ("22-8", nil), ("2022-08-30-1", nil), ("+2022", nil),
  ])
  func `a date is read as it is written`(text: String, date: CalendarDate?) {
    #expect(CalendarDate(iso: text) == date)
  }
}

private final class Flag: Sendable {
  private let value = Atomic(false)

  var isSet: Bool { value.load(ordering: .relaxed) }

  func set() { value.store(true, ordering: .relaxed) }
}
