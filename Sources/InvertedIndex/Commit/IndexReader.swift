/// An index file as of its newest commit, mapped read-only.
///
/// It may be used from several threads at once. It goes on showing the same commit when the file is
/// replaced.
public struct IndexReader: Sendable {
  /// The number of documents.
  public let documentCount: Int
  /// The average document length; 0 if there is none.
  public let averageLength: Double

  let segments: [Segment]
  /// The first document of each extent of the record.
  let starts: [Int]
  let catalogue: Catalogue
  let record: CommitRecord
  let slot: CommitSlot
  let file: ByteRegion
  /// What most searches score with.
  let usualImpacts: UsualImpacts

  /// What `IndexWriter.commit` was given.
  public var properties: [String: String] { record.properties }

  /// The sum of the lengths of all documents, of which ``averageLength`` is made.
  public var totalLength: Int { record.totalLength }

  /// The size of the file as of the commit, in bytes.
  public var byteCount: Int { slot.fileByteCount }

  /// Where documents stand, in their order.
  var extents: [DocumentExtent] { record.extents }

  /// Maps the file and checks the header, the commit record and the tables of sections.
  ///
  /// - Throws: ``IndexError`` if the file cannot be read, is no index, is of another version, is
  ///   cut short or is damaged in what was checked.
  /// - Complexity: O(segments); nothing that grows with the documents is read.
  public init(path: String) throws(IndexError) {
    try self.init(MappedFile(path: path), path: path)
  }

  /// Opens an index that is held in memory.
  public init(bytes: [UInt8]) throws(IndexError) {
    try self.init(MappedFile(copying: bytes), path: "the index")
  }

  init(_ mapped: MappedFile, path: String) throws(IndexError) {
    let mappedFile = ByteRegion(mapped, name: "header")
    slot = try CommitSlot.newest(in: mappedFile, path: path)
    // What stands behind the commit is not of it, and is cut off by the next one.
    let file = try mappedFile.slice(0, slot.fileByteCount)
    let region = try slot.record(in: file)
    record = try CommitRecord(region)
    guard record.fits(in: slot.fileByteCount) else {
      throw region.damage(at: 0, "parts of the file overlap")
    }
    self.file = file
    var starts: [Int] = []
    var runs = [[LiveDocuments.Run]](repeating: [], count: record.segments.count)
    var documentCount = 0
    for extent in record.extents {
      starts.append(documentCount)
      runs[extent.segment].append(
        LiveDocuments.Run(
          documents: UInt32(extent.first)..<UInt32(extent.documents.upperBound),
          number: UInt32(documentCount)))
      documentCount += extent.count
    }
    var segments: [Segment] = []
    for (description, runs) in zip(record.segments, runs) {
      let live = LiveDocuments(runs: runs, segmentCount: description.documentCount)
      segments.append(try Segment(description, in: file, live: live))
    }
    self.segments = segments
    self.starts = starts
    self.documentCount = documentCount
    catalogue = Catalogue(record.catalogue, in: file)
    averageLength = documentCount == 0 ? 0 : Double(record.totalLength) / Double(documentCount)
    usualImpacts = UsualImpacts()
  }
}

// MARK: - Documents

extension IndexReader {
  /// The original text of `document` in UTF-8.
  public func text(of document: DocumentID) throws(IndexError) -> [UInt8] {
    let (segment, local) = try locate(document)
    return try segments[segment].texts.original(of: local)
  }

  /// The beginning of the original text, up to and with the separator that stands there for the `count`-th time.
  ///
  /// - Throws: ``IndexError/corrupted(section:offset:reason:)`` if the index is damaged.
  public func text(
    of document: DocumentID, upTo count: Int, _ separator: UInt32
  ) throws(IndexError) -> [UInt8] {
    let (segment, local) = try locate(document)
    return try segments[segment].texts.original(of: local, upTo: count, separator)
  }

  /// The searched characters of `document`.
  public func scalars(of document: DocumentID) throws(IndexError) -> [UInt32] {
    let (segment, local) = try locate(document)
    return try segments[segment].texts.scalars(of: local)
  }

  /// The value of a column, counted as in the schema, for `document`.
  public func value(ofColumn column: Int, for document: DocumentID) throws(IndexError) -> UInt64 {
    let (segment, local) = try locate(document)
    return try segments[segment].column(column)[local]
  }

  /// The row of a table that has one for each document.
  public func row(of document: DocumentID, inTable table: Int) throws(IndexError) -> [UInt8] {
    let (segment, local) = try locate(document)
    return try segments[segment].row(local, ofTable: table)
  }

  /// The document length that ranking sees of `document`, and the average of all.
  public func lengths(of document: DocumentID) throws(IndexError) -> (own: Int, average: Double) {
    let (number, local) = try locate(document)
    let code = try segments[number].lengthCodes.uint8(at: local)
    return (Int(DocumentLength.value(ofCode: code)), averageLength)
  }

  /// The number of the segment that `document` is in, and its number there.
  func locate(_ document: DocumentID) throws(IndexError) -> (segment: Int, local: Int) {
    let number = Int(document.rawValue)
    guard number < documentCount else {
      throw .corrupted(section: "documents", offset: 0, reason: "there is no document \(number)")
    }
    let place = starts.firstIndex(in: 0..<starts.count) { $0 > number } - 1
    return (extents[place].segment, extents[place].first + number - starts[place])
  }
}

// MARK: - Inspection

extension IndexReader {
  /// Compares the checksums of all sections with their bytes.
  ///
  /// Reads the whole file.
  ///
  /// - Throws: ``IndexError/corrupted(section:offset:reason:)`` with the first section that differs.
  public func verifyChecksums() throws(IndexError) {
    try catalogue.verify()
    for segment in segments { try segment.verifyChecksums() }
  }

  /// How many bytes each kind of section takes in all segments, in the order of the format.
  public var sectionSizes: [(name: String, byteCount: Int)] {
    SectionKind.allCases.map { kind in
      let sizes = segments.flatMap(\.sections).filter { $0.kind == kind }.map(\.byteCount)
      return ("\(kind.name)", sizes.reduce(0, +))
    }
  }

  /// How many segments the index has.
  public var segmentCount: Int { segments.count }

  /// How many different terms the segments have, added up.
  public var termCount: Int { segments.reduce(0) { $0 + $1.summary.termCount } }
}
