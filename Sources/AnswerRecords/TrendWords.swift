package import BulletinSearch

/// The words and numbers of a trend, in bars and in a chart.
package struct TrendWords {
  package let messages: Messages
  package let measure: Trend.Measure

  package init(messages: Messages, measure: Trend.Measure) {
    self.messages = messages
    self.measure = measure
  }

  package var first: String { messages.say("首见", "first") }
  package var last: String { messages.say("末见", "last") }
  /// Stands for a number that there is not.
  package var absent: String { "–" }
  /// Stands for all numbers of a span in which a query asks for no issue.
  package var notAsked: String { messages.say("– 不在检索范围内", "– not asked for") }

  /// Which of ``numbers(_:)`` the bars show.
  package var column: Int {
    switch measure {
    case .occurrences: 0
    case .articles: 1
    case .rate: 2
    }
  }

  /// `12 处`, `3 篇`, `4.1/万字`.
  package func numbers(_ point: Trend.Point) -> [String] {
    [
      messages.count(point.occurrences, "处", "place"),
      messages.count(point.articles, "篇", "article"),
      messages.say("\(rate(point))/万字", "\(rate(point)) per 10,000"),
    ]
  }

  /// The number that the bars show, without a unit.
  package func number(_ point: Trend.Point) -> String {
    switch measure {
    case .occurrences: grouped(point.occurrences)
    case .articles: grouped(point.articles)
    case .rate: rate(point)
    }
  }

  private func rate(_ point: Trend.Point) -> String {
    point.perTenThousand.map { fixed($0, digits: 1) } ?? absent
  }

  /// What is said of spans without an issue.
  package func gap(from first: String, to last: String, unit: Trend.Unit) -> String {
    let spans = first == last ? first : "\(first)–\(last)"
    return unit == .issue
      ? messages.say("\(spans)  缺", "\(spans)  missing")
      : messages.say("\(spans)  没有刊期", "\(spans)  no issue")
  }

  // MARK: - The chart

  package func chart(of trend: Trend) -> LineChart {
    let names = trend.series.map(\.query).joined(separator: messages.say("、", ", "))
    var chart = trend.chart(
      of: measure, title: messages.say("\(names)：\(what)", "\(names): \(what)"),
      labels: (first, last))
    chart.language = messages.say("zh", "en")
    chart.valueLabel = unitOfValues
    let count = trend.spans.reduce(0) { $0 + $1.issueCount }
    let times = trend.unit == .issue ? trend.spans.compactMap(\.date) : trend.spans.map(\.label)
    let ends = times.min().map { "\($0) – \(times.max() ?? $0)" } ?? ""
    let bulletins = Set(trend.spans.compactMap(\.bulletin))
    let isOfOne = bulletins.count == 1
    chart.subtitle = messages.list(
      (isOfOne ? [bulletins.first ?? ""] : [])
        + [
          ends, messages.count(count, "期", "issue"),
          messages.say("按\(name(of: trend.unit))", "by \(name(of: trend.unit))"),
        ].filter { !$0.isEmpty })
    chart.summary = trend.series.map { summary(of: $0, in: trend) }.joined(separator: " ")
    var notes: [String] = []
    if !chart.axis.gaps.isEmpty {
      notes.append(
        trend.unit == .issue
          ? messages.say("灰色：所缺各期", "grey: issues that are missing")
          : messages.say("灰色：没有刊期", "grey: no issue"))
    }
    if let undated = messages.undated(of: trend) { notes.append(undated) }
    chart.notes = notes
    return chart
  }

  private func summary(of series: Trend.Series, in trend: Trend) -> String {
    var parts = [messages.totals(series.totals)]
    for (label, mention) in [(first, series.first), (last, series.last)] {
      if let mention { parts.append("\(label) \(mention.date ?? mention.numberText)") }
    }
    let values = series.points.map { $0.flatMap { $0.value(of: measure) } ?? -1 }
    if let most = values.max(), most > 0, let place = values.firstIndex(of: most),
      let point = series.points[place]
    {
      let text = numbers(point)[column]
      parts.append(
        messages.say(
          "最多 \(trend.spans[place].label) \(text)", "most \(trend.spans[place].label): \(text)"))
    }
    return messages.say(
      "\(series.query)：\(messages.list(parts))。", "\(series.query): \(messages.list(parts)).")
  }

  private var what: String {
    switch measure {
    case .occurrences: messages.say("出现次数", "occurrences")
    case .articles: messages.say("文章篇数", "articles")
    case .rate: messages.say("每万字出现次数", "occurrences per 10,000 characters")
    }
  }

  private var unitOfValues: String {
    switch measure {
    case .occurrences: messages.say("处", "places")
    case .articles: messages.say("篇", "articles")
    case .rate: messages.say("处/万字", "per 10,000")
    }
  }

  private func name(of unit: Trend.Unit) -> String {
    switch unit {
    case .issue: messages.say("期", "issue")
    case .month: messages.say("月", "month")
    case .quarter: messages.say("季", "quarter")
    case .year: messages.say("年", "year")
    }
  }
}
