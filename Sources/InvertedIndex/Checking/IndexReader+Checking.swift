extension IndexReader {
  /// Looks for damage and adds what it finds to `list`.
  ///
  /// - Parameters:
  ///   - deep: Whether to decode and compare everything, beside the checksums.
  ///   - list: Takes the faults.
  /// - Complexity: O(*n*) in the bytes of the file, whatever they are; of what is decoded, a block, a text and
  ///   a byte for each document of a segment are in memory at a time.
  public func check(deep: Bool, into list: FaultList) {
    checkSlots(into: list)
    CatalogueCheck(reader: self, list: list).run()
    if deep { LengthsCheck(reader: self, list: list).run() }
    for (number, segment) in segments.enumerated() {
      let check = SegmentCheck(segment, number: number, list: list)
      check.compareChecksums()
      if deep { check.lookThrough() }
    }
  }

  /// Says when the commit before or after this one cannot be read: what it added may be missing here.
  private func checkSlots(into list: FaultList) {
    for offset in (try? CommitSlot.damagedOffsets(in: file)) ?? [] {
      list.add(
        IndexFault(
          segment: nil, section: "header", offset: offset, kind: .checksum,
          reason:
            "a slot is damaged; this is commit \(slot.generation), and there may be a later one"))
    }
  }

  /// Adds a fault in the row that a table has for `document`.
  package func addFault(
    inRowOf document: DocumentID, table: Int, _ kind: IndexFault.Kind, _ reason: String,
    to list: FaultList
  ) throws(IndexError) {
    let (number, local) = try locate(document)
    let offset = try segments[number].range(ofRow: local, inTable: table).lowerBound
    list.add(
      IndexFault(
        segment: number, section: "\(SectionKind.rows.name) \(table)", offset: offset, kind: kind,
        reason: reason))
  }

  /// Adds a fault in the value that a column has for `document`.
  package func addFault(
    inColumn column: Int, of document: DocumentID, _ kind: IndexFault.Kind, _ reason: String,
    to list: FaultList
  ) throws(IndexError) {
    let (number, local) = try locate(document)
    let values = try segments[number].column(column)
    list.add(
      IndexFault(
        segment: number, section: "\(SectionKind.column.name) \(column)",
        offset: values.offset(of: local), kind: kind, reason: reason))
  }

  /// Adds a fault in the text of `document`.
  package func addFault(
    inTextOf document: DocumentID, _ reason: String, to list: FaultList
  ) throws(IndexError) {
    let (number, local) = try locate(document)
    let offset = try segments[number].texts.rangeOfSearched(local).lowerBound
    list.add(
      IndexFault(
        segment: number, section: "\(SectionKind.texts.name)", offset: offset, kind: .text,
        reason: reason))
  }
}
