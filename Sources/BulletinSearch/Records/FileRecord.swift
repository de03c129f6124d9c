internal import Bulletins
internal import InvertedIndex

/// What an index says of a file, of a part of a large one, or of an issue of a volume: the row of its group of articles.
struct FileRecord: Equatable, Sendable {
  /// What the file is, as `PathNames` writes it.
  var path: String
  /// How it was read.
  var reading: FileReading
  /// What it was like when it was read; nil if it could not be, and is to be looked at again.
  var stamp: FileStamp?
  /// How many documents the groups before this one have, of the same file or, in a file of documents, of the same issue.
  ///
  /// Only files of documents that are large or have several issues, and volumes, have several groups.
  var firstOrdinal = 0
  /// The issue that it is; nil if it was left out.
  var issue: IssueSummary?
  /// How the issue is called; ``IssueSummary/id`` is made of it.
  var identifier = IssueIdentifier()
  /// What the file says of the issue.
  var evidence = IssueEvidence()
  /// How the file alone would be divided, and in what other ways it could be; nil for what is no bulletin.
  var division: IssueDivision?
  /// How it was divided because its siblings are; nil if as the file alone would be.
  var wish: Cutting?
  /// What of the file was left out: the first of it.
  var omissions: [Omission] = []
  var omissionCount = 0
  /// How many characters could not be decoded, so that U+FFFD stands for them.
  var undecodedCount = 0
  /// What has read a document, with the version of its tool; empty for a text file, and if nothing has.
  var reader = ""
  /// What is not as it should be in a document that was read.
  var remarks: [DocumentRemark] = []
  /// How many pages a document has; 0 if that is not known.
  var pageCount = 0
  /// By what the issues of the file are known in a file of another kind; nil for what is no issue, and for all of a
  /// volume but the first.
  var sketch: IssueSketch?
  /// The file of another kind, as `PathNames` writes it, that has the same issue, and has its articles in the index.
  var twin: String?

  /// Whether the articles go on with those of the group before, and are no issue of their own.
  var isFurtherPart: Bool { firstOrdinal > 0 && reading.format == .jsonl }

  /// Whether the file was not read to its end, because a line is too long for that.
  var endsEarly: Bool {
    omissions.contains { if case .endlessLine = $0.reason { true } else { false } }
  }

  /// The most that a record names.
  static let maximumOmissionCount = 100

  /// Something that was left out, and why.
  struct Omission: Equatable, Sendable {
    /// The line; 0 for the whole file.
    var line: Int
    var reason: FileProblem
  }

  /// Goes on to the next issue of a volume; what is said of the file is said once.
  ///
  /// - Parameter articleCount: How many articles the issue before has.
  mutating func beginIssue(after articleCount: Int) {
    firstOrdinal += articleCount
    undecodedCount = 0
    remarks = []
    pageCount = 0
    sketch = nil
  }

  /// Goes on to the next issue of a file of documents; what is said of the file is said once.
  mutating func beginIssueOfDocuments() {
    firstOrdinal = 0
    issue = nil
    (omissions, omissionCount, undecodedCount) = ([], 0, 0)
  }

  /// The path by which the issue is called if it has neither number nor date: that of the file that a line of JSON says it
  /// was read from, else its own.
  var namingPath: String { (reading.format == .jsonl ? evidence.givenFile : nil) ?? path }

  /// Gives the issue its identifier.
  mutating func name(_ identifier: IssueIdentifier) {
    self.identifier = identifier
    guard let issue else { return }
    let id = identifier.text(of: issue, path: namingPath)
    self.issue?.id = id
  }

  /// Leaves the articles to a better file that has the same issue.
  mutating func leaveArticles(to path: String) {
    twin = path
    issue = nil
    identifier = IssueIdentifier()
    evidence = IssueEvidence()
    division = nil
    wish = nil
    undecodedCount = 0
  }

  mutating func omit(_ omission: Omission) {
    omissionCount += 1
    if omissions.count < Self.maximumOmissionCount { omissions.append(omission) }
  }
}

extension FileRecord {
  /// The row: path, reading, stamp, part, what was left out, how much could not be decoded, what is said of a
  /// document, and the issue with its names.
  var row: [UInt8] {
    var writer = ByteWriter()
    writer.append(path)
    writer.append(reading.format.rawValue)
    writer.append(reading.encoding ?? "")
    writer.append(UInt8(stamp == nil ? 0 : 1))
    if let stamp {
      writer.appendVarint(stamp.byteCount)
      writer.append(UInt64(bitPattern: stamp.modificationTime))
      writer.append(stamp.contentHash)
    }
    writer.appendVarint(firstOrdinal)
    writer.appendVarint(omissionCount)
    writer.appendVarint(omissions.count)
    for omission in omissions {
      writer.appendVarint(omission.line)
      let (kind, detail) = omission.reason.stored
      writer.appendVarint(kind)
      writer.appendVarint(detail)
    }
    writer.appendVarint(undecodedCount)
    writer.append(reader)
    if !reader.isEmpty {
      writer.appendVarint(DocumentRemark.code(of: remarks))
      writer.appendVarint(pageCount)
    }
    writer.append(UInt8(sketch == nil ? 0 : 1))
    sketch?.append(to: &writer)
    writer.append(twin ?? "")
    writer.append(UInt8(issue == nil ? 0 : 1))
    if let issue {
      writer.appendVarint(identifier.code)
      writer.appendVarint(identifier.copy)
      evidence.append(to: &writer)
      writer.append(Cutting.code(of: division?.own))
      writer.append(Cutting.code(of: division?.others ?? []))
      writer.append(Cutting.code(of: wish))
      issue.append(to: &writer)
    }
    return writer.bytes
  }

  /// - Throws: `IndexError.corrupted` if the row is not one.
  init(row: [UInt8]) throws {
    var cursor = ByteCursor(row: row)
    func optional(_ text: String) -> String? { text.isEmpty ? nil : text }
    path = try cursor.string()
    reading = FileReading(
      format: IndexingOptions.Format(rawValue: try cursor.string()) ?? .bulletin,
      encoding: optional(try cursor.string()))
    if try cursor.uint8() != 0 {
      stamp = FileStamp(
        byteCount: try cursor.varint(atMost: Int.max),
        modificationTime: Int64(bitPattern: try cursor.uint64()),
        contentHash: try cursor.uint64())
    }
    firstOrdinal = try cursor.varint(atMost: Int(Int32.max))
    omissionCount = try cursor.varint(atMost: Int(Int32.max))
    for _ in 0..<(try cursor.varint(atMost: Self.maximumOmissionCount)) {
      let line = try cursor.varint(atMost: Int.max)
      let kind = try cursor.varint(atMost: Int(Int32.max))
      let detail = try cursor.varint(atMost: Int.max)
      guard let reason = FileProblem(kind: kind, detail: detail) else {
        throw IndexError.corrupted(
          section: "catalogue", offset: 0, reason: "a problem of kind \(kind)")
      }
      omissions.append(Omission(line: line, reason: reason))
    }
    undecodedCount = try cursor.varint(atMost: Int(Int32.max))
    reader = try cursor.string()
    if !reader.isEmpty {
      remarks = DocumentRemark.all(ofCode: try cursor.varint(atMost: Int(Int32.max)))
      pageCount = try cursor.varint(atMost: Int(Int32.max))
    }
    if try cursor.uint8() != 0 { sketch = try IssueSketch(&cursor) }
    twin = optional(try cursor.string())
    guard try cursor.uint8() != 0 else { return }
    identifier = IssueIdentifier(
      code: try cursor.varint(atMost: Int(Int32.max)),
      copy: try cursor.varint(atMost: Int(Int32.max)))
    evidence = try IssueEvidence(&cursor)
    let own = try Cutting.one(ofCode: cursor.uint8())
    let others = try Cutting.all(ofCode: cursor.uint8())
    division = own.map { IssueDivision(own: $0, others: others) }
    wish = try Cutting.one(ofCode: cursor.uint8())
    issue = try IssueSummary(&cursor, path: path)
    name(identifier)
  }
}

extension FileRecord {
  /// The bulletin and the year of the issue, read without the rest; nil if there is no issue.
  ///
  /// What counts articles needs no more of thousands of rows.
  ///
  /// - Throws: `IndexError.corrupted` if the row is not one.
  static func bulletin(inRow row: [UInt8]) throws -> (name: String, year: Int?)? {
    var cursor = ByteCursor(row: row)
    func skipNumbers(_ count: Int) throws { for _ in 0..<count { _ = try cursor.varint() } }
    func skipStrings(_ count: Int) throws { for _ in 0..<count { try cursor.skipString() } }
    func count() throws -> Int { try cursor.varint(atMost: row.count) }
    try skipStrings(3)
    if try cursor.uint8() != 0 {
      try skipNumbers(1)
      try cursor.skip(2 * UInt64.bitWidth / 8)
    }
    try skipNumbers(2)
    try skipNumbers(3 * count())
    try skipNumbers(1)
    let reader = try count()
    try cursor.skip(reader)
    if reader > 0 { try skipNumbers(2) }
    if try cursor.uint8() != 0 {
      try skipStrings(1)
      try skipStrings(count())
      try skipNumbers(count())
    }
    try skipStrings(1)
    guard try cursor.uint8() != 0 else { return nil }
    try skipNumbers(2)
    try IssueEvidence.skip(&cursor)
    try cursor.skip(3)
    let name = try cursor.string()
    try skipStrings(6)
    try cursor.skip(1)
    let year = try cursor.varint(atMost: Int(Int32.max))
    return (name, year == 0 ? nil : year - 1)
  }
}
