internal import InvertedIndex

/// What became of some parts of the files to index.
struct AnalyzedBatch: Sendable {
  /// The articles of all of them.
  var articles: InvertedBatch
  var parts: [AnalyzedPart]
}

/// What became of a part of the files to index.
enum AnalyzedPart: Sendable {
  /// A file that was left out, or read as an issue or as those of a volume; each has a record.
  case file([FileRecord], InputFile)
  /// A file that could not be read now.
  case unread(UnreadFile)
  case lines(AnalyzedLines)
  case stored(AnalyzedArticles)
}

/// A file that could not be read now, and what is taken in its place.
struct UnreadFile: Sendable {
  var input: InputFile
  /// Nil if it has gone since it was found.
  var reason: FileProblem?
  /// What the index held of it; empty if that was nothing.
  var articles: [AnalyzedArticles] = []
}

/// What became of articles that the index held.
struct AnalyzedArticles: Sendable {
  var piece: StoredPiece
  /// The issue with the counts of these articles.
  var issue: IssueSummary?
}

/// What became of lines of a file of documents.
struct AnalyzedLines: Sendable {
  /// Documents that follow each other and are of one issue.
  struct Run: Sendable {
    /// The issue that their lines name; nil if they name none.
    var named: JSONIssue?
    /// The issue, with the counts of the documents.
    var issue: IssueSummary
  }

  var input: InputFile
  var runs: [Run] = []
  var omissions: [FileRecord.Omission]
  var identifiers = DocumentIdentifiers()
  /// How many characters of the documents could not be decoded.
  var undecodedCount = 0
  var isFirst: Bool
  var isLast: Bool
  var failure: FileError?
  /// Whether the file has gone since it was found.
  var isOfVanished = false
  /// Whether what the index holds of the file comes in place of all its lines.
  var isReplaced = false
  var contentHash: UInt64?
  var byteCount: Int
}

extension AnalyzedLines {
  /// Counts a document.
  ///
  /// - Parameters:
  ///   - document: The next one.
  ///   - length: The characters of its searched text.
  mutating func add(_ document: JSONDocument, length: Int) {
    if runs.isEmpty || runs[runs.count - 1].named != document.issue {
      runs.append(
        Run(
          named: document.issue,
          issue: IssueSummary(of: document.issue, at: input.storedPath)))
    }
    let last = runs.count - 1
    runs[last].issue.articleCount += 1
    runs[last].issue.characterCount += length
    if document.byline.isEmpty { runs[last].issue.unsignedCount += 1 }
  }
}
