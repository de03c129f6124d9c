/// Looks through lists of postings.
struct PostingsCheck {
  let section: CheckedSection
  /// The length codes of all documents.
  let lengthCodes: [UInt8]

  /// Decodes the list of `info`, which has `byteCount` bytes from `start` of the section on.
  func check(_ info: TermInfo, _ start: Int, _ byteCount: Int) {
    do {
      let list = try section.bytes.slice(start, byteCount)
      let layout = PostingsLayout(
        documentFrequency: info.documentFrequency, byteCount: byteCount)
      guard byteCount > 0, layout.blocksOffset <= byteCount else {
        section.add(
          .number, at: start, "\(byteCount) bytes for \(info.documentFrequency) postings")
        return
      }
      let cursor = try PostingsCursor(
        info, in: section.bytes, documentCount: lengthCodes.count)
      var end = 0
      for block in 0..<layout.blockCount {
        try cursor.read(block: block)
        try checkPostings(cursor, at: start)
        let stated = try layout.end(ofBlock: block, in: list)
        let found =
          try layout.block(block, in: list, at: layout.blocksOffset + end)
          .ends(in: list).block - layout.blocksOffset
        if stated != found {
          section.add(
            .order, at: start + layout.endsOffset + block * layout.endWidth,
            "block \(block) ends at byte \(stated), not \(found)")
        }
        end = stated
      }
      try checkTail(cursor, list, layout, from: layout.blocksOffset + end, at: start)
    } catch {
      section.add(error, from: start)
    }
  }

  private func checkTail(
    _ cursor: PostingsCursor, _ list: ByteRegion, _ layout: PostingsLayout, from offset: Int,
    at start: Int
  ) throws(IndexError) {
    guard layout.tailCount > 0 else {
      if offset != list.count {
        section.add(.space, at: start + offset, "\(list.count - offset) bytes of no posting")
      }
      return
    }
    try cursor.read(block: layout.blockCount)
    try checkPostings(cursor, at: start)
    // The code has one form for each list, so that nothing else is in its bytes if it is that.
    var documents: [UInt32] = []
    var frequencies: [UInt32] = []
    for number in 0..<layout.tailCount {
      documents.append(cursor.contents.documents[number])
      frequencies.append(cursor.contents.frequencies[number])
    }
    var previous: Int64 = -1
    if layout.blockCount > 0 {
      previous = Int64(
        try layout.lastDocument(ofBlock: layout.blockCount - 1, in: list))
    }
    var writer = BitWriter()
    PostingsTail.append(
      documents: documents.span, frequencies: frequencies.span, after: previous,
      documentCount: lengthCodes.count, to: &writer)
    let bytes = try list.bytes(offset, list.count - offset)
    if bytes != writer.bytes.bytes {
      section.add(
        .space, at: start + offset,
        "\(bytes.count) bytes that are not those of the last \(layout.tailCount) postings")
    }
  }

  /// Looks at the postings of the block that `cursor` stands in, whose list begins at `start`.
  private func checkPostings(_ cursor: PostingsCursor, at start: Int) throws(IndexError) {
    let numbers = try cursor.loadBlock()
    let codes = lengthCodes.span
    var actual = PostingsBound.none
    var previous: Int64 = -1
    for number in numbers {
      let document = cursor.contents.documents[number]
      let frequency = cursor.contents.frequencies[number]
      guard document < codes.count, Int64(document) > previous else {
        section.add(.order, at: start, "document \(document) after \(previous)")
        return
      }
      previous = Int64(document)
      if frequency == 0 {
        section.add(.number, at: start, "a frequency of 0 in document \(document)")
      }
      actual.add(frequency: frequency, lengthCode: codes[Int(document)])
    }
    let stated = try cursor.bound(ofBlock: cursor.block).bound
    if !stated.covers(actual) {
      section.add(
        .bound, at: start + cursor.layout.boundsOffset + cursor.block * PostingsBound.byteCount,
        "the bound of block \(cursor.block) does not hold for all of its postings")
    }
  }
}

extension PostingsBound {
  /// Whether what `other` bounds is bounded by this too.
  func covers(_ other: PostingsBound) -> Bool {
    lengths == pointwiseMin(lengths, other.lengths) && largestFrequency >= other.largestFrequency
  }
}
