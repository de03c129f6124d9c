import BulletinSearch
import Synchronization

/// Notices that were given, in their order.
final class Notices: Sendable {
  private let list = Mutex<[IndexingNotice]>([])

  var all: [IndexingNotice] { list.withLock { $0 } }

  func append(_ notice: IndexingNotice) {
    list.withLock { $0.append(notice) }
  }
}
