/// What became of a damaged index.
public struct RepairReport: Sendable, Equatable {
  /// What the new index holds.
  public var index = IndexingReport()
  /// The files that had articles in the damaged index and have none in the new one, and why.
  public var lost: [SkippedFile] = []
  /// How many files, or parts of large ones, the damaged index could not name any more.
  ///
  /// Those below what it follows were found again.
  public var unreadableFileCount = 0
  /// Whether what the last update wrote could not be read, and the files are those of the update before.
  public var isOfCommitBefore = false
  /// What the index follows and is not there; it goes on following it.
  public var missingSources: [String] = []
  /// Where the damaged file is now; nil if it is gone.
  public var keptPath: String?

  /// Nothing yet.
  public init() {}

  /// Whether all that the damaged index had is surely in the new one.
  public var isComplete: Bool {
    lost.isEmpty && unreadableFileCount == 0 && !isOfCommitBefore
  }
}

/// Why a damaged index cannot be made anew from what it says.
///
/// It is as it was.
public enum RepairError: Error, Equatable {
  /// It does not say any more which files it had.
  case nothingKnown(path: String, reason: String)
  /// No file of it is there any more that could be read.
  case nothingLeft(path: String, fileCount: Int)
}
