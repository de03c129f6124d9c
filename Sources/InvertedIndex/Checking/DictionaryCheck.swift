/// Looks through the terms of a segment, and through the postings of each.
struct DictionaryCheck {
  let terms: TermDictionary
  let heads: CheckedSection
  let blocks: CheckedSection
  let postings: PostingsCheck

  /// What is known before a block is read.
  private struct State {
    /// Where the block should begin; nil if the one before could not be read.
    var blockStart: Int? = 0
    /// Where the next list of postings should begin; nil as well.
    var postingsStart: Int? = 0
    /// No list before this place is read again.
    var postingsFloor = 0
    var term: [UInt8] = []
  }

  func run() {
    var state = State()
    for block in 0..<terms.blockCount {
      do {
        try check(block, &state)
      } catch {
        blocks.add(error)
        state.blockStart = nil
        state.postingsStart = nil
      }
    }
    if let start = state.blockStart, start != blocks.bytes.count {
      blocks.add(.space, at: start, "\(blocks.bytes.count - start) bytes that belong to no term")
    }
    let postings = postings.section
    if let start = state.postingsStart, start != postings.bytes.count {
      postings.add(.space, at: start, "\(postings.bytes.count - start) bytes of no term")
    }
  }

  private func check(_ block: Int, _ state: inout State) throws(IndexError) {
    let place = terms.blockCount * 8 + block * 4
    let start = Int(try heads.bytes.uint32(at: place))
    if let expected = state.blockStart, start != expected {
      heads.add(.order, at: place, "block \(block) begins at byte \(start), not \(expected)")
    }
    var scanner = try TermScanner(terms, ofBlock: block)
    var isFirst = true
    var term: [UInt8] = []
    while try scanner.next(inAnyOrder: true) {
      scanner.copyTerm(to: &term)
      if isFirst {
        let found = scanner.firstPostingsOffset
        if let expected = state.postingsStart, found != expected {
          blocks.add(
            .order, at: start,
            "the postings of block \(block) begin at byte \(found), not \(expected)")
        }
        try checkHead(block, term)
      }
      isFirst = false
      if !state.term.lexicographicallyPrecedes(term) {
        blocks.add(.order, at: scanner.termOffset, "a term that is not behind the one before")
      }
      swap(&state.term, &term)
      check(scanner.info, at: scanner.termOffset, &state)
    }
    state.blockStart = scanner.offset
    state.postingsStart = scanner.postingsOffset
  }

  private func checkHead(_ block: Int, _ term: [UInt8]) throws(IndexError) {
    if try heads.bytes.uint64(at: block * 8) != Term.prefix(of: term) {
      heads.add(
        .order, at: block * 8, "the head of block \(block) is not that of its first term")
    }
  }

  private func check(_ info: TermInfo, at offset: Int, _ state: inout State) {
    let documentCount = postings.lengthCodes.count
    guard (1...max(documentCount, 1)).contains(info.documentFrequency) else {
      blocks.add(.number, at: offset, "\(info.documentFrequency) documents of \(documentCount)")
      return
    }
    switch info.postings {
    case .single(let document, let frequency):
      if document >= documentCount {
        blocks.add(.number, at: offset, "document \(document) of \(documentCount)")
      }
      if frequency == 0 { blocks.add(.number, at: offset, "a frequency of 0") }
    case .list(let start, let byteCount):
      // Where lists overlap, which has been said, none is read twice.
      guard start >= state.postingsFloor else { return }
      state.postingsFloor = start + byteCount
      postings.check(info, start, byteCount)
    }
  }
}
