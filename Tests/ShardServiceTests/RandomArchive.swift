import BulletinSearch
import TestSupport
import TextAnalysis

/// Issues and questions of few characters, so that articles and ways of matching crowd each other: equal scores, articles in several ways,
/// few of one way in one shard and many in another.
struct RandomArchive {
  private var random: SeededGenerator
  private static let parts = [
    "水", "库", "水库", "大坝", "坝", "岚江", "江岚", "哈", "哈哈", "5G", "基站", "庫", "，", "g", "aa", "检修", "巡堤",
    "的", "。",
  ]
  private static let names = ["沈青", "陆禾", "罗一帆"]

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  private mutating func pick<Value>(_ values: [Value]) -> Value {
    values[Int.random(in: 0..<values.count, using: &random)]
  }

  private mutating func chance(_ part: Int) -> Bool {
    Int.random(in: 0..<part, using: &random) == 0
  }

  mutating func words(_ counts: ClosedRange<Int>) -> String {
    (0..<Int.random(in: counts, using: &random)).map { _ in pick(Self.parts) }.joined()
  }

  /// Some issues as Markdown, and perhaps a file of JSON lines whose documents have dates of their own.
  mutating func files() -> [(name: String, text: String)] {
    var files: [(String, String)] = []
    for number in 1...Int.random(in: 1...14, using: &random) {
      files.append(("\(number).md", issue(number)))
    }
    if chance(2) { files.append(("documents.jsonl", documents())) }
    return files
  }

  mutating func issue(_ number: Int) -> String {
    let year = 2020 + number % 5
    var text = """
      # \(pick(["青禾水务简讯", "青禾水务简讯", "岚江通讯"]))

      \(year)年第\(number)期\(chance(3) ? "" : "（总第\(number + 40)期）")

      青禾省水务协会秘书处

      \(year)-0\(number % 9 + 1)-1\(number % 10)


      """
    for _ in 0..<Int.random(in: 1...6, using: &random) {
      if chance(3) { text += "# \(pick(["要闻", "技术", "人物"]))\n\n" }
      text += "## **\(words(1...3))\(pick(["通报", "纪要", ""]))**\n\n"
      for _ in 0..<Int.random(in: 1...3, using: &random) { text += words(1...30) + "\n\n" }
      text += "（\(pick(Self.names))）\n\n"
    }
    return text
  }

  private mutating func documents() -> String {
    (1...Int.random(in: 1...12, using: &random)).map { number in
      let date = chance(3) ? "" : ",\"date\":\"202\(number % 4)-0\(number % 9 + 1)-15\""
      return
        "{\"id\":\"d\(number)\",\"title\":\"\(words(1...3))\",\"text\":\"\(words(1...40))\"\(date)}\n"
    }.joined()
  }

  mutating func query() -> String {
    let fields = ["", "", "", "", "title:", "栏目：", "作者：", "body:"]
    var texts = (0..<Int.random(in: 1...3, using: &random)).map { _ in
      let text = words(1...3)
      return pick(fields) + (chance(4) ? "“\(text)”" : text)
    }
    if chance(12) { texts[0] += "*" }
    if chance(12) { texts = ["“\(words(2...3))”~5"] }
    var text = texts.joined(separator: pick([" ", " ", " ", " OR "]))
    switch Int.random(in: 0..<14, using: &random) {
    case 0: text += " -" + words(1...1)
    case 1: text = "(\(text)) 日期：2022"
    case 2: text += " 期：3"
    case 3: text = words(3...9)
    case 4: text = pick(["岚江大坝巡检", "shuiku", "水裤检修", "通报", "水库通报", "5G基站", "+", "哈", "沈青"])
    case 5: text = "为什么" + words(3...6)
    default: break
    }
    return text
  }

  mutating func options() -> SearchOptions {
    var options = SearchOptions()
    options.limit = pick([0, 1, 2, 3, 5, 10, 10, 10, 12, 40])
    if chance(4) { options.offset = Int.random(in: 1...8, using: &random) }
    if chance(5) { options.includesTotals = false }
    if chance(6) { options.countsOccurrences = false }
    if chance(8) { options.matchesAny = true } else if chance(8) { options.requiresAllWords = true }
    if chance(8) { options.keepsToStrictest = true }
    if chance(8) { options.comparesAsWritten = true }
    if chance(8) { options.fillsUpTo = 3 }
    if chance(8) { options.fuzziness = pick([1, 2]) }
    if chance(8) { options.matchesPinyin = true }
    if chance(8) { options.nearDistance = pick([5, 20]) }
    if chance(8) { options.field = pick([.title, .body, .byline]) }
    if chance(3) { options.facetLimit = pick([1, 3, 10]) }
    if chance(8) { options.explains = true }
    if chance(8) { options.excerpts = pick([.paragraphs, .sentences, .occurrences]) }
    if chance(10) { options.ranking.k1 = 0.9 }
    if chance(10) { options.synonyms = Synonyms([["水库", "大坝"], ["5G", "基站"]]) }
    if chance(10) { options.dictionary = UserDictionary(parsing: Array("岚江大坝\n".utf8)) }
    if chance(10) { options.filter.since = CalendarDate(year: 2021) }
    if chance(10) { options.filter.until = CalendarDate(year: 2023, month: 6) }
    if chance(10) {
      options.filter.issues = pick([["3"], ["2..6"], ["总第43期"], ["2.md"], ["44", "5"]])
    }
    if chance(14) { options.filter.totals = ["42..46"] }
    if chance(14) { options.filter.sections = ["技术"] }
    if chance(14) { options.filter.authors = ["沈青"] }
    if chance(14) { options.filter.bulletins = ["水务"] }
    if chance(5) {
      options.order = pick([.date, .issue, .path])
      options.isReversed = chance(2)
    }
    return options
  }

  mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
}
