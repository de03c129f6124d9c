/// How much better or worse a query is in one evaluation than in another.
public struct QueryMovement: Sendable, Equatable {
  /// Names the query.
  public var query: String
  /// What a measure has in the evaluation that is compared with.
  public var before: Double
  /// What it has in the other.
  public var after: Double

  /// What the query gains; below 0 if it loses.
  public var difference: Double { after - before }
}

extension Evaluation {
  /// The queries whose measure is another than in `baseline`, those first that moved most.
  ///
  /// Of queries that moved as far, the one that comes first in the file comes first.
  ///
  /// - Precondition: Both evaluate the same queries.
  public func movements(from baseline: Evaluation, of measure: Measure) -> [QueryMovement] {
    precondition(queries.map(\.id) == baseline.queries.map(\.id), "other queries")
    let moved = zip(queries, zip(baseline.values(of: measure), values(of: measure)))
      .map { QueryMovement(query: $0.id, before: $1.0, after: $1.1) }
      .filter { $0.difference != 0 }
    // Sorting keeps the order of what is equal only where it is told to.
    return moved.enumerated().sorted {
      let sizes = ($0.element.difference.magnitude, $1.element.difference.magnitude)
      return sizes.0 != sizes.1 ? sizes.0 > sizes.1 : $0.offset < $1.offset
    }.map(\.element)
  }
}
