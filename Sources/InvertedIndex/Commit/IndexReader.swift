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

  /// What ``IndexWriter/commit(properties:)`` was given.
  public var properties: [String: String] { record.properties }

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
    usualImpacts = UsualImpacts(averageLength: averageLength)
  }
}

// MARK: - Documents

extension IndexReader {
  /// The original text of `document` in UTF-8.
  public func text(of document: DocumentID) throws(IndexError) -> [UInt8] {
    let (segment, local) = try locate(document)
    return try segments[segment].texts.original(of: local)
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

// MARK: - Search

extension IndexReader {
  /// The best documents for `query`, best first; of equal scores the lower document comes first.
  ///
  /// - Parameters:
  ///   - query: What to look for.
  ///   - limit: How many documents to return at most.
  ///   - ranking: The constants of the scores.
  ///   - states: What was looked up for the query before.
  /// - Returns: The documents with their scores.
  /// - Throws: ``IndexError/limitExceeded(what:limit:)`` if the query has too many terms,
  ///   ``IndexError/corrupted(section:offset:reason:)`` if the index is damaged.
  public func search(_ query: Query, limit: Int, ranking: BM25 = BM25(), states: TermStates? = nil)
    throws(IndexError) -> [RankedDocument]
  {
    var query = query
    query.filter = query.filter?.simplified
    var scored = try SoughtTerms(query.scored, ranking: ranking, states: states)
    var top = TopDocuments(limit: max(limit, 0))
    for number in segments.indices where segments[number].live.count > 0 {
      let searched = SearchedSegment(segment: segments[number], number: number, states: states)
      let segment = searched.segment
      if let required = query.requiredTerms {
        let terms = try scored.terms(inSegment: searched.number, of: self)
        guard terms.count == required.count else { continue }
        var search = ConjunctionSearch(terms, segment.live)
        try search.run(into: &top)
      } else if let filter = query.filter {
        guard let cursor = try searched.cursor(for: filter), cursor.document != endOfDocuments
        else { continue }
        let terms = try scored.terms(inSegment: searched.number, of: self, filter: cursor)
        try FilteredSearch(cursor, terms: terms, segment.live).run(into: &top)
      } else {
        let terms = try scored.terms(inSegment: searched.number, of: self)
        if terms.count == 1 {
          try TermSearch(terms[0], segment.live).run(into: &top)
        } else if terms.count > 1 {
          var search = UnionSearch(terms, segment.live)
          try search.run(into: &top)
        }
      }
    }
    return top.ranked()
  }

  /// The best documents of those that match `filter`, and how many match.
  ///
  /// - Parameters:
  ///   - filter: What is counted.
  ///   - scored: The terms by which the matches are ranked.
  ///   - limit: How many documents to return at most.
  ///   - countsGroups: Whether to count the groups of the matches too.
  ///   - ranking: The constants of the scores.
  ///   - states: What was looked up for the query before.
  /// - Returns: The documents with their scores, and the counts.
  /// - Throws: as ``search(_:limit:ranking:states:)``.
  public func searchAndCount(
    _ filter: Filter, scored: [WeightedTerm], limit: Int, countsGroups: Bool = false,
    ranking: BM25 = BM25(), states: TermStates? = nil
  ) throws(IndexError) -> (documents: [RankedDocument], count: MatchCount) {
    let filter = filter.simplified
    var scored = try SoughtTerms(limit > 0 ? scored : [], ranking: ranking, states: states)
    var top = TopDocuments(limit: max(limit, 0))
    var counter = MatchCounter()
    let summed = DocumentCounter.summedTerms(filter)
    for searched in searchedSegments(states) where searched.segment.live.count > 0 {
      let segment = searched.segment
      if countsGroups { counter.groupEnds = segment.groupEnds }
      if let summed {
        let counted = DocumentCounter(searched)
        guard let matching = try counted.liveDocuments(filter) else { continue }
        let count = matching.count
        try counter.add(
          matching, count: count,
          occurrences: counted.occurrenceCount(of: summed, in: matching, count: count))
        guard limit > 0, count > 0 else { continue }
        let terms = try scored.terms(inSegment: searched.number, of: self)
        try FilteredSearch(BitsCursor(matching, count: count), terms: terms, segment.live)
          .run(into: &top)
        continue
      }
      guard let cursor = try searched.cursor(for: filter), cursor.document != endOfDocuments
      else { continue }
      let terms = try scored.terms(inSegment: searched.number, of: self, filter: cursor)
      try FilteredSearch(cursor, terms: terms, segment.live).run(into: &top, counter: &counter)
    }
    return (top.ranked(), counter.count)
  }

  /// How many documents match `filter` and how often what it looks for occurs in them.
  ///
  /// - Parameters:
  ///   - filter: What is counted.
  ///   - countsGroups: As in ``searchAndCount(_:scored:limit:countsGroups:ranking:states:)``.
  ///   - states: What was looked up for the query before.
  /// - Returns: The counts.
  /// - Throws: ``IndexError/corrupted(section:offset:reason:)`` if the index is damaged.
  public func count(_ filter: Filter, countsGroups: Bool = false, states: TermStates? = nil)
    throws(IndexError) -> MatchCount
  {
    try searchAndCount(
      filter, scored: [], limit: 0, countsGroups: countsGroups, states: states
    ).count
  }

  /// How many documents match `filter`, without how often what it looks for occurs in them.
  ///
  /// - Throws: ``IndexError/corrupted(section:offset:reason:)`` if the index is damaged.
  public func documentCount(matching filter: Filter) throws(IndexError) -> Int {
    var total = 0
    let filter = filter.simplified
    for searched in searchedSegments() {
      let live = searched.segment.live
      if let count = try DocumentCounter(searched).count(filter) {
        total += count
      } else if let cursor = try searched.cursor(for: filter) {
        while cursor.document != endOfDocuments {
          if live.number(of: cursor.document) != nil, try cursor.confirms() { total += 1 }
          try cursor.advance(to: cursor.document + 1)
        }
      }
    }
    return total
  }

  /// Calls `body` with every document that matches `filter`, in no certain order.
  ///
  /// - Throws: ``IndexError/corrupted(section:offset:reason:)`` if the index is damaged, or what `body`
  ///   throws.
  public func forEachDocument(
    matching filter: Filter, states: TermStates? = nil,
    _ body: (DocumentID) throws(IndexError) -> Void
  ) throws(IndexError) {
    let filter = filter.simplified
    for searched in searchedSegments(states) {
      let live = searched.segment.live
      guard let cursor = try searched.cursor(for: filter) else { continue }
      while cursor.document != endOfDocuments {
        if let number = live.number(of: cursor.document), try cursor.confirms() {
          try body(DocumentID(rawValue: number))
        }
        try cursor.advance(to: cursor.document + 1)
      }
    }
  }

  /// Whether any document matches `filter`.
  public func hasMatch(of filter: Filter, states: TermStates? = nil) throws(IndexError) -> Bool {
    let filter = filter.simplified
    for searched in searchedSegments(states) {
      let live = searched.segment.live
      guard let cursor = try searched.cursor(for: filter) else { continue }
      while cursor.document != endOfDocuments {
        if live.number(of: cursor.document) != nil, try cursor.confirms() { return true }
        try cursor.advance(to: cursor.document + 1)
      }
    }
    return false
  }

  /// Those of some documents that match `filter`, in their order.
  ///
  /// - Throws: ``IndexError/corrupted(section:offset:reason:)`` if the index is damaged.
  public func documents(
    _ documents: [RankedDocument], matching filter: Filter, states: TermStates? = nil
  ) throws(IndexError) -> [RankedDocument] {
    var matching: Set<DocumentID> = []
    let filter = filter.simplified
    var cursors = [(any DocumentCursor)?](repeating: nil, count: segments.count)
    for searched in searchedSegments(states) {
      cursors[searched.number] = try searched.cursor(for: filter)
    }
    for document in documents.map(\.document).sorted() {
      let (number, local) = try locate(document)
      guard let cursor = cursors[number] else { continue }
      try cursor.advance(to: UInt32(local))
      if cursor.document == UInt32(local), try cursor.confirms() { matching.insert(document) }
    }
    return documents.filter { matching.contains($0.document) }
  }

  /// In how many documents `term` occurs.
  public func documentFrequency(of term: Term) throws(IndexError) -> Int {
    try documentFrequency(infos(for: term))
  }

  /// The segments in which to match a query.
  func searchedSegments(_ states: TermStates? = nil) -> [SearchedSegment] {
    segments.enumerated().map { SearchedSegment(segment: $1, number: $0, states: states) }
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
