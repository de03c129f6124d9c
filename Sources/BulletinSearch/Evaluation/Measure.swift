#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// How good the results of a query are, from 0 to 1.
///
/// A document is relevant if its grade is above 0; one without a grade is not.
public enum Measure: String, Sendable, CaseIterable {
  /// Normalised discounted cumulative gain of the first ten results:
  ///
  ///     DCG  = Σ grade(i) ÷ log₂(i + 1)    for the ranks i from 1 to 10
  ///     nDCG = DCG ÷ DCG of all judged documents in the order of their grades
  ///
  /// Järvelin and Kekäläinen, *Cumulated Gain-Based Evaluation of IR Techniques*, 2002, with the
  /// discount that is usual today; the gain is the grade itself, as `ndcg_cut.10` of `trec_eval`
  /// has it, and not 2 to its power. A grade below 0 counts as 0.
  case ndcg10 = "nDCG@10"
  /// One by the rank of the first relevant result, 0 if none of the first ten is: the mean over the
  /// queries is the mean reciprocal rank (Voorhees, *The TREC-8 Question Answering Track Report*,
  /// 1999), cut as in MS MARCO.
  case reciprocalRank10 = "MRR@10"
  /// The share of the relevant documents that are among the first ten results.
  case recall10 = "recall@10"
  /// The share of the relevant documents that are among the first hundred results.
  case recall100 = "recall@100"

  /// How many results count.
  public var depth: Int {
    switch self {
    case .ndcg10, .reciprocalRank10, .recall10: 10
    case .recall100: 100
    }
  }

  /// The measure of the results of a query: `documents`, best first, each once.
  ///
  /// - Precondition: At least one of `grades`, the judgements of the query by document, is above 0.
  public func value(of documents: [String], grades: [String: Int]) -> Double {
    let gains = documents.prefix(depth).map { Double(max(grades[$0] ?? 0, 0)) }
    switch self {
    case .ndcg10:
      let ideal = grades.values.map { Double(max($0, 0)) }.sorted(by: >).prefix(depth)
      return Self.discountedSum(gains) / Self.discountedSum(Array(ideal))
    case .reciprocalRank10:
      return gains.firstIndex { $0 > 0 }.map { 1 / Double($0 + 1) } ?? 0
    case .recall10, .recall100:
      return Double(gains.count { $0 > 0 }) / Double(grades.values.count { $0 > 0 })
    }
  }

  private static func discountedSum(_ gains: [Double]) -> Double {
    gains.enumerated().reduce(0) { sum, gain in
      // The first rank is 1, and its discount is the logarithm of 2.
      sum + gain.element / log2(Double(gain.offset + 2))
    }
  }
}
