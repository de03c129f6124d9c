/// Has the documents among the files to index read ahead of those who analyse their texts.
///
/// Reading waits for other processes, so it has threads of its own, as many as analyse. They begin the documents in
/// the order of the files and keep only a few texts ahead.
@safe final class DocumentTexts: @unchecked Sendable {
  // All that threads share is guarded by `lock`.

  typealias Outcome = Result<ExtractedDocument, FileError>

  /// How many texts may wait for each thread.
  private static let textsAhead = 4

  private let extractor: DocumentExtractor
  private let calls: SourceCalls
  private let kept: KeptDocuments?
  private let files: [InputFile]
  private let numbers: [PathKey: Int]
  private let lock = ThreadLock()
  private var done: [Int: Outcome] = [:]
  private var begun = 0
  private var taken = 0
  private var isClosed = false
  private var threads: [WorkerThread] = []
  private let mostAhead: Int

  /// - Parameters:
  ///   - files: All files to read, in the order in which they will be asked for; others than documents are passed
  ///     over.
  ///   - jobs: How many documents are read at the same time.
  ///   - extractor: What reads them.
  ///   - kept: Where those are that were read before; nil for nowhere.
  ///   - calls: How they are opened.
  init(
    _ files: [IndexInput], jobs: Int, extractor: DocumentExtractor, kept: KeptDocuments?,
    calls: SourceCalls
  ) {
    self.extractor = extractor
    self.calls = calls
    self.kept = kept
    let documents = files.compactMap { file -> InputFile? in
      guard case .file(let input, _) = file, input.file.reading.format == .document else {
        return nil
      }
      return input
    }
    self.files = documents
    numbers = Dictionary(
      documents.enumerated().map { (PathKey($0.element.storedPath), $0.offset) },
      uniquingKeysWith: { $1 })
    mostAhead = jobs * Self.textsAhead
    for _ in 0..<min(jobs, documents.count) {
      guard let thread = WorkerThread({ [self] in run() }) else { break }
      threads.append(thread)
    }
  }

  /// What came of a document, which can be asked for once; waits until it is known.
  func take(_ input: InputFile) -> Outcome {
    guard let number = numbers[PathKey(input.storedPath)], !threads.isEmpty else {
      return read(input)
    }
    let outcome = lock.wait {
      // Nobody waits for what was given up.
      done.removeValue(forKey: number)
        ?? (isClosed ? .failure(FileError(path: input.file.path, reason: .cancelled)) : nil)
    }
    lock.locked { taken += 1 }
    lock.signal()
    return outcome
  }

  /// Reads a document that nobody knew to be one.
  func read(_ input: InputFile) -> Outcome {
    var server: ReaderServer?
    return read(input, with: &server)
  }

  /// Keeps what came of a document for the case that it is asked for again.
  func keep(_ document: ExtractedDocument, of input: InputFile) {
    lock.locked { kept?.add(document, path: input.storedPath) }
  }

  /// Lets the threads end; what they are reading is given up if nobody wants the index any more.
  func close() {
    lock.locked { isClosed = true }
    lock.signal()
    for thread in threads { thread.join() }
    threads.removeAll()
  }

  private func run() {
    var server: ReaderServer?
    while let number = lock.wait({ next() }) {
      let outcome = read(files[number], with: &server)
      lock.locked { done[number] = outcome }
      lock.signal()
    }
  }

  /// The next document to begin, nil in it for the end; nil if there is none yet.
  private func next() -> Int?? {
    if isClosed || begun == files.count { return .some(nil) }
    guard begun - taken < mostAhead else { return nil }
    begun += 1
    return begun - 1
  }

  private func read(_ input: InputFile, with server: inout ReaderServer?) -> Outcome {
    var known: ExtractedDocument?
    lock.locked { known = kept?.document(path: input.storedPath) }
    if let known { return .success(known) }
    do throws(FileError) {
      return .success(
        try extractor.read(
          input.file.openedPath, name: input.file.path, calls: calls, with: &server))
    } catch {
      return .failure(error)
    }
  }
}
