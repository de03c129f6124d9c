/// The numerals of issue numbers and dates: 42, ４２, 四十二, 二〇二二, 二0二二, 廿三.
enum ChineseNumeral {
  /// The value of a string that is a numeral and nothing else.
  ///
  /// Digits alone are read by place (二〇二二), with 十 百 千 by size (一百零五). Numerals of more than
  /// twelve characters are none.
  static func value(of text: some StringProtocol) -> Int? {
    guard !text.isEmpty, text.utf8.count <= maximumByteCount else { return nil }
    var signs: [Sign] = []
    var isProper = false
    for scalar in text.unicodeScalars {
      guard let sign = sign(for: LineFolding.fold(scalar)) else { return nil }
      // The letter O is a zero among digits only.
      isProper = isProper || !(scalar.properties.isAlphabetic && sign == .digit(0))
      signs.append(sign)
      guard signs.count <= maximumLength else { return nil }
    }
    guard isProper else { return nil }
    return placeValue(of: signs) ?? sizeValue(of: signs)
  }

  static func isPart(_ scalar: Unicode.Scalar) -> Bool {
    sign(for: LineFolding.fold(scalar)) != nil
  }

  private static let maximumLength = 12
  /// Four bytes are the most that a scalar takes.
  private static let maximumByteCount = maximumLength * 4

  private enum Sign: Equatable {
    case digit(Int)
    /// 十 百 千
    case size(Int)
    /// 廿 卅 卌
    case tens(Int)
  }

  private static func sign(for scalar: Unicode.Scalar) -> Sign? {
    switch scalar {
    case "0"..."9": .digit(Int(scalar.value) - 0x30)
    case "〇", "○", "◯", "零", "O", "o": .digit(0)
    case "一": .digit(1)
    case "二", "两": .digit(2)
    case "三": .digit(3)
    case "四": .digit(4)
    case "五": .digit(5)
    case "六": .digit(6)
    case "七": .digit(7)
    case "八": .digit(8)
    case "九": .digit(9)
    case "十": .size(10)
    case "百": .size(100)
    case "千": .size(1000)
    case "廿": .tens(20)
    case "卅": .tens(30)
    case "卌": .tens(40)
    default: nil
    }
  }

  private static func placeValue(of signs: [Sign]) -> Int? {
    var value = 0
    for sign in signs {
      guard case .digit(let digit) = sign else { return nil }
      value = value * 10 + digit
    }
    return value
  }

  private static func sizeValue(of signs: [Sign]) -> Int? {
    var value = 0
    var digit: Int?
    var lastSize = Int.max
    var hasGap = false
    for sign in signs {
      switch sign {
      case .digit(0):
        guard digit == nil, lastSize != Int.max else { return nil }
        hasGap = true
      case .digit(let next):
        guard digit == nil else { return nil }
        digit = next
      case .size(let size):
        guard size < lastSize else { return nil }
        value += (digit ?? 1) * size
        (digit, lastSize, hasGap) = (nil, size, false)
      case .tens(let tens):
        guard digit == nil, lastSize > 10 else { return nil }
        value += tens
        (lastSize, hasGap) = (10, false)
      }
    }
    // 一百五 may be 105 or 150: not a number that a masthead prints.
    if digit != nil, lastSize > 10, !hasGap { return nil }
    return value + (digit ?? 0)
  }
}
