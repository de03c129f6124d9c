internal import InvertedIndex

extension BulletinIndex {
  /// Looks for damage in the index file at `path`, also in one that cannot be opened because of it.
  ///
  /// - Parameters:
  ///   - path: The index file.
  ///   - deep: Whether to decode and compare everything, beside the checksums.
  ///   - limit: How many faults are kept; all are counted.
  /// - Returns: What was found.
  /// - Throws: `IndexError` if the file cannot be read, is no index or is of another format;
  ///   ``BulletinIndexError/otherContent(path:)`` if it is an index of something else.
  public static func check(path: String, deep: Bool, limit: Int) throws -> IndexCheck {
    do {
      return try BulletinIndex(path: path).check(deep: deep, limit: limit)
    } catch let error as IndexError {
      let list = FaultList(limit: limit)
      guard IndexReader.addFaults(ofFileAt: path, refusedFor: error, to: list) else { throw error }
      return IndexCheck(byteCount: nil, list)
    }
  }

  /// Looks for damage.
  ///
  /// - Parameters: as in ``check(path:deep:limit:)``.
  /// - Returns: What was found.
  /// - Complexity: Without `deep`, every byte of the file is read. With it, everything is decoded as well, and
  ///   the searched characters are made again of each original; a second for some 25 MB.
  public func check(deep: Bool, limit: Int) -> IndexCheck {
    let list = FaultList(limit: limit)
    reader.check(deep: deep, into: list)
    if deep {
      FilesCheck(index: self, list: list).run()
      ArticlesCheck(index: self, list: list).run()
    }
    return IndexCheck(byteCount: reader.byteCount, list)
  }
}

extension IndexFault {
  /// The damage that an error is about; nil if it is about none.
  init?(damage error: any Error) {
    guard let error = error as? IndexError else { return nil }
    self.init(error)
  }
}

extension FaultList {
  /// Adds what kept something from being read.
  func add(_ error: any Error) {
    add(
      IndexFault(damage: error)
        ?? IndexFault(
          segment: nil, section: "file", offset: 0, kind: .unreadable, reason: "\(error)"))
  }
}
