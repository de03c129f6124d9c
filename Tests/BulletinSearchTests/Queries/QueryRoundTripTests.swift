import Testing

@testable import BulletinSearch

/// A printed query is read as the query that was printed.
struct QueryRoundTripTests {
  private func parse(_ query: String, today: CalendarDate? = .testDay) -> ParsedQuery {
    QueryParser.parse(query, today: today).query
  }

  @Test(arguments: [
    ("水库　“大坝 加固” ", "水库 \"大坝 加固\""), ("甲 ｜ 乙 丙", "甲 OR 乙 丙"), ("甲 (乙 丙) 或 丁", "甲 (乙 丙) OR 丁"),
    ("－甲 非 （乙 丙）", "-甲 -(乙 丙)"), ("作者：（王宁 或 李雪）", "author:(王宁 OR 李雪)"),
    ("标题：“一 二”～５＾２", "title:\"一 二\"~5^2"), ("期：第八期 总期：＞９０", "issue:8 total:91.."),
    ("日期：二〇二二年八月至十二月", "date:2022-08..2022-12"), ("日期：去年", "date:2023"), ("水＊", "水*"),
    ("“说\"好\"的”", "“说\"好\"的”"), ("标题：或", "title:\"或\"~"), ("日期：x", "\"日期：x\"~"), ("", ""),
    ("()", ""),
    ("甲 ()", "甲 ()"),
  ])
  func `a query is printed in ASCII signs and English names`(query: String, printed: String) {
    #expect("\(parse(query))" == printed)
  }

  @Test(arguments: 0..<2_000 as Range<UInt64>)
  func `a tree is read again as it was printed`(seed: UInt64) {
    var generator = QueryGenerator(seed: seed)
    let query = generator.query()
    for today in [nil, CalendarDate.testDay] {
      #expect(parse("\(query)", today: today) == query, "\(query)")
    }
  }

  @Test(arguments: 0..<100 as Range<UInt64>)
  func `any string is read, and what is printed of it is read as the same`(seed: UInt64) {
    var generator = QueryGenerator(seed: seed)
    for _ in 0..<50 {
      let string = generator.string()
      let outcome = QueryParser.parse(string, today: .testDay)
      let printed = "\(outcome.query)"
      #expect(parse(printed) == outcome.query, "\(string.debugDescription) → \(printed)")
      #expect(
        parse(printed, today: nil) == outcome.query, "\(string.debugDescription) → \(printed)")
      for problem in outcome.problems {
        #expect(
          problem.range.lowerBound >= 0 && problem.range.upperBound <= string.count
            && !problem.range.isEmpty, "\(string.debugDescription): \(problem)")
      }
    }
  }

  @Test(arguments: 0..<100 as Range<UInt64>)
  func `no string hides a text`(seed: UInt64) {
    var generator = QueryGenerator(seed: seed)
    for _ in 0..<50 {
      let string = generator.string()
      let found = parse(string).texts.reduce(0) { $0 + $1.occurrences(of: "水库") }
      #expect(found == string.occurrences(of: "水库"), "\(string.debugDescription)")
    }
  }

  @Test(arguments: 0..<100 as Range<UInt64>)
  func `full-width signs mean the same as ASCII`(seed: UInt64) {
    var generator = QueryGenerator(seed: seed)
    for _ in 0..<20 {
      let query = generator.query()
      let printed = "\(query)"
      // In quotation marks and texts a sign is itself.
      guard query.texts.allSatisfy({ $0.allSatisfy(\.isLetter) }) else { continue }
      #expect(parse(Self.fullWidth(printed)) == query, "\(printed)")
    }
  }

  /// The query with every sign and digit in its full-width form.
  private static func fullWidth(_ query: String) -> String {
    let asciiToFullWidth: UInt32 = 0xFF01 - 0x21
    let signs = "()\"*~^:-|.0123456789".unicodeScalars
    let scalars = query.unicodeScalars.map { scalar in
      signs.contains(scalar)
        ? Unicode.Scalar(scalar.value + asciiToFullWidth) ?? scalar : scalar
    }
    return String(String.UnicodeScalarView(scalars))
  }

  @Test(arguments: [
    "水库) 大坝 -(甲 乙)", "-(甲 乙) (水库", "\"“”「」『』＂", "标题：\"“”「」『』＂", "x\"“”「」『』＂)*", "((((甲)))) OR",
    "或 或 或", "(OR) -(NOT)", "标题：(-)", "^2 (甲)^x",
  ])
  func `what is hard to print is read as the same`(query: String) {
    #expect(parse("\(parse(query))") == parse(query))
  }

  @Test(arguments: [49, 50, 51, 60, 2_000])
  func `what is in deep brackets is read as the same`(depth: Int) {
    let opening = String(repeating: "(甲 ", count: depth)
    let query = opening + "OR -乙 标题：(丙 OR)^2" + String(repeating: ")^2", count: depth)
    let outcome = QueryParser.parse(query)
    #expect(parse("\(outcome.query)") == outcome.query)
    #expect(outcome.problems.contains { $0.kind == .tooDeep } == (depth >= 50))
  }
}

extension String {
  /// How often the scalars of `word` stand in the string.
  func occurrences(of word: String) -> Int {
    let scalars = Array(unicodeScalars)
    let word = Array(word.unicodeScalars)
    return scalars.indices.filter { scalars[$0...].starts(with: word) }.count
  }
}
