extension IndexReader {
  /// How many groups the index has.
  public var groupCount: Int { catalogue.groupCount }

  /// The group that `document` is in.
  ///
  /// - Throws: ``IndexError/corrupted(section:offset:reason:)`` if the index is damaged or there is no
  ///   such document.
  public func group(of document: DocumentID) throws(IndexError) -> DocumentGroup {
    guard let group = try catalogue.group(of: document) else {
      throw .corrupted(section: "catalogue", offset: 0, reason: "no group of \(document.rawValue)")
    }
    return group
  }

  /// The group that `document` is in, among some that stand beside it: those that cannot be read without each other.
  ///
  /// - Returns: The groups, ascending.
  /// - Throws: ``IndexError/corrupted(section:offset:reason:)`` if the index is damaged or there is no
  ///   such document.
  public func groups(around document: DocumentID) throws(IndexError) -> [DocumentGroup] {
    guard let groups = try catalogue.groups(around: document) else {
      throw .corrupted(section: "catalogue", offset: 0, reason: "no group of \(document.rawValue)")
    }
    return groups
  }

  /// Calls `body` with all groups in the order of their documents.
  ///
  /// - Throws: ``IndexError/corrupted(section:offset:reason:)`` if the catalogue is damaged, and what
  ///   `body` throws.
  public func forEachGroup(_ body: (DocumentGroup) throws -> Void) throws {
    for part in catalogue.parts.indices {
      for group in try catalogue.read(part: part) { try body(group) }
    }
  }
}

extension IndexReader {
  /// All groups, with where their documents stand.
  func committedGroups() throws(IndexError) -> [(extent: DocumentExtent, row: [UInt8])] {
    var groups: [(extent: DocumentExtent, row: [UInt8])] = []
    groups.reserveCapacity(groupCount)
    var place = 0
    var document = 0
    for part in catalogue.parts {
      for entry in try part.entries(in: file) {
        var extent = DocumentExtent(segment: 0, first: 0, count: 0)
        if entry.documentCount > 0 {
          while starts[place] + extents[place].count <= document { place += 1 }
          extent = extents[place]
          extent.first += document - starts[place]
          guard entry.documentCount <= extents[place].documents.upperBound - extent.first else {
            throw .corrupted(
              section: "catalogue", offset: part.offset, reason: "a group in two segments")
          }
          extent.count = entry.documentCount
          document += entry.documentCount
        }
        groups.append((extent, entry.row))
      }
    }
    return groups
  }

  /// The number of the segment that has the documents of a group.
  public func segmentNumber(of group: DocumentGroup) throws(IndexError) -> Int {
    try locate(group.documents.lowerBound).segment
  }
}
