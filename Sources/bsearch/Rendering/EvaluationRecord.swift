internal import BulletinSearch

/// An evaluation in the words of JSON output.
struct EvaluationRecord: Encodable {
  struct Configuration: Encodable {
    var name: String
    /// The means by the names of the measures.
    var measures: [String: Double]
    /// Queries without results, which count 0.
    var unanswered: Int
    var meanMilliseconds: Double?
    var medianMilliseconds: Double?

    init(_ configuration: EvaluatedConfiguration) {
      let evaluation = configuration.evaluation
      name = configuration.name
      measures = Dictionary(
        uniqueKeysWithValues: Measure.allCases.map { ($0.rawValue, evaluation.mean(of: $0)) })
      unanswered = evaluation.unansweredCount
      meanMilliseconds = evaluation.meanDuration?.milliseconds
      medianMilliseconds = evaluation.medianDuration?.milliseconds
    }
  }

  struct Comparison: Encodable {
    var difference: Double
    var better: Int
    var same: Int
    var worse: Int
    var p: Double

    init(_ comparison: PairedComparison) {
      difference = comparison.meanDifference
      better = comparison.wins
      same = comparison.ties
      worse = comparison.losses
      p = comparison.p
    }
  }

  var version = JSONText.version
  var documents: Int
  var queries: Int
  /// Queries without a relevant document.
  var leftOut: Int
  /// The one that was asked for, then the one that it is compared with.
  var configurations: [Configuration]
  /// By the names of the measures; absent if there is nothing to compare with.
  var comparisons: [String: Comparison]?

  init(_ report: EvaluationReport) {
    documents = report.documentCount
    queries = report.candidate.evaluation.queries.count
    leftOut = report.candidate.evaluation.leftOutCount
    configurations = report.configurations.map { Configuration($0) }
    let pairs = report.comparisons.map { ($0.measure.rawValue, Comparison($0.comparison)) }
    comparisons = pairs.isEmpty ? nil : Dictionary(uniqueKeysWithValues: pairs)
  }
}
