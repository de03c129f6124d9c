extension Array {
  /// The index of the first element of `range` that satisfies `predicate`, where no element after it
  /// fails it; the end of the range if there is none.
  ///
  /// - Complexity: O(log *n*)
  package func firstIndex(in range: Range<Int>, where predicate: (Element) throws -> Bool) rethrows
    -> Int
  {
    var low = range.lowerBound
    var high = range.upperBound
    while low < high {
      let middle = (low + high) / 2
      if try predicate(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
