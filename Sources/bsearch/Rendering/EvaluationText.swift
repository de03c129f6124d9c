internal import AnswerRecords
internal import BulletinSearch

/// The measures of configurations, a line for each, and how they differ.
struct EvaluationText {
  /// A tenth of a thousandth is a tenth of what collections of this size can tell apart.
  private static let digits = 4

  let messages: Messages

  /// The table of measures, and for each comparison one of the queries that moved most.
  func text(_ report: EvaluationReport, for stream: OutputStream) -> String {
    let tables = [measures(report)] + report.comparisons.filter { !$0.moved.isEmpty }.map(moved)
    return tables.map { $0.render(for: stream) }.joined(separator: "\n")
  }

  private func measures(_ report: EvaluationReport) -> Table {
    var table = Table()
    table.rows = [
      [messages.say("配置", "configuration")] + Measure.allCases.map(\.rawValue)
        + [
          messages.say("查询", "queries"), messages.say("平均 ms", "mean ms"),
          messages.say("中位 ms", "median ms"),
        ]
    ]
    table.rows += report.configurations.map(row)
    for comparison in report.comparisons {
      let measures = comparison.measures.map(\.comparison)
      let name = "\(comparison.name) − \(report.base.name)"
      table.rows += [
        [name] + measures.map { signed($0.meanDifference) },
        ["p"] + measures.map { fixed($0.p, digits: Self.digits) },
        [messages.say("升/平/降", "better/same/worse")]
          + measures.map { "\($0.wins)/\($0.ties)/\($0.losses)" },
      ]
    }
    table.numberColumns = Set(1..<table.rows[0].count)
    return table
  }

  /// From where to where they went, and what they ask.
  private func moved(_ comparison: ConfigurationComparison) -> Table {
    var table = Table()
    let measure = ConfigurationComparison.movementMeasure.rawValue
    table.rows = [
      [
        messages.say("变化最大", "moved most"), measure, comparison.name,
        messages.say("差", "difference"), messages.say("查询", "query"),
      ]
    ]
    table.rows += comparison.moved.map { movement, text in
      [
        movement.query, fixed(movement.before, digits: Self.digits),
        fixed(movement.after, digits: Self.digits), signed(movement.difference), text,
      ]
    }
    table.numberColumns = [1, 2, 3]
    return table
  }

  /// A line for each query, under a header: the measures of the first configuration, with its
  /// number of results and milliseconds, then the measures of the others, under their names.
  func queries(_ report: EvaluationReport) -> Table {
    var table = Table()
    table.rows = [
      ["query"] + Measure.allCases.map(\.rawValue) + ["results", "ms"]
        + report.others.flatMap { other in Measure.allCases.map { "\($0.rawValue) \(other.name)" } }
    ]
    for (index, query) in report.base.evaluation.queries.enumerated() {
      let others = report.others.flatMap { values(of: $0.evaluation.queries[index]) }
      table.rows.append(
        [query.id] + values(of: query) + ["\(query.resultCount)", time(query.duration)] + others)
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
