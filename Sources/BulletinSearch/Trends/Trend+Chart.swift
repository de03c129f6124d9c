extension Trend {
  /// What a trend counts.
  public enum Measure: String, Sendable, Codable, CaseIterable {
    /// How often what is asked for occurs.
    case occurrences
    /// How many articles have it.
    case articles
    /// Occurrences in 10,000 characters.
    case rate
  }

  /// A line for each query, broken at gaps, with its first and its last mention marked.
  ///
  /// It has no words but those of the queries and the spans; titles, notes and what stands beside the marks are the caller's.
  ///
  /// - Parameters:
  ///   - measure: What the values are.
  ///   - title: What stands above.
  ///   - labels: What stands beside the first and the last mention.
  /// - Returns: The chart.
  public func chart(
    of measure: Measure, title: String, labels: (first: String, last: String) = ("", "")
  ) -> LineChart {
    var chart = LineChart(title: title, axis: axis)
    for series in series {
      var line = LineChart.Series(
        name: series.query,
        points: series.points.enumerated().map { place, point in
          let value = point.flatMap { $0.value(of: measure) }
          return LineChart.Point(
            position: Double(place), value: value,
            label: value.map {
              "\(spans[place].label)  \(ChartNumber.text($0, digits: measure == .rate ? 2 : 0))"
            })
        })
      for (mention, label) in [(series.first, labels.first), (series.last, labels.last)] {
        guard let mention, let span = mention.span else { continue }
        let words = [label, mention.date ?? spans[span].label].filter { !$0.isEmpty }
        line.marks.append(
          LineChart.Mark(point: span, label: words.joined(separator: " ")))
      }
      chart.series.append(line)
    }
    return chart
  }

  private var axis: ChartAxis {
    var axis: ChartAxis
    switch (unit, bounds) {
    case (.month, .some(let (first, last))):
      axis = .months(from: (first.year, first.place), through: (last.year, last.place))
    case (.quarter, .some(let (first, last))):
      axis = .quarters(from: (first.year, first.place), through: (last.year, last.place))
    case (.year, .some(let (first, last))):
      axis = .years(from: first.year, through: last.year)
    default: axis = .places(spans.map(\.label))
    }
    axis.gaps = gaps
    // A bulletin begins between two issues.
    for (place, span) in spans.enumerated() where unit == .issue {
      guard let bulletin = span.bulletin else { continue }
      if place == 0 || spans[place - 1].bulletin != bulletin {
        axis.parts.append(ChartAxis.Tick(position: Double(place) - 0.5, label: bulletin))
      }
    }
    if axis.parts.count < 2 { axis.parts = [] }
    return axis
  }

  /// The first and the last period.
  private var bounds: (first: TrendPeriod, last: TrendPeriod)? {
    guard let first = spans.first.flatMap({ TrendPeriod(label: $0.label, unit) }) else {
      return nil
    }
    return (first, TrendPeriod(unit, number: first.number + spans.count - 1))
  }

  /// Runs of spans without an issue.
  private var gaps: [ClosedRange<Double>] {
    var gaps: [ClosedRange<Double>] = []
    for (place, span) in spans.enumerated() where span.issueCount == 0 {
      let (start, end) = (Double(place) - 0.5, Double(place) + 0.5)
      if let last = gaps.last, last.upperBound == start {
        gaps[gaps.count - 1] = last.lowerBound...end
      } else {
        gaps.append(start...end)
      }
    }
    return gaps
  }
}

extension Trend.Point {
  /// How much there is by a measure; nil if that cannot be said.
  public func value(of measure: Trend.Measure) -> Double? {
    switch measure {
    case .occurrences: Double(occurrences)
    case .articles: Double(articles)
    case .rate: perTenThousand
    }
  }
}
