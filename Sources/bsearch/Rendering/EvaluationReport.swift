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

/// How a configuration differs from the first one.
struct ConfigurationComparison {
  /// By which queries are said to move.
  static let movementMeasure = Measure.ndcg10

  var name: String
  /// In the order of all measures.
  var measures: [(measure: Measure, comparison: PairedComparison)]
  /// The queries that moved most, with their texts.
  var moved: [(movement: QueryMovement, text: String)]
}

/// What is measured in all.
struct EvaluationReport {
  var documentCount: Int
  /// The one that the others are compared with.
  var base: EvaluatedConfiguration
  var others: [EvaluatedConfiguration]
  /// Each of ``others`` compared with ``base``.
  var comparisons: [ConfigurationComparison]

  init(
    documentCount: Int, queries: [EvaluationQuery], base: EvaluatedConfiguration,
    others: [EvaluatedConfiguration], movedCount: Int
  ) {
    self.documentCount = documentCount
    self.base = base
    self.others = others
    let texts = Dictionary(queries.map { ($0.id, $0.text) }) { first, _ in first }
    comparisons = others.map { other in
      let movements = other.evaluation.movements(
        from: base.evaluation, of: ConfigurationComparison.movementMeasure)
      return ConfigurationComparison(
        name: other.name,
        measures: Measure.allCases.map { measure in
          (
            measure,
            PairedComparison(
              candidate: other.evaluation.values(of: measure),
              baseline: base.evaluation.values(of: measure))
          )
        },
        moved: movements.prefix(movedCount).map { ($0, texts[$0.query] ?? "") })
    }
  }

  /// In the order in which they are shown.
  var configurations: [EvaluatedConfiguration] { [base] + others }
}
