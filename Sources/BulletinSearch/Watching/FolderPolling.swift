#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Learns of changes by looking at all files now and then.
final class FolderPolling: ChangeSource {
  static let standardInterval = Duration.seconds(2)

  private let files: WatchedFiles
  private let interval: Duration
  private var known: [String: PolledState]

  init(_ files: WatchedFiles, interval: Duration) {
    self.files = files
    self.interval = interval
    known = Self.stamps(of: files)
  }

  func next(within limit: Duration?, or signals: TerminationSignals) -> ChangeStep {
    let start = ContinuousClock.now
    while true {
      let rest = limit.map { $0 - start.duration(to: .now) } ?? interval
      guard DescriptorWait.wait(for: nil, or: signals, within: min(rest, interval)) != .ended
      else { return .ended }
      let stamps = Self.stamps(of: files)
      defer { known = stamps }
      if stamps != known { return .changed }
      if rest <= interval, limit != nil { return .nothing }
    }
  }

  /// What the files look like; a path that is gone has none.
  private static func stamps(of files: WatchedFiles) -> [String: PolledState] {
    var indexFiles: Set<String> = []
    var finder = FileFinder(onFolder: { folder, identity in
      guard identity == files.indexFiles.folder else { return }
      for name in files.indexFiles.names { indexFiles.insert(folder + name) }
    })
    for source in files.sources {
      try? finder.add(source.path, reading: source.reading, links: source.linkRule)
    }
    var stamps: [String: PolledState] = [:]
    for file in finder.files where !indexFiles.contains(file.path) {
      stamps[file.path] = PolledState(path: file.path)
    }
    return stamps
  }
}

/// What changes about a file whenever it is written, replaced, or made readable.
private struct PolledState: Equatable {
  let identity: UInt64
  let byteCount: Int64
  /// The times of the last change of its bytes, and of what the system keeps about it.
  let times: [Int]

  init?(path: String) {
    guard let status = SystemPath.status(path) else { return nil }
    identity = UInt64(truncatingIfNeeded: status.st_ino)
    byteCount = Int64(status.st_size)
    #if canImport(Glibc)
      let (modified, changed) = (status.st_mtim, status.st_ctim)
    #else
      let (modified, changed) = (status.st_mtimespec, status.st_ctimespec)
    #endif
    times = [modified.tv_sec, modified.tv_nsec, changed.tv_sec, changed.tv_nsec]
  }
}
