extension FixedWidthInteger {
  /// The sum, or the nearest value that there is: sizes and times of files come from outside.
  func addingClamped(_ other: Self) -> Self {
    let (sum, isTooFar) = addingReportingOverflow(other)
    guard isTooFar else { return sum }
    return other < 0 ? .min : .max
  }

  /// The difference, or the nearest value that there is.
  func subtractingClamped(_ other: Self) -> Self {
    let (difference, isTooFar) = subtractingReportingOverflow(other)
    guard isTooFar else { return difference }
    return other < 0 ? .max : .min
  }
}
