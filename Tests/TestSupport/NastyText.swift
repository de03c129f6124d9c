/// Random texts out of everything that makes places in a text hard to count.
public enum NastyText {
  /// Han, traditional and full-width forms, marks that combine, emoji of several scalars, flags,
  /// characters that fold to several, line ends of all systems, wide spaces and punctuation.
  static let parts = [
    "水", "厂", "水厂", "基", "站", "5G", "基站", "水", "疫", "情", "東", "東渡", "廠", "裡", "５", "Ｇ", "ａ", "ｶﾞ",
    "e\u{301}", "a\u{308}\u{323}", "水\u{301}", "\u{301}", "👍", "👍🏽", "👩‍🌾", "❤️", "1️⃣", "🇨🇳", "🇫🇷",
    "🇨", "㎏", "ﬁ", "…", "㈱", "ﷺ", "½", "k", "g", "f", "i", "ss", "ß", "한",
    "\u{1112}\u{1161}\u{11AB}",
    "क्षि", "\r\n", "\n", "\r", " ", "\u{3000}", "\t", "\u{200D}", "\u{FEFF}", "\u{AD}", "。", "，", "！",
    "？", "、",
    "“", "”", "（", "）", ".", "-", "+", "𠮷", "〰", "ー",
  ]

  /// A text of `count` parts.
  public static func text(_ count: Int, using random: inout SeededGenerator) -> String {
    (0..<count).map { _ in parts[Int.random(in: 0..<parts.count, using: &random)] }.joined()
  }
}
