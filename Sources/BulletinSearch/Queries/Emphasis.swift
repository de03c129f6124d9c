/// Quotation marks within a sentence.
///
/// Who pastes 什么是“数字哨兵”系统 wants what every other question gets; the marks are part of its text. They ask for
/// what is in them, and nothing less, if they stand by themselves: “数字哨兵” 系统. ASCII marks always do.
enum Emphasis {
  /// The texts in Chinese quotation marks that stand next to a letter, a digit or a Chinese character, and nowhere
  /// by themselves.
  static func texts(in query: String) -> Set<String> {
    let scalars = Array(query.unicodeScalars)
    var emphasised: Set<String> = []
    var quoted: Set<String> = []
    var start = 0
    while start < scalars.count {
      guard QuerySigns.isChineseQuote(scalars[start]),
        let closing = QuerySigns.closingQuote(of: scalars[start]),
        let end = scalars[(start + 1)...].firstIndex(of: closing)
      else {
        start += 1
        continue
      }
      let neighbours = [start - 1, end + 1].filter(scalars.indices.contains)
      let text = String(String.UnicodeScalarView(scalars[(start + 1)..<end]))
      if neighbours.contains(where: { QuerySigns.isLetterOrDigit(scalars[$0]) }) {
        emphasised.insert(text)
      } else {
        quoted.insert(text)
      }
      start = end + 1
    }
    return emphasised.subtracting(quoted)
  }
}
