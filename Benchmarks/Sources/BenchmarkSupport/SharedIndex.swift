public import BulletinSearch
internal import Foundation

/// An index of the input that the benchmarks of one run share.
///
/// Each benchmark is a process of its own, started by one that lives as long as the run. The first
/// that needs the index makes it, and its peak of memory is that of indexing.
public struct SharedIndex: Sendable {
  public let path: String

  public init(of input: Input) throws {
    path = Self.folder.appending(path: "\(Self.prefix)\(getppid())").path()
    guard !FileManager.default.fileExists(atPath: path) else { return }
    try Self.removeLeftovers()
    _ = try BulletinIndexer.index(
      paths: [input.path], into: path, options: input.indexingOptions)
  }

  /// Opens the index.
  public func open() throws -> BulletinIndex {
    try BulletinIndex(path: path)
  }

  /// A path for an index that only this process needs.
  public static var scratchPath: String {
    folder.appending(path: "\(prefix)\(getpid())").path()
  }
}

extension SharedIndex {
  private static let prefix = "bsearch-benchmark-"
  private static var folder: URL { FileManager.default.temporaryDirectory }

  /// Removes the indexes of runs that have ended.
  private static func removeLeftovers() throws {
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path()) {
      guard name.hasPrefix(prefix), let process = pid_t(name.dropFirst(prefix.count)) else {
        continue
      }
      let hasEnded = kill(process, 0) != 0 && errno == ESRCH
      if hasEnded { try FileManager.default.removeItem(at: folder.appending(path: name)) }
    }
  }
}
