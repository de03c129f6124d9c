/// Waits until files below some paths change: those that indexing finds there, with new and vanished
/// ones, in the folders and in those that links lead to.
///
/// On Linux the kernel tells of changes (inotify); elsewhere, and where it has no room for more
/// folders, the files are looked at every two seconds. Changes count from the making of the watcher
/// on: what happens while nobody waits ends the next wait at once.
public final class FolderWatcher {
  /// Why waiting has ended.
  public enum Outcome: Sendable {
    /// Something has changed; what, is found out by looking at the files.
    case changed
    /// The end was requested.
    case ended
  }

  /// How long nothing may happen before a change counts as over: programs write a file in several
  /// steps, and copying a folder takes many files.
  public static let standardQuiet = Duration.milliseconds(300)
  /// How long changes may go on before they are told all the same.
  public static let standardLimit = Duration.seconds(5)

  /// Why the files are looked at every two seconds; nil as long as the kernel tells of changes.
  ///
  /// It can come about in any wait.
  public private(set) var pollingReason: FileProblem?

  private let files: WatchedFiles
  private let signals: TerminationSignals
  private var source: any ChangeSource

  /// - Parameters:
  ///   - paths: The files and folders that are indexed. One that vanishes is waited for.
  ///   - format: What the files hold, which decides what their names end in.
  ///   - indexPath: The index that is made of them. It may lie in one of the folders; what happens to
  ///     it and to the files that are made beside it is no change.
  ///   - signals: Ends all waiting.
  /// - Throws: ``IndexingError/missingPath(path:reason:)`` if nothing is at one of the paths.
  public convenience init(
    paths: [String], format: IndexingOptions.Format, indexPath: String,
    until signals: TerminationSignals
  ) throws(IndexingError) {
    try self.init(
      paths: paths, format: format, indexPath: indexPath, until: signals, isPolling: false)
  }

  /// The same; `isPolling` if the kernel is not even to be asked.
  convenience init(
    paths: [String], format: IndexingOptions.Format, indexPath: String,
    until signals: TerminationSignals, isPolling: Bool,
    pollingInterval: Duration = FolderPolling.standardInterval
  ) throws(IndexingError) {
    for path in paths where FileStatus(path: path) == nil {
      throw .missingPath(path: path, reason: .lastOfSystem)
    }
    let reading = FileReading(format: format)
    self.init(
      WatchedFiles(
        sources: paths.map { IndexSource(path: $0, reading: reading) },
        indexFiles: IndexFiles(indexPath: indexPath)),
      until: signals, isPolling: isPolling, pollingInterval: pollingInterval)
  }

  /// Watches all that an index follows.
  ///
  /// - Throws: `IndexError` if the index cannot be read.
  public convenience init(indexAt path: String, until signals: TerminationSignals) throws {
    let index = try BulletinIndex(path: path)
    let sources = index.properties.sources.map {
      IndexSource(path: index.paths.shown($0.path), reading: $0.reading)
    }
    self.init(
      WatchedFiles(sources: sources, indexFiles: IndexFiles(indexPath: path)), until: signals,
      isPolling: false, pollingInterval: FolderPolling.standardInterval)
  }

  private init(
    _ files: WatchedFiles, until signals: TerminationSignals, isPolling: Bool,
    pollingInterval: Duration
  ) {
    self.files = files
    self.signals = signals
    #if canImport(Glibc)
      if !isPolling {
        do {
          source = try FolderNotifications(files)
          return
        } catch {
          pollingReason = error.reason
        }
      }
    #endif
    source = FolderPolling(files, interval: pollingInterval)
    if pollingReason == nil { pollingReason = .noNotifications }
  }

  /// Waits for a change, and then until nothing has changed for a while.
  ///
  /// - Parameters:
  ///   - quiet: How long nothing must happen.
  ///   - limit: How long after the first change it returns in any case.
  /// - Returns: Whether something has changed or the end was requested.
  public func wait(
    quiet: Duration = standardQuiet, atMost limit: Duration = standardLimit
  ) -> Outcome {
    guard next(within: nil) != .ended else { return .ended }
    let deadline = ContinuousClock.now + limit
    while true {
      let rest = min(quiet, ContinuousClock.now.duration(to: deadline))
      guard rest > .zero else { return .changed }
      switch next(within: rest) {
      case .ended: return .ended
      case .nothing: return .changed
      case .changed: continue
      }
    }
  }

  private enum Step { case changed, nothing, ended }

  private func next(within limit: Duration?) -> Step {
    switch source.next(within: limit, or: signals) {
    case .changed: return .changed
    case .nothing: return .nothing
    case .ended: return .ended
    case .impossible(let reason):
      pollingReason = reason
      source = FolderPolling(files, interval: FolderPolling.standardInterval)
      // What happened between the two is not known.
      return .changed
    }
  }
}

/// A way to learn of changes.
protocol ChangeSource: AnyObject {
  /// Waits for a change at most for `limit`; nil for as long as it takes.
  func next(within limit: Duration?, or signals: TerminationSignals) -> ChangeStep
}

enum ChangeStep: Equatable {
  case changed, nothing, ended
  /// This way does not work any more.
  case impossible(reason: FileProblem)
}
