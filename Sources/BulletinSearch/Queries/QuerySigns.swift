/// The signs of the query language.
///
/// They are scalars and not characters, so that a sign is one whatever combining mark follows it.
enum QuerySigns {
  /// Quotation marks, those first that are written best.
  static let quotes: [(opening: Unicode.Scalar, closing: Unicode.Scalar)] = [
    ("\"", "\""), ("“", "”"), ("「", "」"), ("『", "』"), ("＂", "＂"),
  ]
  static let ors: Set<String> = ["OR", "或", "ＯＲ"]
  static let nots: Set<String> = ["NOT", "非", "ＮＯＴ"]

  static func closingQuote(of opening: Unicode.Scalar) -> Unicode.Scalar? {
    quotes.first { $0.opening == opening }?.closing
  }

  static func isOpening(_ scalar: Unicode.Scalar) -> Bool { scalar == "(" || scalar == "（" }
  static func isClosing(_ scalar: Unicode.Scalar) -> Bool { scalar == ")" || scalar == "）" }
  static func isBar(_ scalar: Unicode.Scalar) -> Bool { scalar == "|" || scalar == "｜" }
  static func isMinus(_ scalar: Unicode.Scalar) -> Bool { scalar == "-" || scalar == "－" }
  static func isStar(_ scalar: Unicode.Scalar) -> Bool { scalar == "*" || scalar == "＊" }
  static func isCaret(_ scalar: Unicode.Scalar) -> Bool { scalar == "^" || scalar == "＾" }
  static func isColon(_ scalar: Unicode.Scalar) -> Bool { scalar == ":" || scalar == "：" }
  static func isTilde(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "~" || scalar == "～" || scalar == "〜"
  }

  static func isSpace(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isWhitespace }
  static func isLetter(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isAlphabetic }
}
