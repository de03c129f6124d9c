/// Cuts texts into sentences with ICU's iterator (Unicode Standard Annex #29).
///
/// Use one a thread.
public final class SentenceSegmenter {
  /// Opened when sentences are first asked for, since many searches need none.
  private var iterator: SentenceIterator?
  private var units: [UInt16] = []

  public init() {}

  /// Where the sentences of a part of a text end, as offsets in the whole, in order.
  ///
  /// White space after a sentence belongs to it. The last end is that of the part.
  ///
  /// - Precondition: `range` is within `utf8`, and shorter than 2 GiB.
  public func ends(of utf8: [UInt8], in range: Range<Int>) -> [Int] {
    units.removeAll(keepingCapacity: true)
    let bytes = utf8.span
    var offset = range.lowerBound
    while offset < range.upperBound {
      let scalar = UTF8Scalar(in: bytes, at: offset)
      units.appendUTF16(scalar.value)
      offset = scalar.end
    }
    var unitEnds: [Int] = []
    openIterator().forEachEnd(of: units) { unitEnds.append($0) }
    var ends: [Int] = []
    offset = range.lowerBound
    var unit = 0
    for unitEnd in unitEnds.dropLast() {
      while unit < unitEnd {
        let scalar = UTF8Scalar(in: bytes, at: offset)
        unit += scalar.value < firstSupplementary ? 1 : 2
        offset = scalar.end
      }
      ends.append(offset)
    }
    return ends + [range.upperBound]
  }

  private func openIterator() -> SentenceIterator {
    if let iterator { return iterator }
    let opened = SentenceIterator()
    iterator = opened
    return opened
  }
}
