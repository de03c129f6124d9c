/// Looks through one segment for what contradicts itself.
struct SegmentCheck {
  let segment: Segment
  let number: Int
  let list: FaultList

  init(_ segment: Segment, number: Int, list: FaultList) {
    self.segment = segment
    self.number = number
    self.list = list
  }

  /// Compares the checksum of each section with its bytes.
  func compareChecksums() {
    for entry in segment.sections {
      section(entry)?.compareChecksum(with: entry.checksum)
    }
  }

  /// Decodes everything, whatever the checksums say.
  func lookThrough() {
    SectionLayoutCheck(segment, number: number, list: list).run()
    if let schema = section(.schema) { checkSchema(schema) }
    let lengthCodes = section(.lengthCodes)
    if let lengthCodes { checkLengths(lengthCodes) }
    if let heads = section(.termHeads), let blocks = section(.termBlocks),
      let postings = section(.postings), let lengthCodes
    {
      let codes = (try? lengthCodes.bytes.bytes(0, lengthCodes.bytes.count)) ?? []
      DictionaryCheck(
        terms: segment.terms, heads: heads, blocks: blocks,
        postings: PostingsCheck(section: postings, lengthCodes: codes)
      ).run()
    }
    if let alphabet = section(.alphabet) {
      AlphabetCheck(section: alphabet, alphabet: segment.texts.alphabet).run()
    }
    if let code = section(.differenceCode) { DifferenceCodeCheck(section: code).run() }
    if let ends = section(.groupEnds) { checkGroupEnds(ends) }
    checkTexts()
    for (number, count) in segment.summary.rowCounts.enumerated() {
      guard let ends = section(.rowEnds, number), let rows = section(.rows, number),
        var walk = RowWalk(ends: ends, contents: rows, count: count)
      else { continue }
      while !walk.isAtEnd { _ = walk.next() }
      walk.finish()
    }
  }

  /// A section; nil if there is none, which opening does not allow.
  private func section(_ kind: SectionKind, _ number: Int = 0) -> CheckedSection? {
    segment.sections.first { $0.kind == kind && $0.number == number }.flatMap(section)
  }

  private func section(_ entry: SectionTable.Entry) -> CheckedSection? {
    guard let bytes = try? segment.bytes(of: entry) else { return nil }
    return CheckedSection(entry, bytes: bytes, segment: number, list: list)
  }

  private func checkSchema(_ schema: CheckedSection) {
    let expected = segment.summary.encoded().count
    if expected != schema.bytes.count {
      schema.add(.space, at: expected, "\(schema.bytes.count) bytes for \(expected)")
    }
  }

  /// Compares the sum of the document lengths with the codes.
  private func checkLengths(_ section: CheckedSection) {
    let codes = (try? section.bytes.bytes(0, section.bytes.count)) ?? []
    let sum = codes.reduce(0) { $0 + Int(DocumentLength.value(ofCode: $1)) }
    let total = segment.summary.totalLength
    if total != sum { section.add(.number, at: 0, "lengths of \(total) in all, not of \(sum)") }
  }

  private func checkGroupEnds(_ section: CheckedSection) {
    var last: UInt64 = 0
    for index in 0..<segment.groupEnds.count {
      guard let end = try? segment.groupEnds[index] else { return }
      if end <= last {
        section.add(.order, at: segment.groupEnds.offset(of: index), "\(end) after \(last)")
      }
      last = max(last, end)
    }
    if last != UInt64(segment.documentCount) {
      section.add(.number, at: 0, "groups of \(last) of \(segment.documentCount) documents")
    }
  }

  private func checkTexts() {
    let count = segment.documentCount
    guard let textEnds = section(.textEnds), let texts = section(.texts),
      let differenceEnds = section(.differenceEnds), let differences = section(.differences),
      let searched = RowWalk(ends: textEnds, contents: texts, count: count),
      let originals = RowWalk(ends: differenceEnds, contents: differences, count: count)
    else { return }
    var check = TextsCheck(
      segment.texts, searched: searched, differences: originals, sections: (texts, differences))
    check.run()
  }
}
