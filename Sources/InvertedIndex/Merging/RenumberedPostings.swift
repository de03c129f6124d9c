/// Reads the postings of a segment with the numbers that its documents have in another one.
struct RenumberedPostings {
  private let postings: ByteRegion
  /// The new number of each document.
  private let numbers: [UInt32]
  /// What one block after another is read in.
  private let contents = BlockContents()

  /// - Parameters:
  ///   - segment: The segment.
  ///   - numbers: The new number of each of its documents, ``MergePlan/dropped`` for those that have none.
  init(_ segment: Segment, numbers: [UInt32]) {
    postings = segment.postings
    self.numbers = numbers
  }

  /// Appends the postings of a term, without those of documents that are dropped.
  ///
  /// - Throws: ``IndexError/corrupted(section:offset:reason:)`` if the postings are damaged.
  func append(_ info: TermInfo, to documents: inout [UInt32], _ frequencies: inout [UInt32])
    throws(IndexError)
  {
    switch info.postings {
    case .single(let document, let frequency):
      guard document < numbers.count, frequency > 0 else {
        throw postings.damage(at: 0, "document \(document) of \(numbers.count)")
      }
      let number = numbers[Int(document)]
      guard number != MergePlan.dropped else { return }
      documents.append(number)
      frequencies.append(frequency)
    case .list(let offset, let byteCount):
      let list = try postings.slice(offset, byteCount)
      let layout = PostingsLayout(
        documentFrequency: info.documentFrequency, byteCount: byteCount)
      try append(list, layout, to: &documents, &frequencies)
    }
  }

  private func append(
    _ list: ByteRegion, _ layout: PostingsLayout, to documents: inout [UInt32],
    _ frequencies: inout [UInt32]
  ) throws(IndexError) {
    guard layout.blocksOffset <= list.count else {
      throw list.damage(at: 0, "the list is too short for its \(layout.blockCount) blocks")
    }
    for block in 0..<layout.readCount {
      _ = try contents.read(
        block: block, of: list, layout, documentCount: UInt32(numbers.count))
      try contents.loadDocuments(of: list, at: 0)
      try appendContents(of: list, to: &documents, &frequencies)
    }
  }

  /// Appends the postings of the block that was read.
  private func appendContents(
    of list: ByteRegion, to documents: inout [UInt32], _ frequencies: inout [UInt32]
  ) throws(IndexError) {
    try contents.loadFrequencies(of: list)
    let count = contents.count
    let numbers = numbers.span
    var hasZero = false
    documents.makeRoom(for: count)
    frequencies.makeRoom(for: count)
    documents.append(addingCapacity: count) { documents in
      frequencies.append(addingCapacity: count) { frequencies in
        for index in 0..<count {
          let number = numbers[Int(contents.documents[index])]
          guard number != MergePlan.dropped else { continue }
          documents.append(number)
          let frequency = contents.frequencies[index]
          frequencies.append(frequency)
          hasZero = hasZero || frequency == 0
        }
      }
    }
    guard !hasZero else { throw list.damage(at: 0, "a frequency of zero") }
  }
}
