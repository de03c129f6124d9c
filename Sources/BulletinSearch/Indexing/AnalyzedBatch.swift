internal import Bulletins
internal import InvertedIndex

/// What became of some parts of the files to index.
struct AnalyzedBatch: Sendable {
  /// The articles of all of them.
  ///
  /// Of the values of the columns, the issue is not known yet, and the ordinals of documents count from
  /// the first one of the part.
  var articles: InvertedBatch
  var parts: [AnalyzedPart]
}

/// What became of a part of the files to index.
enum AnalyzedPart: Sendable {
  case issue(IssueSummary, Masthead, byteCount: Int)
  case lines(AnalyzedLines)
  case skipped(SkippedFile, byteCount: Int)
}

/// What became of lines of a file of documents.
struct AnalyzedLines: Sendable {
  /// The counts of the documents.
  var issue: IssueSummary
  var skipped: [SkippedFile]
  var isFirst: Bool
  var isLast: Bool
  var failure: FileError?
  var byteCount: Int
  /// How many bytes the file has.
  var fileByteCount: Int
}
