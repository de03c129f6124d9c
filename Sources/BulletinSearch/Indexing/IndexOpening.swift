internal import InvertedIndex

/// Locks and opens the index that is to be updated.
enum IndexOpening {
  /// What writes the next commit of an index, or a new index.
  ///
  /// - Throws: ``BulletinIndexError`` if it is an index of something else or of a newer version, `IndexError`
  ///   if it cannot be opened or written.
  static func writer(_ path: String, _ options: IndexingOptions) throws -> IndexWriter {
    let memoryLimit = options.memoryLimit ?? IndexWriter.defaultMemoryLimit
    let segmentLimit = options.segmentLimit ?? .max
    let schema = BulletinSchema.schema
    guard try canBeUpdated(path, options) else {
      return try IndexWriter(
        path: path, schema: schema, memoryLimit: memoryLimit, segmentLimit: segmentLimit,
        isCancelled: options.isCancelled ?? { false })
    }
    return try IndexWriter(
      updating: path, schema: schema, memoryLimit: memoryLimit, segmentLimit: segmentLimit,
      isCancelled: options.isCancelled ?? { false })
  }

  /// What an index of an older version, which is to be made anew, says of itself; nil if there is none.
  static func olderVersion(_ path: String) -> IndexProperties? {
    (try? InvertedIndex.IndexReader(path: path)).flatMap {
      IndexProperties(ofOlderVersion: $0.properties)
    }
  }

  /// The share of the files that an index takes from now on; nil for all.
  ///
  /// - Parameters:
  ///   - path: The index.
  ///   - properties: What it says of itself; nil if it cannot be opened or is not there.
  ///   - wanted: The share that is asked for; nil for that of before.
  /// - Returns: The share.
  /// - Throws: ``IndexingError/otherShare(path:found:wanted:)`` if an index that is there takes another one.
  static func share(
    of path: String, properties: IndexProperties?, wanted: CollectionShare?
  ) throws(IndexingError) -> CollectionShare? {
    // Also one that is so damaged that it is made anew may still say which share it takes.
    let known =
      properties ?? (try? IndexRemains(path: path)).flatMap { IndexProperties($0.properties) }
    guard let known else { return wanted }
    if let wanted, known.share != wanted {
      throw .otherShare(path: path, found: known.share, wanted: wanted)
    }
    return known.share
  }

  /// Whether there is an index of this version, or nothing; else it is made anew, if it is older or damaged.
  ///
  /// - Throws: What is wrong with any other file, which stays whatever was asked for: a newer version may read it.
  private static func canBeUpdated(_ path: String, _ options: IndexingOptions) throws -> Bool {
    guard let status = FileStatus(path: path) else {
      let reason = FileProblem.lastOfSystem
      guard !reason.isAbsence, case .system(let code) = reason else { return true }
      throw IndexError.io(call: "stat", path: path, errno: code)
    }
    guard status.byteCount > 0 else { return true }
    do {
      let properties = try InvertedIndex.IndexReader(path: path).properties
      if IndexProperties(properties) != nil { return true }
      let difference = IndexProperties.difference(of: properties, path: path)
      guard case .otherVersion = difference else { throw difference }
    } catch let error as IndexError {
      switch error {
      // Its commit says nothing that this version could read.
      case .unsupportedFormat(let found, let supported)
      where IndexError.isOlder(found, than: supported):
        break
      case .notAnIndex: throw IndexError.occupied(path: path)
      // Whoever wants all read again wants nothing of what is there.
      case _ where options.readsAll && IndexFault(error) != nil:
        options.onNotice?(.damaged(path: path))
        return false
      default: throw error
      }
    }
    options.onNotice?(.otherFormat(path: path))
    return false
  }
}
