internal import BulletinSearch

/// What is measured of one configuration.
struct EvaluatedConfiguration {
  var name: String
  var run: RankedRun
  var evaluation: Evaluation

  init(name: String, run: RankedRun, collection: LoadedCollection) {
    self.name = name
    self.run = run
    evaluation = Evaluation(
      of: run, queries: collection.queries, judgements: collection.judgements)
  }
}

/// What is measured in all.
struct EvaluationReport {
  var documentCount: Int
  var candidate: EvaluatedConfiguration
  /// What the candidate is compared with; nil if with nothing.
  var baseline: EvaluatedConfiguration?

  /// In the order in which they are shown.
  var configurations: [EvaluatedConfiguration] {
    [candidate] + (baseline.map { [$0] } ?? [])
  }

  /// The comparison of every measure; empty if there is nothing to compare with.
  var comparisons: [(measure: Measure, comparison: PairedComparison)] {
    guard let baseline else { return [] }
    return Measure.allCases.map { measure in
      (
        measure,
        PairedComparison(
          candidate: candidate.evaluation.values(of: measure),
          baseline: baseline.evaluation.values(of: measure))
      )
    }
  }
}
