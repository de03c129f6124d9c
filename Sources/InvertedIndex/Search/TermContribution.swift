/// What one term of a query adds to the score of one document.
public struct TermContribution: Sendable, Equatable {
  /// The term of the query.
  public var term: Term
  /// The weight that the query gives the term.
  public var weight: Double
  /// In how many documents the term occurs.
  public var documentFrequency: Int
  /// How rare the term is, as ``BM25/inverseDocumentFrequency(documentFrequency:documentCount:)`` says.
  public var inverseDocumentFrequency: Double
  /// How often it occurs in the document; 0 if not at all.
  public var frequency: Int
  /// What it adds, which is exactly what a search adds.
  public var score: Double

  /// What one term adds, by its factors.
  public init(
    term: Term, weight: Double, documentFrequency: Int, inverseDocumentFrequency: Double,
    frequency: Int, score: Double
  ) {
    self.term = term
    self.weight = weight
    self.documentFrequency = documentFrequency
    self.inverseDocumentFrequency = inverseDocumentFrequency
    self.frequency = frequency
    self.score = score
  }
}
