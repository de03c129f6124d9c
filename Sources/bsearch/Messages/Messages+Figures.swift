internal import AnswerRecords
internal import BulletinSearch

/// The words around figures.
extension Messages {
  /// What stands above the columns, in full and where there is little room.
  var figureHeads: (all: [String], few: [String]) {
    (
      [
        say("期", "issue"), say("时间", "time"), say("原文", "text"), say("数值", "value"),
        say("类别", "kind"),
        say("原句", "sentence"),
      ], [say("期", "issue"), say("数值", "value"), say("原句", "sentence")]
    )
  }

  /// What is said below the table: what is left out, and what issues say differently.
  func about(_ list: FigureList, query: String) -> [String] {
    var lines: [String] = []
    if list.figures.isEmpty {
      lines.append(
        list.articleCount == 0
          ? say("没有文章原样写着 \(query)", "no article has \(query) as it was typed")
          : say(
            "\(grouped(list.articleCount)) 篇文章写有 \(query)，没有能确定是说它的数",
            "\(count(list.articleCount, "篇", "article")) with \(query), but no number that is certainly said of it"
          ))
    }
    if list.uncertainCount > 0 {
      lines.append(
        say(
          "另有 \(grouped(list.uncertainCount)) 个数拿不准，--uncertain 一并列出",
          "\(count(list.uncertainCount, "个", "more number")) of which the rules are not certain; --uncertain lists them too"
        ))
    }
    for contradiction in list.contradictions {
      let parts = contradiction.figures.prefix(Self.mostContradictions).map { place in
        let figure = list.figures[place]
        return say("\(figure.issue.id) 作 \(figure.text)", "\(figure.text) in \(figure.issue.id)")
      }
      let first = list.figures[contradiction.figures[0]]
      let what = "\(first.subject) \(first.period.map { "\($0)" } ?? "")"
      lines.append(say("各期说法不一：\(what)：", "issues disagree: \(what): ") + self.list(parts))
    }
    return lines
  }

  private static let mostContradictions = 10
}
