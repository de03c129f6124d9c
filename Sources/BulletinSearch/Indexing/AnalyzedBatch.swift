internal import InvertedIndex

/// What became of some parts of the files to index.
struct AnalyzedBatch: Sendable {
  /// The articles of all of them.
  var articles: InvertedBatch
  var parts: [AnalyzedPart]
}

/// What became of a part of the files to index.
enum AnalyzedPart: Sendable {
  /// A file that was read as an issue, or left out.
  case file(FileRecord, InputFile)
  case lines(AnalyzedLines)
  case stored(AnalyzedArticles)
}

/// What became of articles that the index held.
struct AnalyzedArticles: Sendable {
  var piece: StoredPiece
  /// The issue with the counts of these articles.
  var issue: IssueSummary?
}

/// What became of lines of a file of documents.
struct AnalyzedLines: Sendable {
  var input: InputFile
  /// The counts of the documents.
  var issue: IssueSummary
  var omissions: [FileRecord.Omission]
  /// How many characters of the documents could not be decoded.
  var undecodedCount = 0
  var isFirst: Bool
  var isLast: Bool
  var failure: FileError?
  var contentHash: UInt64?
  var byteCount: Int
}
