/// A part of the files to index that is read and analysed by one thread.
enum InputPiece: Sendable {
  /// A file to read as an issue.
  case issue(InputFile)
  /// Lines of a file of documents.
  case lines(LinesPiece)
}

/// A file to index, and what the index calls it.
struct InputFile: Sendable, Equatable {
  var file: FileFinder.FoundFile
  var storedPath: String
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
  /// The hash of the whole file, if this is its last piece and it was read to its end.
  var contentHash: UInt64?
}

/// Cuts the files to index into parts that are worked on together.
///
/// Where they are cut depends on the files alone.
struct InputPieces: ~Copyable {
  /// The longest line of a file of documents that is read.
  static let maximumLineByteCount = 256 << 20
  /// What a file counts at least, since each has an issue.
  private static let smallestByteCount = 1 << 10

  private var files: ArraySlice<InputFile>
  /// The file of documents that is being read.
  private var lines: LineChunks?
  private var isFirst = true

  init(_ files: [InputFile]) {
    self.files = files[...]
  }

  /// What a file counts.
  static func byteCount(of file: InputFile) -> Int { max(file.file.byteCount, smallestByteCount) }

  /// The next parts, which have about `byteCount` bytes together; none at the end.
  mutating func next(byteCount: Int) -> [InputPiece] {
    var pieces: [InputPiece] = []
    var remaining = byteCount
    while remaining > 0, let input = files.first {
      switch input.file.reading.format {
      case .bulletin:
        files.removeFirst()
        pieces.append(.issue(input))
        remaining -= Self.byteCount(of: input)
      case .jsonl:
        let piece = nextLines(of: input, byteCount: remaining)
        if piece.isLast { files.removeFirst() }
        remaining -= max(piece.chunk.bytes.count, Self.smallestByteCount)
        pieces.append(.lines(piece))
      }
    }
    return pieces
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
        if lines.failure == nil { piece.contentHash = lines.contentHash }
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
    return try LineChunks(path: file.openedPath, lineLimit: Self.maximumLineByteCount)
  }
}
