import TestSupport
import Testing

@testable import Bulletins

struct ChineseNumeralTests {
  @Test(arguments: [
    ("8", 8), ("08", 8), ("４２", 42), ("五", 5), ("十", 10), ("十四", 14), ("二十", 20),
    ("二十三", 23), ("九十二", 92), ("一百", 100), ("一百零五", 105), ("一百〇五", 105),
    ("一百一十", 110), ("一千二百六十八", 1268), ("廿三", 23), ("卅", 30), ("卅一", 31),
    ("二〇二二", 2022), ("二○二二", 2022), ("二零二二", 2022), ("二0二二", 2022), ("二O二二", 2022),
    ("一九六三", 1963), ("２０２２", 2022),
  ])
  func `a numeral has its value`(text: String, value: Int) {
    #expect(ChineseNumeral.value(of: text) == value)
  }

  @Test(arguments: ["", "O", "OO", "期", "二期", "十百", "一百五", "二二十", "5G", "-1", "1234567890123"])
  func `anything else is no numeral`(text: String) {
    #expect(ChineseNumeral.value(of: text) == nil)
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `a number written in Chinese is read back`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<50 {
      let number = Int.random(in: 1...9999, using: &random)
      #expect(ChineseNumeral.value(of: Self.written(number)) == number)
    }
  }

  /// By size as a school book does it: 1005 is 一千零五.
  private static func written(_ number: Int) -> String {
    let digits = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
    var text = ""
    var isGap = false
    for (size, name) in [(1000, "千"), (100, "百"), (10, "十"), (1, "")] {
      let digit = number / size % 10
      if digit == 0 {
        isGap = !text.isEmpty
      } else {
        text += (isGap ? "零" : "") + digits[digit] + name
        isGap = false
      }
    }
    return text
  }
}
