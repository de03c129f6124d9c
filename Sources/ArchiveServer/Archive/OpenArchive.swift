package import AnswerRecords
package import BulletinSearch
internal import Synchronization

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// The index that the server answers from, as of its newest commit.
///
/// Every request takes one snapshot and is answered from it alone, so that an answer is that of one commit whatever happens
/// meanwhile. A newer commit is seen by the next request; an index that cannot be opened leaves the snapshot that there is.
package final class OpenArchive: Sendable {
  /// The state of a commit, with what is known of it besides.
  package struct Snapshot: Sendable {
    package let index: BulletinIndex
    /// The usual options of a search on this day, with the words and names of the user.
    package let options: SearchOptions
    package let lists: ArchiveLists
  }

  private struct State {
    var snapshot: Snapshot
    /// When the user's words were looked at, and what their files were then.
    var checked: ContinuousClock.Instant
    var stamps: [FileStamp?]
    var isCurrent = true
  }

  /// How old the user's words may be.
  private static let patience = Duration.seconds(1)

  private let settings: CompanionSettings
  private let state: Mutex<State>

  /// Opens the index.
  ///
  /// - Throws: Why it, or a file of words, cannot be read.
  package init(_ settings: CompanionSettings) throws {
    self.settings = settings
    let index = try BulletinIndex(path: settings.index)
    state = Mutex(
      State(
        snapshot: Snapshot(
          index: index, options: try settings.searchOptions(), lists: ArchiveLists(index)),
        checked: .now, stamps: Self.stamps(settings)))
  }

  /// The newest state.
  package func snapshot() -> Snapshot {
    state.withLock { state in
      let now = ContinuousClock.now
      if now - state.checked > Self.patience {
        state.checked = now
        let stamps = Self.stamps(settings)
        let isNewDay = state.snapshot.options.today != CalendarDate.today
        if isNewDay || stamps != state.stamps, let options = try? settings.searchOptions() {
          state.stamps = stamps
          state.snapshot = Snapshot(
            index: state.snapshot.index, options: options, lists: state.snapshot.lists)
        }
      }
      if !state.snapshot.index.isCurrent {
        // What cannot be opened now may be whole again at the next request.
        let index = try? BulletinIndex(path: settings.index)
        state.isCurrent = index != nil
        if let index {
          state.snapshot = Snapshot(
            index: index, options: state.snapshot.options, lists: ArchiveLists(index))
        }
      } else {
        state.isCurrent = true
      }
      return state.snapshot
    }
  }

  /// Whether the last request was answered from the newest commit, and not from one that is left because the index cannot be
  /// opened any more.
  package var isCurrent: Bool { state.withLock(\.isCurrent) }

  private static func stamps(_ settings: CompanionSettings) -> [FileStamp?] {
    ([settings.ownDictionary] + settings.dictionaries).map(FileStamp.init(path:))
  }
}

/// What shows that a file was written again.
private struct FileStamp: Equatable {
  var time: Double
  var size: Int

  init?(path: String) {
    guard let attributes = try? FileManager.default.attributesOfItem(atPath: path),
      let date = attributes[.modificationDate] as? Date, let size = attributes[.size] as? Int
    else { return nil }
    time = date.timeIntervalSinceReferenceDate
    self.size = size
  }
}
