/// An array of byte strings: their contents one after another in one section, and where each ends
/// in another one.
struct StoredRows: Sendable {
  private let ends: PackedIntegers
  private let contents: ByteRegion

  var count: Int { ends.count }

  init(ends: PackedIntegers, contents: ByteRegion) {
    self.ends = ends
    self.contents = contents
  }

  /// Where the bytes of row `index` are in the contents.
  func range(of index: Int) throws(IndexError) -> Range<Int> {
    let start = index == 0 ? 0 : try ends[index - 1]
    let end = try ends[index]
    guard start <= end, end <= UInt64(contents.count) else {
      throw contents.damage(at: 0, "row \(index) is outside")
    }
    return Int(start)..<Int(end)
  }

  /// The bytes of row `index`.
  subscript(index: Int) -> ByteRegion {
    get throws(IndexError) {
      let range = try range(of: index)
      return try contents.slice(range.lowerBound, range.count)
    }
  }

  /// Appends how many bytes each row of `rows` has to `lengths`.
  ///
  /// - Returns: The bytes of all of them.
  func append(lengthsOf rows: Range<Int>, to lengths: inout [UInt32]) throws(IndexError)
    -> ByteRegion
  {
    let first = rows.lowerBound == 0 ? 0 : try ends[rows.lowerBound - 1]
    var start = first
    for row in rows {
      let end = try ends[row]
      guard start <= end, end <= UInt64(contents.count), end - start <= UInt64(UInt32.max) else {
        throw contents.damage(at: 0, "row \(row) is outside")
      }
      lengths.append(UInt32(end - start))
      start = end
    }
    return try contents.slice(Int(clamping: first), Int(clamping: start - first))
  }
}
