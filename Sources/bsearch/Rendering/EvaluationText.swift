internal import BulletinSearch

/// The measures of configurations, a line for each, and how they differ.
struct EvaluationText {
  /// A tenth of a thousandth is a tenth of what collections of this size can tell apart.
  private static let digits = 4

  let messages: Messages

  func table(_ report: EvaluationReport) -> Table {
    var table = Table()
    table.rows = [
      [messages.say("配置", "configuration")] + Measure.allCases.map(\.rawValue)
        + [
          messages.say("查询", "queries"), messages.say("平均 ms", "mean ms"),
          messages.say("中位 ms", "median ms"),
        ]
    ]
    table.rows += report.configurations.map(row)
    let comparisons = report.comparisons.map(\.comparison)
    if !comparisons.isEmpty {
      table.rows += [
        [messages.say("差", "difference")] + comparisons.map { signed($0.meanDifference) },
        ["p"] + comparisons.map { fixed($0.p, digits: Self.digits) },
        [messages.say("胜/平/负", "better/same/worse")]
          + comparisons.map { "\($0.wins)/\($0.ties)/\($0.losses)" },
      ]
    }
    table.numberColumns = Set(1..<table.rows[0].count)
    return table
  }

  /// A line for each query, under a header: the measures of the first configuration, with its
  /// number of results and milliseconds, then the measures of the second.
  func queries(_ report: EvaluationReport) -> Table {
    var table = Table()
    let baselineNames = report.baseline == nil ? [] : Measure.allCases.map { "\($0.rawValue)'" }
    table.rows = [["query"] + Measure.allCases.map(\.rawValue) + ["results", "ms"] + baselineNames]
    for (index, query) in report.candidate.evaluation.queries.enumerated() {
      var row = [query.id] + values(of: query) + ["\(query.resultCount)", time(query.duration)]
      if let baseline = report.baseline { row += values(of: baseline.evaluation.queries[index]) }
      table.rows.append(row)
    }
    return table
  }

  private func row(_ configuration: EvaluatedConfiguration) -> [String] {
    let evaluation = configuration.evaluation
    return [configuration.name]
      + Measure.allCases.map { fixed(evaluation.mean(of: $0), digits: Self.digits) }
      + [
        "\(evaluation.queries.count)", time(evaluation.meanDuration),
        time(evaluation.medianDuration),
      ]
  }

  private func values(of query: Evaluation.Query) -> [String] {
    Measure.allCases.map { fixed(query.values[$0] ?? 0, digits: Self.digits) }
  }

  /// Milliseconds, without their unit; nothing for a run that was read.
  private func time(_ duration: Duration?) -> String {
    duration.map { fixed($0.milliseconds, digits: 2) } ?? ""
  }

  private func signed(_ difference: Double) -> String {
    let magnitude = fixed(difference.magnitude, digits: Self.digits)
    return (difference < 0 ? "-" : "+") + magnitude
  }
}
