internal import AnswerRecords
internal import BulletinSearch

/// A trend for a person: how much there is of each query, then bars for each span, those of several queries side by
/// side.
struct TrendText {
  let words: TrendWords
  let painter: Painter
  /// The columns of a line.
  let width: Int

  /// A terminal that does not say how wide it is has as many, by old custom.
  static let standardWidth = 80
  /// A column of a query is at least so wide, so that its bars can be told apart.
  private static let leastColumn = 16
  private static let leastBar = 6
  private static let longestName = 24
  private static let gap = "  "

  private var messages: Messages { words.messages }

  func render(_ trend: Trend) -> String {
    let heads = trend.series.map { head($0, trend) }.joined()
    guard !trend.spans.isEmpty else { return heads }
    let labels = labels(of: trend)
    let labelWidth = labels.map { displayWidth(of: $0) }.max() ?? 0
    let room = max(width - labelWidth, Self.leastColumn + 2)
    let most = max(1, room / (Self.leastColumn + 2))
    let blocks = stride(from: 0, to: trend.series.count, by: most).map { start in
      let series = Array(trend.series[start..<min(start + most, trend.series.count)])
      return series.count == 1 && trend.series.count == 1
        ? single(series[0], trend, labels, labelWidth)
        : table(series, trend, labels, labelWidth)
    }
    return ([heads] + blocks).joined(separator: "\n")
  }

  // MARK: - Heads

  private func head(_ series: Trend.Series, _ trend: Trend) -> String {
    let totals = messages.totals(series.totals)
    let name = series.query.singleLine
    let values = series.points.map { $0.flatMap { $0.value(of: words.measure) } }
    let line = Bars.line(values)
    let isShown = trend.spans.count > 1 && line.count + 4 + displayWidth(of: name) <= width
    var text = StyledText(name.cut(toWidth: width), .heading)
    if isShown { text.append(Self.gap + line, .plain) }
    var lines = [painter.paint(text)]
    lines += LineBreaker(width: width, indent: 4).lines(of: StyledText("  " + totals))
      .map(painter.paint)
    for (label, mention) in [(words.first, series.first), (words.last, series.last)] {
      guard let mention else { continue }
      var line = StyledText("  \(label) ")
      line.append(mention.date ?? mention.numberText, .plain)
      line.append(Self.gap)
      line.append(mention.id, .identifier)
      let room = width - line.width - Self.gap.count
      if room > Self.leastBar {
        line.append(Self.gap + mention.title.singleLine.cut(toWidth: room))
      }
      lines.append(painter.paint(line))
    }
    return lines.map { $0 + "\n" }.joined()
  }

  // MARK: - Rows

  private func labels(of trend: Trend) -> [String] {
    let longest = max(width / 3, Self.leastBar)
    return trend.spans.map { span in
      (span.date.map { "\($0)\(Self.gap)\(span.label)" } ?? span.label).singleLine
        .cut(toWidth: longest)
    }
  }

  /// Calls `row` with each span that has issues, and `gap` with each run of spans that has none; `begin` before the
  /// first issue of each of several bulletins.
  private func rows(
    _ trend: Trend, begin: (String) -> String, gap: (Range<Int>) -> String, row: (Int) -> String
  ) -> String {
    var text = ""
    var place = 0
    let areSeveral = Set(trend.spans.compactMap(\.bulletin)).count > 1
    var bulletin: String?
    while place < trend.spans.count {
      if areSeveral, trend.spans[place].bulletin != bulletin {
        bulletin = trend.spans[place].bulletin
        text += begin(bulletin ?? "")
      }
      var end = place
      while end < trend.spans.count, trend.spans[end].issueCount == 0,
        trend.spans[end].bulletin == trend.spans[place].bulletin
      {
        end += 1
      }
      text += end > place ? gap(place..<end) : row(place)
      place = max(end, place + 1)
    }
    return text
  }

  private func begin(_ bulletin: String) -> String {
    painter.paint(StyledText(bulletin.singleLine.cut(toWidth: width), .heading)) + "\n"
  }

  private func gapLine(_ spans: Range<Int>, _ trend: Trend) -> String {
    let text = words.gap(
      from: trend.spans[spans.lowerBound].label, to: trend.spans[spans.upperBound - 1].label,
      unit: trend.unit)
    return painter.paint(StyledText(text.cut(toWidth: width), .faint)) + "\n"
  }

  private func padded(_ text: String, _ width: Int, right: Bool = false) -> String {
    let blank = String(repeating: " ", count: max(width - displayWidth(of: text), 0))
    return right ? blank + text : text + blank
  }

  /// The rows of one query, with all three numbers.
  private func single(
    _ series: Trend.Series, _ trend: Trend, _ labels: [String], _ labelWidth: Int
  ) -> String {
    var cells = series.points.map { point in point.map(words.numbers) ?? [] }
    // On a narrow terminal there is one number and the bar, and no word for what it counts.
    var columns = Array(0..<3)
    var widths = columns.map { column in
      cells.map { column < $0.count ? displayWidth(of: $0[column]) : 0 }.max() ?? 0
    }
    func taken() -> Int { labelWidth + columns.reduce(0) { $0 + widths[$1] + Self.gap.count } }
    while columns.count > 1, taken() + Self.gap.count + Self.leastBar > width {
      let last = columns.last { $0 != words.column }
      columns.removeAll { $0 == last }
    }
    if taken() + Self.gap.count + Self.leastBar > width {
      columns = [0]
      cells = series.points.map { point in point.map { [words.number($0)] } ?? [] }
      widths = [cells.joined().map { displayWidth(of: $0) }.max() ?? 0]
    }
    let room = max(width - taken() - Self.gap.count, 0)
    let most = series.points.compactMap { $0?.value(of: words.measure) }.max() ?? 0
    return rows(trend, begin: begin, gap: { gapLine($0, trend) }) { span in
      var line = padded(labels[span], labelWidth)
      guard let point = series.points[span] else {
        return (line + Self.gap + words.notAsked).cut(toWidth: width) + "\n"
      }
      for column in columns {
        line += Self.gap + padded(cells[span][column], widths[column], right: true)
      }
      let value = point.value(of: words.measure) ?? 0
      let bar = Bars.bar(most > 0 ? value / most : 0, width: room)
      return (bar.isEmpty ? line : line + Self.gap + bar).cut(toWidth: width) + "\n"
    }
  }

  /// The rows of several queries, each with a number and a bar; all bars have one scale.
  private func table(
    _ series: [Trend.Series], _ trend: Trend, _ labels: [String], _ labelWidth: Int
  ) -> String {
    let column = (width - labelWidth) / series.count - Self.gap.count
    let numbers = series.map { $0.points.map { $0.map(words.number) ?? words.absent } }
    let numberWidth = numbers.joined().map { displayWidth(of: $0) }.max() ?? 0
    let most =
      trend.series.flatMap { $0.points.compactMap { $0?.value(of: words.measure) } }.max() ?? 0
    var head = String(repeating: " ", count: labelWidth)
    for one in series {
      head += Self.gap + padded(one.query.singleLine.cut(toWidth: column), column)
    }
    let room = max(column - numberWidth - 1, 0)
    let lines = rows(trend, begin: begin, gap: { gapLine($0, trend) }) { span in
      var line = padded(labels[span], labelWidth)
      for (number, one) in series.enumerated() {
        line += Self.gap + padded(numbers[number][span], numberWidth, right: true)
        let value = one.points[span]?.value(of: words.measure) ?? 0
        line += " " + padded(Bars.bar(most > 0 ? value / most : 0, width: room), room)
      }
      return line.trimmingEnd.cut(toWidth: width) + "\n"
    }
    return painter.paint(StyledText(head.trimmingEnd, .heading)) + "\n" + lines
  }
}

extension String {
  /// Without the blanks at its end.
  fileprivate var trimmingEnd: String {
    var rest = self[...]
    while rest.last == " " { rest.removeLast() }
    return String(rest)
  }
}
