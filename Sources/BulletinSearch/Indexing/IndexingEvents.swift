internal import Synchronization

/// Something that happens while files are indexed.
public enum IndexingEvent: Sendable {
  /// A file, or a part of a large one, was read.
  case progress(IndexingProgress)
  /// A file was left out, because it cannot be read.
  case skipped(SkippedFile)
  /// The index is written: the last event.
  case finished(IndexingReport)
}

extension BulletinIndexer {
  /// Makes the index hold all files below some paths as they are, and tells what happens.
  ///
  /// ```swift
  /// for try await event in BulletinIndexer.events(paths: ["简讯"], into: "简讯.index") {
  ///   if case .progress(let progress) = event { print(progress.filesDone, "/", progress.fileCount) }
  /// }
  /// ```
  ///
  /// The work begins at once, on a thread of its own. It is given up, and the index stays as it was, when the task that
  /// iterates is cancelled or when nobody iterates any more: a cancelled task sees an end without
  /// ``IndexingEvent/finished(_:)``.
  ///
  /// - Parameters:
  ///   - paths: As for ``index(paths:into:options:onSkip:onProgress:)``.
  ///   - indexPath: Where the index is or is to be.
  ///   - options: How to read the files.
  /// - Returns: The events; they throw as ``index(paths:into:options:onSkip:onProgress:)`` does.
  public static func events(
    paths: [String], into indexPath: String, options: IndexingOptions = IndexingOptions()
  ) -> AsyncThrowingStream<IndexingEvent, any Error> {
    AsyncThrowingStream { continuation in
      let isOver = CancellationWish()
      continuation.onTermination = { _ in isOver.request() }
      var watched = options
      watched.isCancelled = { isOver.isRequested || options.isCancelled?() ?? false }
      let work: @Sendable () -> Void = { [watched] in
        do {
          let report = try index(
            paths: paths, into: indexPath, options: watched,
            onSkip: { continuation.yield(.skipped($0)) },
            onProgress: { continuation.yield(.progress($0)) })
          continuation.yield(.finished(report))
          continuation.finish()
        } catch {
          continuation.finish(throwing: error)
        }
      }
      // Without a thread all is done before the first event is asked for.
      if let thread = WorkerThread(work) { thread.detach() } else { work() }
    }
  }
}

/// Whether somebody does not wait any more.
private final class CancellationWish: Sendable {
  private let flag = Atomic(false)

  var isRequested: Bool { flag.load(ordering: .relaxed) }

  func request() { flag.store(true, ordering: .relaxed) }
}
