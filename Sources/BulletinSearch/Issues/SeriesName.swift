internal import Bulletins

/// The name of a bulletin without the time of an issue.
enum SeriesName {
  /// A name without dates and numbers at its ends: 茶讯 of `茶讯 - 2026-02-15 0930` and of `2023年4月的茶讯`.
  ///
  /// Digits within a name and digits that letters stand beside (5G简讯, RISC-V 32) belong to it unless they look
  /// like a date. A name that is nothing else stays.
  static func core(_ name: String) -> String {
    let scalars = Array(name.unicodeScalars)
    let folded = scalars.map(LineFolding.fold)
    var lower = 0
    var upper = scalars.count
    let front = timeLength(folded[...])
    if front > 0 {
      lower = front
      if lower < upper, folded[lower] == "的" { lower += 1 }
    }
    let back = timeLength(folded[lower...].reversed()[...])
    upper -= back
    while lower < upper, isMark(folded[lower]) { lower += 1 }
    while lower < upper, isMark(folded[upper - 1]) { upper -= 1 }
    guard upper - lower >= fewestCharacters else { return name }
    guard lower > 0 || upper < scalars.count else { return name }
    return String(String.UnicodeScalarView(scalars[lower..<upper]))
  }

  /// How many of the first scalars say a time: digits with the words and marks of dates between them.
  ///
  /// Digits alone are only one if a mark or a blank divides them from the name.
  private static func timeLength(_ scalars: ArraySlice<Unicode.Scalar>) -> Int {
    var length = 0
    var digitCount = 0
    var hasUnit = false
    var endsAtMark = false
    for scalar in scalars {
      if isDigit(scalar) {
        digitCount += 1
        endsAtMark = false
      } else if units.contains(scalar) {
        hasUnit = hasUnit || scalar == "年" || scalar == "月" || scalar == "期"
        endsAtMark = false
      } else if isMark(scalar) {
        endsAtMark = true
      } else {
        break
      }
      length += 1
    }
    guard digitCount > 0, hasUnit || digitCount >= 4 || endsAtMark else { return 0 }
    return length
  }

  /// 刊 of 三月刊 is no name.
  private static let fewestCharacters = 2
  private static let units = Set("年月日号期第总周时分星".unicodeScalars)

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    ("0"..."9").contains(scalar) || "〇○一二三四五六七八九十零".unicodeScalars.contains(scalar)
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    " -–—~/.,:·|()[]#_".unicodeScalars.contains(scalar)
  }
}
