/// An array of integers in a section, all with the number of bytes that the largest one needs.
///
///     uint8    bytes an integer, 1 to 8, or 0 if all are zero and at most 2²⁴
///     integers, one after another
///
/// Any element is read by its number, without reading the others.
struct PackedIntegers: Sendable {
  private let region: ByteRegion
  private let width: Int
  let count: Int

  /// How many zeros may take no bytes, so that few bytes are never a great many integers.
  private static let zeroCountLimit = Limits.segmentDocumentCount

  /// - Throws: ``IndexError/corrupted(section:offset:reason:)`` if the section does not hold exactly
  ///   `count` integers.
  init(_ region: ByteRegion, count: Int) throws(IndexError) {
    width = Int(try region.uint8(at: 0))
    guard (0...8).contains(width), (region.count - 1) == count * width,
      width > 0 || count <= Self.zeroCountLimit
    else {
      throw region.damage(at: 0, "\(region.count) bytes cannot hold \(count) integers")
    }
    self.region = region
    self.count = count
  }

  subscript(index: Int) -> UInt64 {
    get throws(IndexError) {
      guard index < count else { throw region.damage(at: 0, "integer \(index) of \(count)") }
      return try region.integer(at: offset(of: index), width: width)
    }
  }

  /// Where integer `index` begins in the section.
  func offset(of index: Int) -> Int { 1 + index * width }

  /// The first of ascending integers that is `value` or more; the number of all if there is none.
  func firstIndex(reaching value: UInt64) throws(IndexError) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if try self[middle] >= value { high = middle } else { low = middle + 1 }
    }
    return low
  }

  static func encode(_ values: [UInt64]) -> [UInt8] {
    encode(values, largest: values.max() ?? 0)
  }

  /// The sums of `lengths` up to each of them, which say where each row of some ends.
  static func encode(endsOf lengths: [UInt32]) -> [UInt8] {
    var end: UInt64 = 0
    let ends = lengths.lazy.map { length in
      end += UInt64(length)
      return end
    }
    return encode(ends, largest: lengths.reduce(0) { $0 + UInt64($1) })
  }

  private static func encode(_ values: some Collection<UInt64>, largest: UInt64) -> [UInt8] {
    let bits = UInt64.bitWidth - largest.leadingZeroBitCount
    let width = max((bits + 7) / 8, values.count > zeroCountLimit ? 1 : 0)
    var writer = ByteWriter()
    writer.append(UInt8(width))
    for value in values { writer.append(value, width: width) }
    return writer.bytes
  }
}
