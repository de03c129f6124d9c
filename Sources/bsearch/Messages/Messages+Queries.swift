internal import BulletinSearch

/// What is said of a query that was most likely meant otherwise.
extension Messages {
  /// The line above the problems of a query.
  func queryProblems(_ count: Int) -> String {
    say(
      "检索式有 \(grouped(count)) 处问题；去掉 --strict 则照字面检索",
      "the query has \(grouped(count)) problem\(count == 1 ? "" : "s"); "
        + "without --strict it is searched as it stands")
  }

  /// A problem and where it is, in characters from 1.
  func queryProblem(_ problem: QueryProblem) -> String {
    let place = grouped(problem.range.lowerBound + 1)
    return say(
      "第 \(place) 字：\(words(problem.kind))", "character \(place): \(problem)")
  }

  /// What was read otherwise than it may have been meant, where that finds something quite different.
  func reading(of query: String, _ inspection: QueryInspection) -> [String] {
    var told: [String] = []
    if inspection.onlyExcludes {
      told.append(
        say(
          "\(query.cut(toWidth: Self.longestQuery)) 读作“不含……的文章”；要查这几个字，请加引号",
          "\(query.cut(toWidth: Self.longestQuery)) was read as articles without it; for the text itself use quotation marks"
        ))
    }
    for problem in inspection.problems where problem.isTextForValue {
      let text = String(query.dropFirst(problem.range.lowerBound).prefix(problem.range.count))
      told.append(
        say(
          "“\(text)”\(words(problem.kind))；已按文字检索",
          "\(text): \(problem); it was searched as text"))
    }
    for problem in inspection.problems where problem.isOverLimit {
      told.append(say("\(words(problem.kind))", "\(problem)"))
    }
    return told
  }

  private func words(_ kind: QueryProblem.Kind) -> String {
    switch kind {
    case .unclosedQuotation: "引号没有收尾"
    case .emptyQuotation: "引号里没有内容"
    case .unclosedBracket: "括号没有收尾"
    case .unopenedBracket: "括号没有开头"
    case .emptyGroup: "括号里没有内容"
    case .missingOperand: "运算符旁边缺少检索词"
    case .missingValue: "冒号后面要紧跟内容"
    case .nestedField: "字段里不能再有字段"
    case .badNumber: "不是数字；可写 8、8..12、>=8、第八期"
    case .badDate: "不是日期；可写 2022、2022-08、2022-08-30、2022-08..2022-12、二〇二二年八月"
    case .reversedRange: "终点在起点之前"
    case .badBoost: "权重是大于 0 而不太大的数，如 ^2、^0.5"
    case .badDistance: "间距是大于 0 而不太大的整数"
    case .tooDeep: "括号嵌套超过 \(QueryInspection.deepestBrackets) 层，更深的没有读"
    case .tooLong: "检索式太长，只读前 \(grouped(QueryInspection.longestQuery)) 字"
    }
  }
}
