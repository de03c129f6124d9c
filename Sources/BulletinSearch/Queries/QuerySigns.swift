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

  /// Whether a quotation mark is of those that Chinese texts have.
  static func isChineseQuote(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "“" || scalar == "「" || scalar == "『"
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
  static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
    isLetter(scalar) || scalar.properties.numericType != nil
  }

  /// The text with each of its signs in all of the forms that count as one, the same in all places; as it
  /// was typed first.
  ///
  /// If there would be too many, its signs are all ASCII or all full-width.
  static func writings(of text: String) -> [String] {
    var writings = [text]
    for group in forms where text.unicodeScalars.contains(where: group.contains) {
      guard writings.count * group.count <= maximumWritingCount else {
        return [text]
          + [{ $0 }, fullWidth].map { form in
            replacing(text) { sign in
              forms.first { $0.contains(sign) }?.first.map(form) ?? sign
            }
          }
      }
      writings = writings.flatMap { writing in
        [writing]
          + group.map { form in replacing(writing) { group.contains($0) ? form : $0 } }
          .filter { $0 != writing }
      }
    }
    return writings
  }

  private static let maximumWritingCount = 24

  private static func replacing(
    _ text: String, _ form: (Unicode.Scalar) -> Unicode.Scalar
  ) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.map(form)))
  }

  private static func fullWidth(_ sign: Unicode.Scalar) -> Unicode.Scalar {
    Unicode.Scalar(sign.value + 0xFEE0) ?? sign
  }

  /// The signs of ASCII with their other forms: the full-width one, and of some what printers use.
  private static let forms: [[Unicode.Scalar]] =
    [["-", "－", "−", "–"], ["\"", "＂", "“", "”"], ["'", "＇", "‘", "’"], ["~", "～", "〜"]]
    + "!#$%&()*+,./:;<=>?@[\\]^_`{|}".unicodeScalars.map { [$0, fullWidth($0)] }
}
