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
  /// The name of an encoding is not known.
  case unknownEncoding(name: String)
}

extension IndexingError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .missingPath(let path, let reason):
      "\(path): \(reason); name a folder of issues or a file"
    case .missingSource(let path):
      "\(path) is not there; its articles stay in the index, and `bsearch remove \(path)` takes "
        + "them out"
    case .neededForRebuild(let path, let reason):
      "\(path): \(reason); the index is of an older version and can only be made anew with it; bring it back, or "
        + "leave it out with --force"
    case .notIndexed(let path):
      "the index has nothing of \(path); `bsearch issues` lists the paths of its issues"
    case .encodingOfJSON:
      "lines of JSON are in UTF-8; convert the file and leave --encoding out"
    case .noFiles(let paths, .jsonl):
      "\(paths.joined(separator: ", ")): no .jsonl or .ndjson file there; name the file"
    case .noFiles(let paths, .bulletin):
      "\(paths.joined(separator: ", ")): no .md, .markdown, .txt, .html or .htm file there; "
        + "name the folder that holds the issues"
    case .nothingReadable(let count, .bulletin):
      "none of the \(count) files could be read; see the lines above, or name the encoding "
        + "with --encoding"
    case .nothingReadable(let count, .jsonl):
      "none of the \(count) files has a document; each line is a JSON object with id, title and body"
    case .cancelled: "stopped; the index is as it was"
    case .nothingToUpdate(let path):
      "\(path) is no index that could be updated; name the folder of issues"
    case .unknownEncoding(let name):
      "\(name) is no encoding that can be read; use one of utf-8, gb18030, big5, utf-16le, utf-16be"
    }
  }
}
