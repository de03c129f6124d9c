/// The loop in which postings are scored: what most searches spend their time in.
///
/// The score of a posting is 1 + `weight · impact ÷ 2³²`, where the impact is looked up by the frequency and the byte that
/// stands for the document's length.
@safe struct ScoreKernel {
  private let weight: UInt64
  private let rows: ByteRows
  private let bytes: ByteRegion
  private let rareImpact: (_ frequency: UInt32, _ byte: UInt8) -> UInt32

  /// - Parameters:
  ///   - weight: What an impact of 2³² scores.
  ///   - rows: The impacts of the frequencies from 1 on.
  ///   - bytes: A byte for each document.
  ///   - rareImpact: The impacts of other frequencies.
  /// - Precondition: The number of rows is a power of two.
  init(
    weight: UInt32, rows: ByteRows, bytes: ByteRegion,
    rareImpact: @escaping (_ frequency: UInt32, _ byte: UInt8) -> UInt32
  ) {
    precondition(rows.count.nonzeroBitCount == 1, "\(rows.count) rows")
    self.weight = UInt64(weight)
    self.rows = rows
    self.bytes = bytes
    self.rareImpact = rareImpact
  }

  /// Scores the postings with `numbers`.
  ///
  /// - Parameters:
  ///   - numbers: Which of the postings.
  ///   - documents: Their documents, which ascend.
  ///   - frequencies: Their frequencies, which are not 0.
  ///   - scores: Where to put the scores.
  /// - Throws: ``IndexError/corrupted(section:offset:reason:)`` if there is no byte for the last document.
  @inline(never)
  func score(
    _ numbers: Range<Int>, of documents: BlockBuffer, _ frequencies: BlockBuffer,
    into scores: BlockBuffer
  ) throws(IndexError) {
    let scores = unsafe scores.values
    try forEachScore(numbers, of: documents, frequencies) { (number, _, added, isMore) in
      unsafe scores[number] = isMore ? scores[number] &+ added : added
    }
  }

  /// Calls `body` with the number, the document and the score of each of the postings with `numbers`.
  ///
  /// The score of a frequency that the table does not have is completed by a second call with `isMore`.
  @inline(__always)
  func forEachScore(
    _ numbers: Range<Int>, of documents: BlockBuffer, _ frequencies: BlockBuffer,
    _ body: (_ number: Int, _ document: UInt32, _ added: UInt32, _ isMore: Bool) -> Void
  ) throws(IndexError) {
    guard !numbers.isEmpty else { return }
    let bytes = try unsafe self.bytes.pointer(upTo: Int(documents[numbers.upperBound - 1]))
    let (documents, frequencies) = unsafe (documents.values, frequencies.values)
    let rows = unsafe self.rows.values
    let weight = weight
    let mask = UInt32(truncatingIfNeeded: self.rows.count &- 1)
    let start = max(numbers.lowerBound, 0)
    let end = min(numbers.upperBound, BitPacking.blockLength)
    var number = start
    // The bits of all rows together, of which those behind the last one show that there are such.
    var rowBits: UInt32 = 0
    while number < end {
      let row = unsafe frequencies[number] &- 1
      let document = unsafe documents[number]
      let byte = unsafe bytes[Int(truncatingIfNeeded: document)]
      rowBits |= row
      let place = Int(truncatingIfNeeded: (row & mask) &<< 8 | UInt32(byte))
      let product = unsafe weight &* UInt64(truncatingIfNeeded: rows[place])
      body(number, document, 1 &+ UInt32(truncatingIfNeeded: product &>> 32), false)
      number &+= 1
    }
    guard rowBits > mask else { return }
    for number in start..<end where unsafe frequencies[number] &- 1 > mask {
      let document = unsafe documents[number]
      let byte = unsafe bytes[Int(truncatingIfNeeded: document)]
      body(number, document, unsafe missingScore(frequencies[number], byte), true)
    }
  }

  /// What the score of a posting with a rare frequency is more than that of the row it was counted by.
  @inline(never)
  private func missingScore(_ frequency: UInt32, _ byte: UInt8) -> UInt32 {
    let row = Int(truncatingIfNeeded: frequency &- 1) & (rows.count - 1)
    let counted = score(impact: rows[row, byte])
    let whole = score(impact: rareImpact(frequency, byte))
    // A higher frequency has a higher impact.
    return whole &- min(counted, whole)
  }

  /// The score of a posting with `impact`.
  @inline(__always)
  func score(impact: UInt32) -> UInt32 {
    1 &+ UInt32(truncatingIfNeeded: (weight &* UInt64(impact)) &>> 32)
  }
}
