package import AnswerRecords
package import BulletinSearch
internal import Synchronization

/// Lists of a commit, each made when it is first asked for and kept.
package final class ArchiveLists: Sendable {
  private struct Made {
    var issues: IssueListRecord?
    var names: [NameKind: [NameCount]] = [:]
  }

  private let index: BulletinIndex
  private let made = Mutex(Made())

  init(_ index: BulletinIndex) { self.index = index }

  /// - Throws: `IndexError` if the index is damaged.
  package func issues() throws -> IssueListRecord {
    if let issues = made.withLock({ $0.issues }) { return issues }
    let issues = IssueListRecord(try index.issueList(), twins: try index.status().report.twins)
    made.withLock { $0.issues = issues }
    return issues
  }

  /// - Throws: `IndexError` if the index is damaged.
  package func names(of kind: NameKind) throws -> [NameCount] {
    if let names = made.withLock({ $0.names[kind] }) { return names }
    let names = try index.names(of: kind)
    made.withLock { $0.names[kind] = names }
    return names
  }
}
