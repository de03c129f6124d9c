import Testing

@testable import BulletinSearch

struct QueryProblemTests {
  @Test(arguments: [
    ("水库 “大坝", QueryProblem.Kind.unclosedQuotation, 3..<4), ("水库 \"\"", .emptyQuotation, 3..<5),
    ("（水库", .unclosedBracket, 0..<1), ("县（区 水库", .unclosedBracket, 1..<2),
    ("((水库)", .unclosedBracket, 0..<1), ("水库)", .unopenedBracket, 2..<3),
    ("水库 ( )", .emptyGroup, 3..<6), ("水库 OR", .missingOperand, 3..<5),
    ("或 水库", .missingOperand, 0..<1), ("水库 非", .missingOperand, 3..<4),
    ("水库 || ", .missingOperand, 3..<5), ("标题： 水库", .missingValue, 0..<3),
    ("标题：作者：王", .nestedField, 3..<6), ("标题：(甲 期：8)", .nestedField, 6..<8),
    ("水库 期：八月", .badNumber, 5..<7), ("日期：2022-13", .badDate, 3..<10),
    ("日期：2022-02-30", .badDate, 3..<13), ("日期：20220230", .badDate, 3..<11),
    ("日期：12345", .badDate, 3..<8), ("日期：2023..2021", .reversedRange, 3..<13),
    ("日期：2023-2021", .reversedRange, 3..<12), ("水库 期：92..80", .reversedRange, 5..<11),
    ("总期：第九期至第八期", .reversedRange, 3..<10), ("期：..", .badNumber, 2..<4),
    ("水库^0 大坝", .badBoost, 2..<4), ("“水 库”^x", .badBoost, 5..<7), ("(甲)^", .badBoost, 3..<4),
    ("“水 库”~0", .badDistance, 5..<7), ("e\u{301}👩‍🌾 “大坝", .unclosedQuotation, 3..<4),
  ])
  func `a problem is found in its place`(
    query: String, kind: QueryProblem.Kind, range: Range<Int>
  ) {
    #expect(
      QueryInspection.parse(query).problems == [QueryProblem(kind: kind, range: range)])
  }

  @Test func `several problems come in the order of their places`() {
    #expect(
      QueryInspection.parse("期：x “水库 日期：y)").problems.map(\.kind)
        == [.badNumber, .unclosedQuotation, .badDate])
  }

  @Test(arguments: [
    "5G-DMN", "GB/T19000-ISO9000", "98.14%", "“数字哨兵”", "（区、市）", "1+9+3", "https://a.cn/b?c=d",
    "C++",
    "2^10", "a*b", "**加粗**", "~5", "^", "*", "注：水库", "10:30", "C:\\x", "水库 - 大坝", "--all",
    "(甲 或 乙) -丙",
    "标题：水*^2 期：8.. 日期：去年", "“甲 乙”~5", "推行“河长”制",
  ])
  func `a good query and a pasted string have none`(query: String) {
    #expect(QueryInspection.parse(query, today: .testDay).problems == [])
  }

  @Test func `the parsed query can be shown`() {
    let inspection = QueryInspection.parse(
      "（水库 或 “大坝 加固”^2） 标题：泵* -作者：王宁 期：8.. 日期：去年 “甲 乙”～5", today: .testDay)
    #expect(
      inspection.canonical
        == "水库 OR \"大坝 加固\"^2 title:泵* issue:8.. date:2023 \"甲 乙\"~5 -author:王宁")
    #expect(
      inspection.tree == """
        excluding
          all
            any
              text 水库
              boost 2
                exact 大坝 加固
            title
              prefix 泵
            issue 8..
            date 2023
            near 5 甲 乙
          without
            author
              text 王宁
        """)
    #expect(inspection.hasOperators)
  }
}
