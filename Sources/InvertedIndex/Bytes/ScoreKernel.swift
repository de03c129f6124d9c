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
  init(
    weight: UInt32, rows: ByteRows, bytes: ByteRegion,
    rareImpact: @escaping (_ frequency: UInt32, _ byte: UInt8) -> UInt32
  ) {
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
  func score(
    _ numbers: Range<Int>, of documents: BlockBuffer, _ frequencies: BlockBuffer,
    into scores: BlockBuffer
  ) throws(IndexError) {
    guard !numbers.isEmpty else { return }
    let bytes = try unsafe self.bytes.pointer(upTo: Int(documents[numbers.upperBound - 1]))
    let (documents, frequencies) = unsafe (documents.values, frequencies.values)
    let (rows, scores) = unsafe (self.rows.values, scores.values)
    let weight = weight
    let rowCount = UInt32(truncatingIfNeeded: self.rows.count)
    let end = min(numbers.upperBound, BitPacking.blockLength)
    var number = max(numbers.lowerBound, 0)
    var highest: UInt32 = 0
    while number < end {
      let row = unsafe frequencies[number] &- 1
      let byte = unsafe bytes[Int(truncatingIfNeeded: documents[number])]
      highest = max(highest, row)
      let place = Int(truncatingIfNeeded: min(row, rowCount &- 1) &<< 8 | UInt32(byte))
      let product = unsafe weight &* UInt64(truncatingIfNeeded: rows[place])
      unsafe scores[number] = 1 &+ UInt32(truncatingIfNeeded: product &>> 32)
      number &+= 1
    }
    guard highest >= rowCount else { return }
    for number in numbers {
      let frequency = unsafe frequencies[number]
      guard frequency > rowCount else { continue }
      let impact = unsafe rareImpact(frequency, bytes[Int(documents[number])])
      unsafe scores[number] = score(impact: impact)
    }
  }

  /// The score of a posting with `impact`.
  @inline(__always)
  func score(impact: UInt32) -> UInt32 {
    1 &+ UInt32(truncatingIfNeeded: (weight &* UInt64(impact)) &>> 32)
  }
}
