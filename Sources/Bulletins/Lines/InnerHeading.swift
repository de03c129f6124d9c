/// The numbered headings inside an article, in the order of GB/T 9704.
enum InnerHeading {
  /// The level, from 1 for 一、 to 5 for ①, or nil if the line does not begin with such a number
  /// and some words after it.
  ///
  /// The levels are 一、 （一） 1. （1） ①; `#` and `*` before the number do not matter.
  static func level(of line: Substring) -> Int? {
    var scanner = LineScanner(line)
    scanner.skip { $0 == " " || $0 == "#" || $0 == "*" }
    guard let level = scanner.takeInnerNumber() else { return nil }
    scanner.skip { $0 == " " || $0 == "*" }
    return scanner.isAtEnd ? nil : level
  }

  /// The line without such a number: 1.水库开工 is 水库开工.
  static func withoutNumber(_ line: Substring) -> Substring {
    var scanner = LineScanner(line)
    scanner.skip { $0 == " " || $0 == "#" || $0 == "*" }
    guard scanner.takeInnerNumber() != nil else { return line }
    return scanner.remainder
  }
}

extension LineScanner {
  fileprivate mutating func takeInnerNumber() -> Int? {
    guard let first = next else { return nil }
    if ("\u{2460}"..."\u{2473}").contains(first) {
      advance()
      return 5
    }
    let isBracketed = take("(")
    guard let (isArabic, count) = takeShortNumeral() else { return nil }
    if isBracketed {
      guard take(")") else { return nil }
      return isArabic ? 4 : 2
    }
    guard let mark = next, mark == "、" || mark == ".", count <= 3 else { return nil }
    advance()
    // 1.5 is a decimal, 1.1 a heading of another style: neither is the level of 1.
    if mark == ".", isArabic, let following = next, ("0"..."9").contains(following) { return nil }
    return isArabic ? 3 : 1
  }

  /// Takes a numeral below a hundred: whether in Arabic digits, and of how many signs.
  private mutating func takeShortNumeral() -> (isArabic: Bool, count: Int)? {
    guard let first = next else { return nil }
    let isArabic = ("0"..."9").contains(first)
    let run = take { isArabic ? ("0"..."9").contains($0) : ChineseNumeral.isPart($0) }
    guard let value = ChineseNumeral.value(of: run), (1..<100).contains(value) else { return nil }
    return (isArabic, run.unicodeScalars.count)
  }
}
