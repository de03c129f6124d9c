/// A part of the files to index that is read and analysed by one thread.
enum InputPiece: Sendable {
  /// A file to read as an issue.
  case issue(FileFinder.FoundFile)
  /// Lines of a file of documents.
  case lines(LinesPiece)
}

/// Lines of a file of documents.
struct LinesPiece: Sendable {
  var file: FileFinder.FoundFile
  var chunk: LineChunks.Chunk
  var isFirst: Bool
  /// Whether the file has no more lines that can be read.
  var isLast: Bool
  /// Why it was not read to its end.
  var failure: FileError?
}

/// Cuts the files to index into parts that are worked on together.
///
/// Where they are cut depends on the files alone.
struct InputPieces: ~Copyable {
  /// The longest line of a file of documents that is read.
  private static let maximumLineByteCount = 256 << 20
  /// What a file counts at least, since each has an issue.
  private static let fileByteCount = 1 << 10

  private let format: IndexingOptions.Format
  private var files: ArraySlice<FileFinder.FoundFile>
  /// The file of documents that is being read.
  private var lines: LineChunks?
  private var isFirst = true

  init(_ files: [FileFinder.FoundFile], format: IndexingOptions.Format) {
    self.files = files[...]
    self.format = format
  }

  /// The next parts, which have about `byteCount` bytes together; none at the end.
  mutating func next(byteCount: Int) -> [InputPiece] {
    var pieces: [InputPiece] = []
    var remaining = byteCount
    while remaining > 0, let file = files.first {
      switch format {
      case .bulletin:
        files.removeFirst()
        pieces.append(.issue(file))
        remaining -= max(file.byteCount, Self.fileByteCount)
      case .jsonl:
        let piece = nextLines(of: file, byteCount: remaining)
        if piece.isLast { files.removeFirst() }
        remaining -= max(piece.chunk.bytes.count, Self.fileByteCount)
        pieces.append(.lines(piece))
      }
    }
    return pieces
  }

  private mutating func nextLines(of file: FileFinder.FoundFile, byteCount: Int) -> LinesPiece {
    let nothing = LineChunks.Chunk(bytes: [], firstLine: 1)
    var piece = LinesPiece(file: file, chunk: nothing, isFirst: isFirst, isLast: true)
    do {
      var lines = try takeLines(of: file)
      piece.chunk = lines.next(byteCount: byteCount) ?? nothing
      piece.isLast = lines.isFinished()
      if piece.isLast { piece.failure = lines.failure } else { self.lines = consume lines }
    } catch {
      piece.failure = error
    }
    isFirst = piece.isLast
    return piece
  }

  private mutating func takeLines(of file: FileFinder.FoundFile) throws(FileError) -> LineChunks {
    if let lines = lines.take() { return lines }
    return try LineChunks(path: file.path, lineLimit: Self.maximumLineByteCount)
  }
}
