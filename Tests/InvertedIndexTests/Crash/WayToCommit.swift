import TestSupport

@testable import InvertedIndex

/// A way to write a commit, to be tried while calls fail and the system crashes.
enum WayToCommit: CaseIterable {
  /// A new index, or one in place of another.
  case newFile, replacement
  /// A segment more, or one that is put together with the segment that is there.
  case addition, merge
  /// All of an index of two segments written anew.
  case compaction

  /// Writes the commit to the index at `path`, where the index of ``before()`` is.
  func write(_ path: String, _ calls: WatchedCalls) throws {
    let lock = try WriterLock(path: path, wait: .zero, calls: calls)
    switch self {
    case .newFile, .replacement: try SmallIndex.write("新", lock)
    case .addition: try SmallIndex.add("新", documentCount: 3, lock, merging: .none)
    case .merge: try SmallIndex.add("新", documentCount: 3, lock, merging: .few)
    case .compaction: try SmallIndex.add("新", documentCount: 0, lock, merging: .all)
    }
  }

  /// The index that is there before.
  func before() throws -> [UInt8]? {
    switch self {
    case .newFile: nil
    case .replacement, .addition, .merge: try SmallIndex.old.get()
    case .compaction: try SmallIndex.extended.get()
    }
  }

  /// Whether the file of the index that is there before is written to.
  var extends: Bool { self == .addition || self == .merge }

  /// The index that is there after if all goes well.
  func after() throws -> [UInt8] {
    let folder = try TemporaryDirectory()
    let path = try prepare(folder)
    try write(path, WatchedCalls())
    return try readFile(path)
  }

  /// Writes the index that is there before, and returns the path of the index.
  func prepare(_ folder: borrowing TemporaryDirectory) throws -> String {
    if let before = try before() { try folder.write(before, to: "test.index") }
    return folder.path + "/test.index"
  }
}
