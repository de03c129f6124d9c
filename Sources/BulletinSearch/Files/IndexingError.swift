/// Why nothing was indexed.
///
/// An index that was there before is as it was.
public enum IndexingError: Error, Equatable {
  /// A path that was named does not exist or cannot be read.
  case missingPath(path: String, reason: FileProblem)
  /// A path that was named is not there, and the index has articles of it, which stay.
  case missingSource(path: String)
  /// An index that an older version has made can only be made anew with what is away or cannot be read now: its
  /// articles cannot be kept.
  case neededForRebuild(path: String, reason: FileProblem)
  /// The index has nothing of a path that was to be removed.
  case notIndexed(path: String)
  /// There is no file to read at the paths.
  case noFiles(paths: [String], format: IndexingOptions.Format)
  /// There are files, but none could be read.
  case nothingReadable(fileCount: Int, format: IndexingOptions.Format)
  /// Another encoding than UTF-8 was named for lines of JSON, which have no other.
  case encodingOfJSON
  /// It was asked for to stop.
  case cancelled
  /// No paths were named, and there is no index that says what was indexed.
  case nothingToUpdate(path: String)
  /// The index takes another share of its files than was asked for, or all (nil).
  case otherShare(path: String, found: CollectionShare?, wanted: CollectionShare)
  /// An index does not hold one collection together with the one that is made.
  case notBeside(path: String, reason: NeighbourProblem)
  /// The name of an encoding is not known.
  case unknownEncoding(name: String)
}
