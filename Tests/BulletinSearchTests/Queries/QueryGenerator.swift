import TestSupport

@testable import BulletinSearch

/// Random queries: trees such as a parser returns, and strings of what may be typed.
struct QueryGenerator {
  private var generator: SeededGenerator

  init(seed: UInt64) {
    generator = SeededGenerator(seed: seed)
  }

  private mutating func number(_ range: Range<Int>) -> Int {
    Int.random(in: range, using: &generator)
  }

  private mutating func one<Element>(of elements: [Element]) -> Element {
    elements[number(0..<elements.count)]
  }

  // MARK: Strings

  private static let parts = [
    "水库", "大坝", "5G", "a", "8", "92", "x1", "第八期", "2022", "-08", "2022年8月", "去年", "..", "～", "至",
    "今",
    ">=", "<", "OR", "ＯＲ", "或", "|", "｜", "NOT", "非", "-", "－", "\"", "＂", "“", "”", "「", "」", "『",
    "』", "(",
    ")", "（", "）", " ", " ", " ", "　", "\n", "*", "＊", "~", "～", "~5", "^", "^2", "＾２", "^0.5", ":",
    "：", "标题：",
    "title:", "作者：", "期：", "刊：", "增刊", "总期:", "日期：", "date:", ".", "\\", "/", "，", "。", "%",
    "\u{301}", "\u{0}",
    "\u{200B}",
    "\u{FE0F}", "\u{1B}", "\r\n", "👩‍🌾", "é", "ﬁ", "ſ", "İ", "ǅ", "٣", "①", "Ⅳ", "臺", "𠮷", "\u{202E}",
    "\u{FEFF}",
  ]

  mutating func string() -> String {
    (0..<number(0..<25)).map { _ in one(of: Self.parts) }.joined()
  }

  // MARK: Trees

  mutating func query() -> ParsedQuery {
    query(depth: number(0..<5), inField: false)
  }

  private mutating func query(depth: Int, inField: Bool) -> ParsedQuery {
    switch number(0..<(depth == 0 ? 8 : 14)) {
    case 0, 1, 2: return .text(text())
    case 3: return .exact(exactText())
    case 4: return .prefix(text() + "水" + text())
    case 5: return .near(exactText(), distance: one(of: [1, 5, 100_000]))
    case 6 where !inField: return .number(one(of: NumberField.allCases), numberRange())
    case 7 where !inField: return .date(dateRange())
    case 8 where !inField:
      return .field(one(of: TextField.allCases), query(depth: depth - 1, inField: true))
    case 9:
      return .boosted(
        query(depth: depth - 1, inField: inField), one(of: [2, 0.5, 0.0001, 1000, 1.25]))
    case 10: return .any(queries(depth, inField))
    case 11:
      return .excluding(
        query(depth: depth - 1, inField: inField), query(depth: depth - 1, inField: inField))
    case 12: return number(0..<4) == 0 ? .all([]) : .all(queries(depth, inField))
    case 13: return .all(queries(depth, inField))
    default: return .text(text())
    }
  }

  private mutating func queries(_ depth: Int, _ inField: Bool) -> [ParsedQuery] {
    (0..<number(2..<4)).map { _ in query(depth: depth - 1, inField: inField) }
  }

  /// Any text but the empty one and those in which a quotation of every kind ends.
  private mutating func text() -> String {
    let text = string().filter { $0 != "＂" }
    return text.unicodeScalars.contains("＂") || text.isEmpty ? "水" : text
  }

  private mutating func exactText() -> String {
    text()
  }

  private mutating func numberRange() -> NumberRange {
    let lower = number(0..<100)
    let upper = lower + number(0..<3) * number(0..<50)
    return one(of: [
      NumberRange(lower: lower, upper: upper), NumberRange(lower: lower, upper: nil),
      NumberRange(lower: nil, upper: upper),
    ])
  }

  private mutating func dateRange() -> DateRange {
    let first = date(year: number(1900..<2000))
    let last = date(year: number(2000..<2100))
    return one(of: [
      DateRange(first), DateRange(first: first, last: last), DateRange(first: first, last: nil),
      DateRange(first: nil, last: last),
    ])
  }

  private mutating func date(year: Int) -> CalendarDate {
    one(of: [
      CalendarDate(year: year), CalendarDate(year: year, month: number(1..<13)),
      CalendarDate(year: year, month: number(1..<13), day: number(1..<29)),
    ])
  }
}
