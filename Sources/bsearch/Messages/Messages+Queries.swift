internal import AnswerRecords
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
    return say("第 \(place) 字：", "character \(place): ") + words(problem.kind)
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
          "\(text): \(words(problem.kind)); it was searched as text"))
    }
    for problem in inspection.problems where problem.isOverLimit {
      told.append(words(problem.kind))
    }
    return told
  }

  private func words(_ kind: QueryProblem.Kind) -> String {
    let limits = (
      boost: grouped(QueryInspection.largestBoost),
      distance: grouped(QueryInspection.largestDistance),
      depth: grouped(QueryInspection.deepestBrackets),
      alternatives: grouped(QueryInspection.mostAlternatives),
      prefixes: grouped(QueryInspection.mostPrefixes),
      distances: grouped(QueryInspection.mostDistances),
      length: grouped(QueryInspection.longestQuery)
    )
    return switch kind {
    case .unclosedQuotation: say("引号没有收尾", "the quotation mark is not closed")
    case .emptyQuotation: say("引号里没有内容", "there is nothing between the quotation marks")
    case .unclosedBracket: say("括号没有收尾", "the bracket is not closed")
    case .unopenedBracket: say("括号没有开头", "the bracket was not opened")
    case .emptyGroup: say("括号里没有内容", "there is nothing between the brackets")
    case .missingOperand: say("运算符旁边缺少检索词", "the operator has nothing to work on")
    case .missingValue:
      say("冒号后面要紧跟内容", "the field needs its value directly behind the colon")
    case .nestedField: say("字段里不能再有字段", "a field cannot be inside of a field")
    case .badNumber:
      say("不是数字；可写 8、8..12、>=8、第八期", "this is no number; write 8, 8..12, >=8 or 第八期")
    case .badDate:
      say(
        "不是日期；可写 2022、2022-08、2022-08-30、2022-08..2022-12、二〇二二年八月",
        "this is no date; write 2022, 2022-08, 2022-08-30 or 2022-08..2022-12")
    case .reversedRange: say("终点在起点之前", "the range ends before it begins")
    case .badBoost:
      say(
        "权重要大于 0，不大于 \(limits.boost)，如 ^2、^0.5",
        "a factor is a number above 0 and up to \(limits.boost), as in ^2 or ^0.5")
    case .badDistance:
      say("间距是 1 到 \(limits.distance) 的整数", "a distance is a number from 1 to \(limits.distance)")
    case .tooDeep:
      say(
        "括号嵌套超过 \(limits.depth) 层，更深的没有读",
        "there are more than \(limits.depth) brackets within each other; the deeper ones are not read"
      )
    case .tooManyAlternatives:
      say(
        "OR 超过 \(limits.alternatives) 个，后面的没有读；请分几次检索",
        "there are more than \(limits.alternatives) ORs; the alternatives behind them are not read, so search in parts"
      )
    case .tooManyPrefixes:
      say(
        "词首检索（*）超过 \(limits.prefixes) 个，其余按原样文字检索",
        "there are more than \(limits.prefixes) prefixes (*); the others are searched as they stand"
      )
    case .tooManyDistances:
      say(
        "邻近检索（~）超过 \(limits.distances) 个，其余按原样文字检索",
        "there are more than \(limits.distances) texts with a distance (~); the others are searched as they stand"
      )
    case .tooLong:
      say("检索式太长，只读前 \(limits.length) 字", "only the first \(limits.length) characters are read")
    }
  }
}
