internal import InvertedIndex

extension BulletinIndexer {
  /// Makes a damaged index anew from the files that it follows and those that it had.
  ///
  /// What the index still says of them decides which files are read, and how; its articles do not count. Files
  /// that are new since the last update come in as well. Whether it is damaged at all is not asked;
  /// ``BulletinIndex/check(path:deep:limit:)`` tells. Unless everything came back, the damaged file is kept
  /// under another name.
  ///
  /// - Parameters:
  ///   - indexPath: The index.
  ///   - options: How to go about it. Format, encoding and what only updates have do not count.
  ///   - onSkip: Called with every file that is left out because it cannot be read.
  ///   - onProgress: As for ``index(paths:into:options:onSkip:onProgress:)``.
  /// - Returns: What the index holds now, and what did not come back.
  /// - Throws: ``RepairError`` if nothing can come back, ``BulletinIndexError/otherContent(path:)`` if it is an
  ///   index of something else, `IndexError` if it cannot be read or written. Then it is as it was.
  public static func repair(
    _ indexPath: String, options: IndexingOptions = IndexingOptions(),
    onSkip: (SkippedFile) -> Void = { _ in }, onProgress: (IndexingProgress) -> Void = { _ in }
  ) throws -> RepairReport {
    // Without this, a new index would be made where there is none.
    _ = try remains(indexPath)
    let writer = try IndexWriter(
      path: indexPath, schema: BulletinSchema.schema,
      memoryLimit: options.memoryLimit ?? IndexWriter.defaultMemoryLimit,
      segmentLimit: options.segmentLimit ?? .max)
    // Another writer may have been at work until now.
    let remains = try remains(indexPath)
    guard let properties = IndexProperties(remains.properties) else {
      throw BulletinIndexError.otherContent(path: indexPath)
    }
    let known = remains.rows.compactMap { try? FileRecord(row: $0) }
    var report = RepairReport()
    report.unreadableFileCount = remains.unreadableGroupCount + remains.rows.count - known.count
    report.isOfCommitBefore = remains.isOfCommitBefore
    let update = try IndexUpdate(
      properties: properties, known: known, indexPath: indexPath, options: options,
      onMissing: { report.missingSources.append($0) })
    for skipped in update.skipped { onSkip(skipped) }
    var indexer = BulletinIndexer(
      update, writer: writer, options: options, extractor: options.extractor, indexPath: indexPath)
    try indexer.add(update.inputs(), onSkip: onSkip, onProgress: onProgress)
    let read = indexer.readRecords
    report.lost = lost(known, read, update)
    guard read.contains(where: { $0.issue != nil }) || report.isComplete else {
      throw RepairError.nothingLeft(
        path: indexPath, fileCount: report.lost.count + report.unreadableFileCount)
    }
    let listing = try indexer.listing(of: update, onProgress: onProgress)
    guard !report.isComplete else {
      report.index = try indexer.finish(update, listing, indexPath: indexPath)
      return report
    }
    let kept = try KeptFile(indexPath, suffix: ".damaged")
    do {
      report.index = try indexer.finish(update, listing, indexPath: indexPath)
    } catch {
      kept.remove()
      throw error
    }
    report.keptPath = kept.path
    return report
  }

  private static func remains(_ path: String) throws -> IndexRemains {
    do throws(IndexError) {
      return try IndexRemains(path: path)
    } catch {
      guard let fault = IndexFault(error) else { throw error }
      throw RepairError.nothingKnown(path: path, reason: fault.reason)
    }
  }

  /// The files that had articles and that none were read of, also not under another name.
  private static func lost(_ known: [FileRecord], _ read: [FileRecord], _ update: IndexUpdate)
    -> [SkippedFile]
  {
    let issues = read.filter { $0.issue != nil }
    let paths = Set(issues.map(\.path))
    let hashes = Set(issues.compactMap(\.stamp?.contentHash))
    let reasons = Dictionary(
      read.map { ($0.path, $0.omissions.first?.reason) }, uniquingKeysWith: { first, _ in first })
    return known.compactMap { record in
      guard record.issue != nil, record.firstOrdinal == 0, !paths.contains(record.path) else {
        return nil
      }
      if let hash = record.stamp?.contentHash, hashes.contains(hash) { return nil }
      let path = update.paths.shown(record.path)
      let isThere = FileStatus(path: path) != nil
      let system: FileProblem = isThere ? .noText : .lastOfSystem
      return SkippedFile(path: path, reason: (reasons[record.path] ?? nil) ?? system)
    }
  }
}
