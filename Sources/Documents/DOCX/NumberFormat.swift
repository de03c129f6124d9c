/// How the numbers of a list are written (ISO/IEC 29500-1, 17.18.59).
enum NumberFormat {
  /// A number as `format` writes it; in digits where the format is not known or has no such number.
  static func string(_ number: Int, _ format: String) -> String {
    switch format {
    case "none", "bullet": ""
    case "decimalZero": number < 10 ? "0\(number)" : "\(number)"
    case "decimalFullWidth", "decimalFullWidth2": fullWidth(number)
    case "upperLetter": letters(number, from: "A")
    case "lowerLetter": letters(number, from: "a")
    case "upperRoman": roman(number)
    case "lowerRoman": roman(number).lowercased()
    case "chineseCounting", "taiwaneseCounting":
      number < 100 ? chinese(number, tens) : digits(number, "○一二三四五六七八九")
    case "chineseCountingThousand", "taiwaneseCountingThousand", "japaneseCounting":
      chinese(number, tens)
    case "chineseLegalSimplified": chinese(number, legal)
    case "ideographLegalTraditional", "japaneseLegal": chinese(number, traditionalLegal)
    case "ideographDigital", "japaneseDigitalTenThousand", "taiwaneseDigital":
      digits(number, "〇一二三四五六七八九")
    case "ideographTraditional": one(of: "甲乙丙丁戊己庚辛壬癸", number)
    case "ideographZodiac": one(of: "子丑寅卯辰巳午未申酉戌亥", number)
    case "ideographEnclosedCircle": one(of: "㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉", number)
    case "decimalEnclosedCircle", "decimalEnclosedCircleChinese":
      one(of: "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳", number)
    case "decimalEnclosedParen": one(of: "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇", number)
    case "decimalEnclosedFullstop": one(of: "⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛", number)
    default: "\(number)"
    }
  }

  private static func one(of characters: String, _ number: Int) -> String {
    let scalars = Array(characters.unicodeScalars)
    return scalars.indices.contains(number - 1) ? String(scalars[number - 1]) : "\(number)"
  }

  private static func digits(_ number: Int, _ characters: String) -> String {
    let scalars = Array(characters.unicodeScalars)
    return "\(number)".utf8.reduce(into: "") { result, digit in
      let value = Int(digit) - 0x30
      if scalars.indices.contains(value) { result.unicodeScalars.append(scalars[value]) }
    }
  }

  private static func fullWidth(_ number: Int) -> String { digits(number, "０１２３４５６７８９") }

  /// As a, b, up to z, then aa, bb.
  private static func letters(_ number: Int, from first: Unicode.Scalar) -> String {
    guard (1...260).contains(number),
      let letter = Unicode.Scalar(first.value + UInt32((number - 1) % 26))
    else { return "\(number)" }
    return String(repeating: String(letter), count: (number - 1) / 26 + 1)
  }

  private static func roman(_ number: Int) -> String {
    guard (1..<4_000).contains(number) else { return "\(number)" }
    let values: [(Int, String)] = [
      (1_000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"),
      (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ]
    var rest = number
    return values.reduce(into: "") { result, value in
      while rest >= value.0 {
        result += value.1
        rest -= value.0
      }
    }
  }

  /// Digits and the words for ten, hundred and thousand.
  private typealias Numerals = (digits: String, units: String)
  private static let tens: Numerals = ("零一二三四五六七八九", "十百千")
  private static let legal: Numerals = ("零壹贰叁肆伍陆柒捌玖", "拾佰仟")
  private static let traditionalLegal: Numerals = ("零壹貳參肆伍陸柒捌玖", "拾佰仟")

  /// 十, 十一, 二十, 一百零一.
  private static func chinese(_ number: Int, _ numerals: Numerals) -> String {
    guard (1..<10_000).contains(number) else { return "\(number)" }
    let names = Array(numerals.digits.unicodeScalars)
    let units = Array(numerals.units.unicodeScalars)
    let values = "\(number)".utf8.map { Int($0) - 0x30 }
    var result = ""
    var isZeroPending = false
    for (index, value) in values.enumerated() {
      let unit = values.count - index - 1
      guard value > 0 else {
        isZeroPending = true
        continue
      }
      if isZeroPending { result.unicodeScalars.append(names[0]) }
      isZeroPending = false
      // Ten is 十 and not 一十.
      if !(value == 1 && unit == 1 && index == 0) { result.unicodeScalars.append(names[value]) }
      if unit > 0 { result.unicodeScalars.append(units[unit - 1]) }
    }
    return result
  }
}
