/// Makes a commit of an index: a new file, or what is added to the file of the commit before.
///
/// The index is as it was until ``commit(groups:properties:merging:)`` is called, and if that fails.
/// Readers go on with the commit that they have opened. The same documents and properties, after the
/// same commits, give the same bytes.
public struct IndexWriter: ~Copyable {
  /// How many bytes of inverted documents are held in memory before a file takes them.
  public static let defaultMemoryLimit = 128 << 20

  /// What the names of the files end in that are beside an index while it is written.
  public static let sideFileSuffixes = [OutputFile.suffix, WriterLock.suffix, ScratchFile.suffix]

  /// The permission bits that an index has at most in whose place there was none.
  ///
  /// What its documents are made of may be private, and an index has all of their text. An index that
  /// takes the place of another one has the rights of that.
  public var newFilePermissions = OutputFile.newFilePermissions

  /// The commit that is updated; nil if the index is new or made anew.
  public private(set) var base: IndexReader?

  private let lock: WriterLock
  private var file: OutputFile
  private var store: SpillStore
  private var builder: SegmentBuilder?
  private var segments: [SegmentDescription] = []
  let schema: Schema
  private let segmentLimit: Int
  /// The groups that were ended, each in one of ``segments`` or in the one that is being written.
  private var groups: [DocumentExtent] = []
  private var groupedCount = 0
  /// The documents of the segment that is being written.
  private var segmentDocumentCount = 0

  /// Begins an index that takes the place of one that may be there.
  ///
  /// - Parameters:
  ///   - path: Where the index is to be.
  ///   - schema: What it keeps beside terms and texts.
  ///   - memoryLimit: How many bytes of inverted documents are held in memory. The same documents give
  ///     the same index with any limit.
  ///   - segmentLimit: The most documents of a segment.
  ///   - isCancelled: Asked several times a second, while it is waited for another writer and until the commit is
  ///     made durable, whether to stop; then ``IndexError/cancelled`` is thrown.
  /// - Throws: ``IndexError/notWritable(path:errno:)`` if the folder of `path` is missing or not
  ///   writable, ``IndexError/locked(path:holder:)`` if another writer is at work for longer than this
  ///   waits, ``IndexError/occupied(path:)`` if there is something else.
  public init(
    path: String, schema: Schema, memoryLimit: Int = defaultMemoryLimit,
    segmentLimit: Int = .max, isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws(IndexError) {
    try self.init(
      lock: WriterLock(path: path, isCancelled: isCancelled), schema: schema,
      memoryLimit: memoryLimit,
      segmentLimit: segmentLimit)
  }

  /// Begins a commit that adds to the index at `path`, or a new index if there is none.
  ///
  /// - Parameters:
  ///   - path: Where the index is.
  ///   - schema: That of the index.
  ///   - memoryLimit: As for a new index.
  ///   - segmentLimit: As for a new index.
  ///   - isCancelled: As for a new index.
  /// - Throws: As for a new index, and what ``IndexReader/init(path:)`` throws;
  ///   ``IndexError/schemaDiffers(path:)`` if the index has another schema.
  public init(
    updating path: String, schema: Schema, memoryLimit: Int = defaultMemoryLimit,
    segmentLimit: Int = .max, isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws(IndexError) {
    try self.init(
      updating: WriterLock(path: path, isCancelled: isCancelled), schema: schema,
      memoryLimit: memoryLimit,
      segmentLimit: segmentLimit)
  }

  init(
    updating lock: WriterLock, schema: Schema, memoryLimit: Int = defaultMemoryLimit,
    segmentLimit: Int = .max
  ) throws(IndexError) {
    switch try MappedFile.kind(of: lock.path) {
    case .nothing, .emptyFile:
      try self.init(
        lock: lock, schema: schema, memoryLimit: memoryLimit, segmentLimit: segmentLimit)
    case .file, .other:
      let base = try IndexReader(path: lock.path)
      guard base.segments.allSatisfy({ $0.summary.schema == schema }) else {
        throw .schemaDiffers(path: lock.path)
      }
      self.init(
        lock: lock, file: try OutputFile(extending: lock, from: base.byteCount), schema: schema,
        memoryLimit: memoryLimit, segmentLimit: segmentLimit)
      self.base = base
    }
  }

  /// Begins an index at the path that is locked.
  init(
    lock: WriterLock, schema: Schema, memoryLimit: Int = defaultMemoryLimit,
    segmentLimit: Int = .max
  ) throws(IndexError) {
    guard try CommitSlot.mayReplace(lock.path) else { throw .occupied(path: lock.path) }
    self.init(
      lock: lock, file: try Self.newFile(lock), schema: schema, memoryLimit: memoryLimit,
      segmentLimit: segmentLimit)
  }

  private init(
    lock: WriterLock, file: consuming OutputFile, schema: Schema, memoryLimit: Int,
    segmentLimit: Int
  ) {
    self.lock = lock
    self.file = file
    store = SpillStore(beside: lock.path, memoryLimit: memoryLimit, calls: lock.calls)
    self.schema = schema
    self.segmentLimit = min(segmentLimit, Limits.segmentDocumentCount)
  }

  private static func newFile(_ lock: WriterLock) throws(IndexError) -> OutputFile {
    var file = try OutputFile(replacing: lock)
    try file.append([UInt8](repeating: 0, count: CommitSlot.headerByteCount))
    return file
  }

  /// Makes the index anew instead of adding to it; ``base`` is nil from here on.
  ///
  /// - Precondition: Nothing was added yet.
  /// - Throws: As for a new index.
  public mutating func startOver() throws(IndexError) {
    precondition(documentCount == 0, "documents were added before")
    guard base != nil else { return }
    base = nil
    file = try Self.newFile(lock)
  }

  /// What should code the texts of the first batch; nil if that is to be found out.
  ///
  /// Texts that are coded as those before are put together with them faster.
  public var coder: TextCoder? {
    let largest = base?.segments.max { $0.textByteCount < $1.textByteCount }
    guard let largest, largest.textByteCount >= DocumentBatch.sampleLength else { return nil }
    // If it is damaged, that is found when its texts are read.
    return try? largest.coder
  }

  /// The documents that were added.
  public private(set) var documentCount = 0

  /// Whether the segment that is being written has room for `count` more documents.
  public func hasRoom(for count: Int) -> Bool {
    segmentDocumentCount + count <= segmentLimit
  }

  /// Adds documents that were inverted elsewhere.
  ///
  /// - Throws: ``IndexError/limitExceeded(what:limit:)`` if the index or the segment is full,
  ///   ``IndexError/io(call:path:errno:)`` if writing fails.
  public mutating func append(_ inverted: InvertedBatch) throws(IndexError) {
    try checkRoom(for: inverted.documentCount)
    if builder == nil {
      try file.pad(toMultipleOf: SectionTable.alignment)
      builder = SegmentBuilder(schema: schema, coder: inverted.coder, start: file.count)
    }
    try builder?.append(inverted, to: &file, &store)
    documentCount += inverted.documentCount
    segmentDocumentCount += inverted.documentCount
  }

  /// Says that the next `documentCount` documents, after those of the groups before, belong together.
  ///
  /// They have to be in one segment. Documents at the end of a segment that no group was ended for are one.
  ///
  /// - Returns: The number of the group among those that were added.
  /// - Precondition: There is one document at least.
  @discardableResult
  public mutating func endGroup(documentCount: Int) -> Int {
    precondition(documentCount > 0, "a group without a document")
    groups.append(
      DocumentExtent(segment: segments.count, first: groupedCount, count: documentCount))
    groupedCount += documentCount
    return groups.count - 1
  }

  /// Ends the segment that is being written.
  ///
  /// - Throws: ``IndexError/io(call:path:errno:)`` if writing fails.
  public mutating func closeSegment() throws(IndexError) {
    guard builder != nil else { return }
    precondition(groupedCount <= segmentDocumentCount, "a group of documents that were not added")
    if groupedCount < segmentDocumentCount {
      endGroup(documentCount: segmentDocumentCount - groupedCount)
    }
    for group in groups where group.segment == segments.count {
      builder?.endGroup(documentCount: group.count)
    }
    (segmentDocumentCount, groupedCount) = (0, 0)
    if let builder = builder.take() { segments.append(try builder.finish(to: &file)) }
  }

  private func checkRoom(for count: Int) throws(IndexError) {
    guard hasRoom(for: count) else {
      throw .limitExceeded(what: .documentsOfSegment, limit: segmentLimit)
    }
    guard documentCount + (base?.documentCount ?? 0) <= Limits.documentCount - count else {
      throw .limitExceeded(what: .documents, limit: Limits.documentCount)
    }
  }
}

// MARK: - Commit

extension IndexWriter {
  /// Makes the commit durable and lets new readers see it.
  ///
  /// - Parameters:
  ///   - groups: The groups of the commit in the order of their documents; nil for those of the commit
  ///     before, then those that were added, without rows. Groups of one segment keep their order.
  ///   - properties: Kept with the index for ``IndexReader/properties``.
  ///   - merging: Which segments to put together.
  /// - Throws: ``IndexError/io(call:path:errno:)`` if writing, synchronising or renaming fails,
  ///   ``IndexError/corrupted(section:offset:reason:)`` if the index is damaged in what has to be read.
  /// - Complexity: O(*n*) in what was added, and in the groups of the index; and what is put together.
  public consuming func commit(
    groups: [CommittedGroup]? = nil, properties: [String: String],
    merging: SegmentMerging = .few
  ) throws(IndexError) {
    try closeSegment()
    guard properties.count <= CommitRecord.maximumPropertyCount else {
      throw .limitExceeded(
        what: .properties, limit: CommitRecord.maximumPropertyCount)
    }
    var writer = try CommitWriter(try layout(groups), base: base, merging: merging)
    try file.flush()
    // Of a new index nothing is read, unless documents were added that no group has.
    let source =
      base != nil || writer.leavesDocuments
      ? ByteRegion(try MappedFile(path: file.currentPath), name: "segment") : nil
    if base != nil, merging.isFull || writer.shouldMove(fileByteCount: file.count) {
      var target = try Self.newFile(lock)
      let record = try writer.write(
        to: &target, from: source, isMoving: true, properties: properties, &store)
      try Self.publish(record, target, after: base, permissions: newFilePermissions)
    } else {
      let record = try writer.write(
        to: &file, from: source, isMoving: false, properties: properties, &store)
      try Self.publish(record, file, after: base, permissions: newFilePermissions)
    }
  }

  /// Writes the record to the end of `file`, and then the slot that names it.
  private static func publish(
    _ record: CommitRecord, _ file: consuming OutputFile, after base: IndexReader?,
    permissions: UInt32
  ) throws(IndexError) {
    let bytes = record.encoded()
    try file.pad(toMultipleOf: SectionTable.alignment)
    let slot = CommitSlot(
      generation: (base?.slot.generation ?? 0) + 1, recordOffset: file.count,
      recordByteCount: bytes.count, fileByteCount: file.count + bytes.count,
      recordChecksum: Checksum.crc32c(bytes))
    guard slot.fileByteCount <= Limits.byteCount else {
      throw .limitExceeded(what: .bytes, limit: Limits.byteCount)
    }
    try file.append(bytes)
    try file.publish(slot: slot.encoded(), at: slot.offset, permissions: permissions)
  }

  private func layout(_ committed: [CommittedGroup]?) throws(IndexError) -> CommitLayout {
    var layout = CommitLayout(segments: (base?.record.segments ?? []) + segments)
    let firstAdded = layout.segments.count - segments.count
    let known = try base.map { (base) throws(IndexError) in try base.committedGroups() } ?? []
    let all =
      committed ?? known.indices.map { CommittedGroup(.kept($0), row: nil) }
      + groups.indices.map { CommittedGroup(.added($0), row: []) }
    for group in all {
      switch group.origin {
      case .kept(let number):
        let row = group.row ?? known[number].row
        layout.groups.append(
          CommitLayout.Group(
            extent: known[number].extent, unchanged: row == known[number].row ? number : nil,
            row: row))
      case .added(let number):
        var extent = groups[number]
        extent.segment += firstAdded
        layout.groups.append(CommitLayout.Group(extent: extent, row: group.row ?? []))
      case .note:
        layout.groups.append(
          CommitLayout.Group(
            extent: DocumentExtent(segment: 0, first: 0, count: 0), row: group.row ?? []))
      }
    }
    return layout
  }
}
