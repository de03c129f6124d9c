internal import Bulletins
internal import InvertedIndex

/// A part of the files to index that is read and analysed by one thread.
enum InputPiece: Sendable {
  /// A file to read as an issue, and what the index holds of it.
  case issue(InputFile, before: StoredFile?)
  /// Lines of a file of documents.
  case lines(LinesPiece)
  /// Articles that the index holds.
  case stored(StoredPiece)
}

/// A file to analyse.
enum IndexInput: Sendable {
  /// If it cannot be read, what the index holds of it is taken.
  case file(InputFile, before: StoredFile?)
  /// One that is not there, of which the index has the articles.
  case stored(StoredFile)
}

/// What an index holds of a file.
struct StoredFile: Sendable {
  var index: InvertedIndex.IndexReader
  var parts: [Part]

  /// An issue of a volume, an issue of a file of documents or a part of one, or all of another file.
  struct Part: Sendable {
    var record: FileRecord
    /// The numbers of its documents.
    var documents: Range<UInt32>
  }

  /// The record of its first part.
  var record: FileRecord { parts[0].record }
}

extension StoredFile {
  /// Each of its parts as a whole; those of one issue of a file of documents belong together.
  var pieces: [StoredPiece] {
    var first = record
    return parts.indices.map { number in
      let part = parts[number]
      if !part.record.isFurtherPart { first = part.record }
      return StoredPiece(
        index: index, record: first, documents: part.documents,
        isFirst: !part.record.isFurtherPart,
        isLast: !(number + 1 < parts.count && parts[number + 1].record.isFurtherPart))
    }
  }

  /// What an article counts: the bytes that it has of the file's.
  var bytesOfArticle: Int {
    let count = parts.reduce(0) { $0 + $1.documents.count }
    return max((record.stamp?.byteCount ?? 0) / max(count, 1), InputPieces.smallestByteCount)
  }
}

/// Articles of an issue that the index holds, or of a file of documents.
struct StoredPiece: Sendable {
  var index: InvertedIndex.IndexReader
  /// The record of the issue, or of its first part.
  var record: FileRecord
  /// The numbers of their documents.
  var documents: Range<UInt32>
  var isFirst: Bool
  /// Whether the issue or the file has no more articles.
  var isLast: Bool
}

/// A file to index, and what the index calls it.
struct InputFile: Sendable, Equatable {
  var file: FileFinder.FoundFile
  var storedPath: String
  /// How the siblings of the issue are divided; nil to look at the file alone.
  var wish: Cutting?
}

/// Lines of a file of documents.
struct LinesPiece: Sendable {
  var input: InputFile
  var chunk: LineChunks.Chunk
  var isFirst: Bool
  /// Whether the file has no more lines that can be read.
  var isLast: Bool
  /// The lines before its end that were left out because they are too long.
  var longLines: [Int] = []
  /// Why it was not read to its end.
  var failure: FileError?
  /// Whether what the index holds of the file comes next, in place of all its lines.
  var isReplaced = false
  /// The hash of the whole file, if this is its last piece and it was read to its end.
  var contentHash: UInt64?

  /// Whether the file has gone since it was found.
  func isOfVanished(_ calls: SourceCalls) -> Bool {
    failure.map { input.hasVanished($0.reason, calls) } ?? false
  }
}

extension InputFile {
  /// Whether a file that cannot be read for a reason has gone since it was found.
  func hasVanished(_ reason: FileProblem, _ calls: SourceCalls) -> Bool {
    reason.isAbsence && calls.isAbsent(file.openedPath)
  }
}

/// Cuts the files to index into parts that are worked on together.
///
/// Where they are cut depends on the files alone.
struct InputPieces: ~Copyable {
  /// The longest line of a file of documents that is read.
  static let maximumLineByteCount = 256 << 20
  /// What a file counts at least, since each has an issue.
  static let smallestByteCount = 1 << 10

  /// The most articles of a stored file of documents that are taken together.
  private static let storedDocumentCount = 1_000

  private var files: ArraySlice<IndexInput>
  private let calls: SourceCalls
  /// The file of documents that is being read.
  private var lines: LineChunks?
  /// What is left of the stored file that is being read.
  private var rest: [StoredPiece]?
  private var isFirst = true

  init(_ files: [IndexInput], calls: SourceCalls = .system) {
    self.files = files[...]
    self.calls = calls
  }

  /// What a file counts.
  static func byteCount(of input: IndexInput) -> Int {
    switch input {
    case .file(let file, _): byteCount(of: file)
    case .stored(let file):
      file.parts.reduce(0) { $0 + $1.documents.count } * file.bytesOfArticle
    }
  }

  private static func byteCount(of file: InputFile) -> Int {
    // Of a document, most bytes are fonts, pictures and what places its text.
    let share = file.file.reading.format == .document ? documentShare : 1
    return max(file.file.byteCount / share, smallestByteCount)
  }

  private static let documentShare = 4

  /// The next parts, which have about `byteCount` bytes together; none at the end.
  mutating func next(byteCount: Int) -> [InputPiece] {
    var pieces: [InputPiece] = []
    var remaining = byteCount
    while remaining > 0, let next = files.first {
      guard case .file(let input, let before) = next else {
        if case .stored(let file) = next {
          let piece = nextArticles(of: file, byteCount: remaining)
          if rest == nil { files.removeFirst() }
          remaining -= piece.documents.count * file.bytesOfArticle
          pieces.append(.stored(piece))
        }
        continue
      }
      switch input.file.reading.format {
      case .bulletin, .document:
        files.removeFirst()
        pieces.append(.issue(input, before: before))
        remaining -= Self.byteCount(of: input)
      case .jsonl:
        var piece = nextLines(of: input, byteCount: remaining)
        if let before, piece.failure?.reason.isOfSystem ?? false, !piece.isOfVanished(calls) {
          piece.isReplaced = true
          files[files.startIndex] = .stored(before)
        } else if piece.isLast {
          files.removeFirst()
        }
        remaining -= max(piece.chunk.bytes.count, Self.smallestByteCount)
        pieces.append(.lines(piece))
      }
    }
    return pieces
  }

  /// The next articles of a stored file: all of an issue, which is not cut.
  private mutating func nextArticles(of file: StoredFile, byteCount: Int) -> StoredPiece {
    var pieces = rest ?? file.pieces
    var piece = pieces.removeFirst()
    let count = min(
      max(byteCount / file.bytesOfArticle, 1), Self.storedDocumentCount)
    if file.record.reading.format == .jsonl, piece.documents.count > count {
      let end = piece.documents.lowerBound + UInt32(count)
      var others = piece
      others.documents = end..<piece.documents.upperBound
      others.isFirst = false
      pieces.insert(others, at: 0)
      piece.documents = piece.documents.lowerBound..<end
      piece.isLast = false
    }
    rest = pieces.isEmpty ? nil : pieces
    return piece
  }

  private mutating func nextLines(of input: InputFile, byteCount: Int) -> LinesPiece {
    let nothing = LineChunks.Chunk(bytes: [], firstLine: 1)
    var piece = LinesPiece(input: input, chunk: nothing, isFirst: isFirst, isLast: true)
    do {
      var lines = try takeLines(of: input.file)
      piece.chunk = lines.next(byteCount: byteCount) ?? nothing
      piece.longLines = lines.takeLongLines()
      piece.isLast = lines.isFinished()
      if piece.isLast {
        piece.failure = lines.failure
        // What ends early by itself is read again only when it has changed.
        if !(lines.failure?.reason.isOfSystem ?? false) { piece.contentHash = lines.contentHash }
      } else {
        self.lines = consume lines
      }
    } catch {
      piece.failure = error
    }
    isFirst = piece.isLast
    return piece
  }

  private mutating func takeLines(of file: FileFinder.FoundFile) throws(FileError) -> LineChunks {
    if let lines = lines.take() { return lines }
    return try LineChunks(
      path: file.openedPath, lineLimit: Self.maximumLineByteCount, calls: calls)
  }
}
