package import BulletinSearch

/// The chart of figures over time.
///
/// Only what can be compared stands in one chart: the numbers of the unit, the kind and the length of time that most of them have,
/// so that the sum of a year is not drawn beside months. Each owner has a line, and a number whose owner is not named
/// stands in that of the owner who has most. A number of which the text does not say when stands at the date of its issue.
package struct FigureChart {
  private let messages: Messages

  package init(messages: Messages) { self.messages = messages }

  /// As many lines as can be told apart.
  private static let mostSeries = 6

  private struct Group: Hashable {
    var unit: String
    var kind: FoundFigure.Kind
    var span: Span

    init(_ figure: FoundFigure) {
      unit = figure.fullUnit
      kind = figure.kind
      span = Span(figure.period)
    }
  }

  /// How long the time is that a number is said of.
  private enum Span: Hashable {
    case unknown, day, days
    case months(Int)
    case years(Int)

    init(_ period: FoundFigure.Period?) {
      guard let period else {
        self = .unknown
        return
      }
      let (first, last) = (period.first, period.last)
      if first.day != nil || last.day != nil {
        self = first == last ? .day : .days
      } else if let from = first.month, let to = last.month {
        self = .months((last.year - first.year) * 12 + to - from)
      } else {
        self = .years(last.year - first.year)
      }
    }
  }

  /// The owner whom most of the figures name.
  private static func mainOwner(of figures: [FoundFigure]) -> String? {
    var counts: [String: Int] = [:]
    for owner in figures.compactMap(\.owner) { counts[owner, default: 0] += 1 }
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }

  private struct Point {
    var position: Double
    var figure: FoundFigure
  }

  package func chart(of figures: [FoundFigure], query: String) -> LineChart {
    let (group, chosen) = Self.largest(figures)
    let dated = chosen.compactMap { figure in Self.day(of: figure).map { (day: $0, figure: figure) }
    }
    let days = dated.map(\.day)
    let first = days.min { Self.isBefore($0, $1) } ?? (2000, 1, 1)
    let last = days.max { Self.isBefore($0, $1) } ?? first
    let title =
      messages.say("\(query)：", "\(query): ")
      + (group.map { messages.name($0.kind, comparison: nil) } ?? "")
    var chart = LineChart(title: title, axis: .days(from: first, through: last))
    chart.language = messages.say("zh", "en")
    chart.valueLabel = group?.unit ?? ""
    chart.beginsAtZero = false
    let main = Self.mainOwner(of: dated.map(\.figure))
    var series: [(name: String, points: [Point])] = []
    for (day, figure) in dated {
      let name = figure.owner ?? main ?? query
      let point = Point(
        position: ChartAxis.position(year: day.year, month: day.month, day: day.day), figure: figure
      )
      if let place = series.firstIndex(where: { $0.name == name }) {
        series[place].points.append(point)
      } else {
        series.append((name, [point]))
      }
    }
    let shown = series.enumerated().sorted {
      ($1.element.points.count, $0.offset) < ($0.element.points.count, $1.offset)
    }.prefix(Self.mostSeries).map(\.element)
    chart.series = shown.map { name, points in
      LineChart.Series(name: name, points: Self.distinct(points).map(point))
    }
    let count = shown.reduce(0) { $0 + $1.points.count }
    chart.subtitle = messages.count(count, "个数", "number")
    chart.summary = shown.map { summary($0.name, Self.distinct($0.points)) }.joined(separator: " ")
    if series.count > shown.count {
      chart.notes.append(
        messages.say(
          "另有 \(series.count - shown.count) 条线未画",
          "\(series.count - shown.count) more lines are not drawn"))
    }
    return chart
  }

  private func point(_ point: Point) -> LineChart.Point {
    let figure = point.figure
    return LineChart.Point(
      position: point.position, value: figure.value.approximation,
      label:
        "\(figure.period.map { "\($0)" } ?? figure.issue.date ?? "")  \(figure.text)  \(figure.issue.id)"
    )
  }

  private func summary(_ name: String, _ points: [Point]) -> String {
    guard let first = points.first?.figure, let last = points.last?.figure else { return "" }
    return messages.say(
      "\(name)：由 \(messages.value(of: first)) 到 \(messages.value(of: last))。",
      "\(name): from \(messages.value(of: first)) to \(messages.value(of: last)).")
  }

  /// The points by time, each of one time and value once.
  private static func distinct(_ points: [Point]) -> [Point] {
    var result: [Point] = []
    for (_, point) in points.enumerated().sorted(by: {
      ($0.element.position, $0.offset) < ($1.element.position, $1.offset)
    }) {
      if let last = result.last, last.position == point.position {
        if last.figure.value == point.figure.value { continue }
        // Whose a number is counts more where it is said.
        if last.figure.owner != nil, point.figure.owner == nil { continue }
        if last.figure.owner == nil, point.figure.owner != nil { result.removeLast() }
      }
      result.append(point)
    }
    return result
  }

  /// The figures of the unit and kind that most have, without ranges.
  private static func largest(_ figures: [FoundFigure]) -> (Group?, [FoundFigure]) {
    var counts: [Group: Int] = [:]
    var order: [Group] = []
    for figure in figures {
      let group = Group(figure)
      if counts[group] == nil { order.append(group) }
      counts[group, default: 0] += 1
    }
    guard let most = order.max(by: { (counts[$0] ?? 0) < (counts[$1] ?? 0) }) else {
      return (nil, [])
    }
    let largest = order.first { counts[$0] == counts[most] } ?? most
    return (
      largest,
      figures.filter { Group($0) == largest && $0.upper == nil }
    )
  }

  private typealias Day = (year: Int, month: Int, day: Int)

  private static func isBefore(_ left: Day, _ right: Day) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }

  /// The last day that the number is said of, else that of the issue.
  private static func day(of figure: FoundFigure) -> Day? {
    if let last = figure.period?.last {
      let month = last.month ?? 12
      return (last.year, month, last.day ?? lastDay(ofMonth: month, year: last.year))
    }
    let numbers = (figure.issue.date ?? "").split(separator: "-").compactMap { Int($0) }
    guard numbers.count > 1 else { return nil }
    return (
      numbers[0], numbers[1],
      numbers.count > 2 ? numbers[2] : lastDay(ofMonth: numbers[1], year: numbers[0])
    )
  }

  private static func lastDay(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2:
      year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400)) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
