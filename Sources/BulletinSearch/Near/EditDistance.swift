/// The number of edits between two short texts: a character replaced, left out, put in, or swapped with
/// its neighbour, no character twice (optimal string alignment).
package enum EditDistance {
  /// The distance, if it is at most `limit`; nil if it is more.
  ///
  /// - Complexity: O(*n* · `limit`) in the length of the texts.
  package static func between(
    _ left: some RandomAccessCollection<UInt32>, _ right: [UInt32], limit: Int
  )
    -> Int?
  {
    guard abs(left.count - right.count) <= limit else { return nil }
    let left = Array(left)
    // Further from the diagonal than the limit, all is above it.
    let beyond = limit + 1
    var before: [Int] = []
    var last = (0...right.count).map { min($0, beyond) }
    for row in 0..<left.count {
      var current = [Int](repeating: beyond, count: right.count + 1)
      current[0] = min(row + 1, beyond)
      let columns = max(row - limit, 0)..<min(row + limit + 1, right.count)
      for column in columns {
        var distance = last[column] + (left[row] == right[column] ? 0 : 1)
        distance = min(distance, last[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          distance = min(distance, before[column - 1] + 1)
        }
        current[column + 1] = min(distance, beyond)
      }
      before = last
      last = current
    }
    return last[right.count] <= limit ? last[right.count] : nil
  }
}
