internal import Bulletins

/// Has documents read by a process of their own.
///
/// Their bytes may be made to break whatever reads them. `bsearch-extract` gets an open file and gives a text, for each
/// document in another process; if that dies, hangs or floods, it costs the one file.
@safe final class DocumentExtractor: @unchecked Sendable {
  // What is found out once is guarded by `lock`.

  /// What one document may take.
  struct Limits: Sendable {
    /// From the start to the end, on a machine that may have much else to do.
    var time = Duration.seconds(60)
    var byteCount = 64 << 20
  }

  static let programName = "bsearch-extract"
  /// A larger document is not read: its bytes have to be gone through to know it again.
  static let maximumByteCount = 1 << 30

  let path: String?
  private let limits: Limits
  private let isCancelled: @Sendable () -> Bool
  private let lock = ThreadLock()
  private var found: DocumentReaders?

  /// - Parameters:
  ///   - path: The program; nil for the one beside this one.
  ///   - limits: What a document may take.
  ///   - isCancelled: Asked now and then whether to wait no longer.
  init(
    path: String?, limits: Limits = Limits(),
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) {
    self.path = path ?? ProgramPath.beside(Self.programName)
    self.limits = limits
    self.isCancelled = isCancelled
  }

  /// What reads each kind of document, which is asked once.
  var readers: DocumentReaders {
    var result = DocumentReaders()
    lock.locked {
      result = found ?? askForReaders()
      found = result
    }
    return result
  }

  private func askForReaders() -> DocumentReaders {
    guard let server = makeServer(), let input = UnnamedFile() else { return DocumentReaders() }
    let (output, end) = server.read(
      input.rewound, "--readers", atMost: 1 << 16, within: limits.time, unless: isCancelled)
    return DocumentReaders(end == .exit(0) ? String(decoding: output, as: UTF8.self) : "")
  }

  private func makeServer() -> ReaderServer? {
    guard let path else { return nil }
    return ReaderServer(
      path, environment: ["PATH=" + ProgramPath.searchPath, "LC_ALL=C.UTF-8"])
  }

  /// Reads the document at `path`.
  ///
  /// - Parameters:
  ///   - path: Where it is opened.
  ///   - name: What it is called.
  ///   - calls: How it is opened and read.
  ///   - server: What reads it; one is started if there is none, and kept for the next document that this thread reads.
  /// - Returns: What came of it.
  /// - Throws: ``FileError`` if it cannot be opened or read.
  func read(
    _ path: String, name: String, calls: SourceCalls = .system, with server: inout ReaderServer?
  ) throws(FileError) -> ExtractedDocument {
    if let status = FileStatus(path: path, calls: calls), status.kind != .file {
      throw FileError(path: path, reason: .notAFile)
    }
    var file = try FileReader(path: path, calls: calls)
    let hash = try file.hash(atMost: Self.maximumByteCount)
    let ending = name.lastIndex(of: ".").map { String(name[name.index(after: $0)...]) } ?? ""
    let (reader, result) = read(
      file.rewound, ending: Self.isPlain(ending) ? ending : "", with: &server)
    return ExtractedDocument(contentHash: hash, reader: reader, result: result)
  }

  /// Reads a document of these bytes.
  func read(_ bytes: [UInt8], ending: String) -> Result<PlacedText, DocumentFault> {
    guard let file = UnnamedFile(), file.write(bytes, at: 0) else {
      return .failure(.readerFailed)
    }
    var server: ReaderServer?
    return read(file.rewound, ending: ending, with: &server).result
  }

  /// Reads an open file, which is at its beginning.
  private func read(
    _ input: Int32, ending: String, with server: inout ReaderServer?
  ) -> (reader: String, result: Result<PlacedText, DocumentFault>) {
    if server?.isUsable != true { server = makeServer() }
    guard let reading = server else { return ("", .failure(.readerMissing)) }
    let (output, end) = reading.read(
      input, ending, atMost: limits.byteCount, within: limits.time, unless: isCancelled)
    guard end == .exit(0), let document = ReadDocument(output) else {
      return (readers.all, .failure(Self.fault(of: end)))
    }
    return (
      readers.identity(of: document.reader), document.result.mapError { DocumentFault($0) }
    )
  }

  private static let longestEnding = 12

  private static func isPlain(_ ending: String) -> Bool {
    ending.utf8.count <= longestEnding
      && ending.utf8.allSatisfy { byte in
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
          || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
      }
  }

  /// What to say of a reader that did not end as it should.
  private static func fault(of end: ReaderServer.End) -> DocumentFault {
    switch end {
    case .timeout: .tooMuchTime
    case .flood: .tooMuchText
    // The limit of processor time.
    case .signal(SystemSignal.processorTime): .tooMuchTime
    case .exit, .signal, .cancelled: .readerFailed
    }
  }
}

/// What came of a document.
struct ExtractedDocument: Sendable, Equatable {
  /// The ``ContentHash`` of its bytes.
  var contentHash: UInt64
  /// What has read it, with the version of its tool; empty if nothing has.
  var reader: String
  var result: Result<PlacedText, DocumentFault>
}

extension IndexingOptions {
  /// What reads documents for these options.
  var extractor: DocumentExtractor {
    DocumentExtractor(
      path: documentReader, limits: documentLimits, isCancelled: isCancelled ?? { false })
  }
}
