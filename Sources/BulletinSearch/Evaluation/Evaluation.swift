/// How good a run is, query by query and in the mean.
public struct Evaluation: Sendable, Equatable {
  /// How good the results of one query are.
  public struct Query: Sendable, Equatable {
    /// Names the query.
    public var id: String
    /// The value of each measure, from 0 to 1.
    public var values: [Measure: Double]
    /// How many results the run has for it.
    public var resultCount: Int
    /// How long the search took; nil if it was not measured.
    public var duration: Duration?
  }

  /// The queries that have a relevant document, in their order.
  public private(set) var queries: [Query] = []
  /// How many queries are left out because no document is known to answer them.
  public private(set) var leftOutCount = 0

  /// Judges `run`.
  ///
  /// A query with a relevant document that the run has no results for counts 0 in every measure;
  /// what the run has for other queries than `queries` does not count.
  public init(of run: RankedRun, queries: [EvaluationQuery], judgements: Judgements) {
    let answers = Dictionary(run.answers.map { ($0.query, $0) }) { first, _ in first }
    for query in queries {
      let grades = judgements.grades[query.id] ?? [:]
      guard grades.values.contains(where: { $0 > 0 }) else {
        leftOutCount += 1
        continue
      }
      let answer = answers[query.id] ?? RankedRun.Answer(query: query.id, documents: [])
      let values = Measure.allCases.map { ($0, $0.value(of: answer.documents, grades: grades)) }
      self.queries.append(
        Query(
          id: query.id, values: Dictionary(uniqueKeysWithValues: values),
          resultCount: answer.documents.count, duration: answer.duration))
    }
  }

  /// A measure of every query, in their order.
  public func values(of measure: Measure) -> [Double] {
    queries.map { $0.values[measure] ?? 0 }
  }

  /// The mean of a measure over ``queries``; 0 if there are none.
  public func mean(of measure: Measure) -> Double {
    queries.isEmpty ? 0 : values(of: measure).reduce(0, +) / Double(queries.count)
  }

  /// How many of ``queries`` have no results.
  public var unansweredCount: Int {
    queries.count { $0.resultCount == 0 }
  }

  /// The mean time of a search; nil if it was not measured.
  public var meanDuration: Duration? {
    let durations = queries.compactMap(\.duration)
    return durations.isEmpty ? nil : durations.reduce(.zero, +) / durations.count
  }

  /// The time that half of the searches did not take; nil if it was not measured.
  public var medianDuration: Duration? {
    let durations = queries.compactMap(\.duration).sorted()
    return durations.isEmpty ? nil : durations[durations.count / 2]
  }
}
