internal import InvertedIndex

/// Locks and opens the index that is to be updated.
enum IndexOpening {
  /// What writes the next commit of an index, or a new index.
  ///
  /// - Throws: ``BulletinIndexError/otherContent(path:)`` if it is an index of something else, `IndexError` if
  ///   it cannot be opened or written.
  static func writer(_ path: String, _ options: IndexingOptions) throws -> IndexWriter {
    let memoryLimit = options.memoryLimit ?? IndexWriter.defaultMemoryLimit
    let segmentLimit = options.segmentLimit ?? .max
    let schema = BulletinSchema.schema
    guard try canBeUpdated(path, options) else {
      return try IndexWriter(
        path: path, schema: schema, memoryLimit: memoryLimit, segmentLimit: segmentLimit)
    }
    return try IndexWriter(
      updating: path, schema: schema, memoryLimit: memoryLimit, segmentLimit: segmentLimit)
  }

  /// What an index of another version, which is to be made anew, says of itself; nil if there is none.
  static func otherVersion(_ path: String) -> IndexProperties? {
    (try? InvertedIndex.IndexReader(path: path)).flatMap {
      IndexProperties(ofOtherVersion: $0.properties)
    }
  }

  /// Whether there is an index of this version, or nothing.
  private static func canBeUpdated(_ path: String, _ options: IndexingOptions) throws -> Bool {
    guard let status = FileStatus(path: path), status.byteCount > 0 else { return true }
    do {
      let properties = try InvertedIndex.IndexReader(path: path).properties
      if IndexProperties(properties) != nil { return true }
      guard IndexProperties.isOfOtherVersion(properties) else {
        throw BulletinIndexError.otherContent(path: path)
      }
    } catch IndexError.unsupportedFormat {
      // Its commit says nothing that this version could read.
    } catch IndexError.notAnIndex {
      throw IndexError.occupied(path: path)
    } catch let error as IndexError where options.readsAll && IndexFault(error) != nil {
      // Whoever wants all read again wants nothing of what is there.
      options.onNotice?(.damaged(path: path))
      return false
    }
    options.onNotice?(.otherFormat(path: path))
    return false
  }
}
