internal import AnswerRecords
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

  /// What a configuration gains or loses against the first one in one measure.
  struct Difference: Encodable {
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

  struct Movement: Encodable {
    var query: String
    var text: String
    var before: Double
    var after: Double
  }

  struct Comparison: Encodable {
    var name: String
    /// By the names of the measures.
    var measures: [String: Difference]
    /// The queries that moved most in nDCG@10.
    var moved: [Movement]

    init(_ comparison: ConfigurationComparison) {
      name = comparison.name
      measures = Dictionary(
        uniqueKeysWithValues: comparison.measures.map {
          ($0.measure.rawValue, Difference($0.comparison))
        })
      moved = comparison.moved.map { movement, text in
        Movement(
          query: movement.query, text: text, before: movement.before, after: movement.after)
      }
    }
  }

  /// Where the *p* of comparisons come from.
  struct Test: Encodable {
    var name = "paired randomisation test, two-sided"
    var source = "Smucker, Allan and Carterette, 2007"
    var draws = PairedComparison.defaultDrawCount
    var seed = PairedComparison.defaultSeed
  }

  var version = JSONText.version
  var documents: Int
  var queries: Int
  /// Queries without a relevant document.
  var leftOut: Int
  /// The first one, then those that are compared with it.
  var configurations: [Configuration]
  /// Those after the first, compared with it; absent if there are none.
  var comparisons: [Comparison]?
  var test: Test?

  init(_ report: EvaluationReport) {
    documents = report.documentCount
    queries = report.base.evaluation.queries.count
    leftOut = report.base.evaluation.leftOutCount
    configurations = report.configurations.map { Configuration($0) }
    guard !report.comparisons.isEmpty else { return }
    comparisons = report.comparisons.map { Comparison($0) }
    test = Test()
  }
}
