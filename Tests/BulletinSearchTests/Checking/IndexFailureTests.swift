import BulletinSearch
import InvertedIndex
import Testing

struct IndexFailureTests {
  /// The number of the system's error for a missing file.
  private static let missing: Int32 = 2
  /// The number of the system's error for a full disk.
  private static let full: Int32 = 28

  @Test(
    arguments: [
      (IndexError.notAnIndex(path: "a"), IndexFailure.notAnIndex(path: "a")),
      (.schemaDiffers(path: "a"), .otherContent(path: "a")),
      (.unsupportedFormat(found: 1, supported: 2...3), .otherFormat(found: 1)),
      (.unsupportedFormat(found: 9, supported: 2...3), .newerFormat(found: 9)),
      (.unsupportedFormat(found: 0, supported: 2...3), .newerFormat(found: 0)),
      (
        .truncated(path: "a", found: 1, expected: 2),
        .truncated(path: "a", found: 1, expected: 2)
      ),
      (
        .corrupted(section: "texts", offset: 3, reason: "odd"),
        .damaged(section: "texts", offset: 3, kind: .unreadable, reason: "odd")
      ),
      (.io(call: "write", path: "a", errno: full), .diskFull(path: "a")),
      (.notWritable(path: "a", errno: full), .diskFull(path: "a")),
      (
        .io(call: "read", path: "a", errno: missing),
        .system(path: "a", call: "read", code: missing)
      ),
      (
        .notWritable(path: "a", errno: missing),
        .notWritable(path: "a", code: missing)
      ),
      (.occupied(path: "a"), .occupied(path: "a")),
      (.locked(path: "a", holder: "b"), .locked(path: "a", holder: "b")),
      (
        .limitExceeded(what: .termsOfQuery, limit: 5), .limitExceeded(what: .termsOfQuery, limit: 5)
      ),
    ])
  func `an error of the index file says what failed`(error: IndexError, failure: IndexFailure) {
    #expect(IndexFailure(error) == failure)
  }

  @Test func `other errors are none of an index`() {
    #expect(
      IndexFailure(BulletinIndexError.otherContent(path: "a")) == .otherContent(path: "a"))
    #expect(IndexFailure(QueryError.nothingToSearch(query: "")) == nil)
  }
}
