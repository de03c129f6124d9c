/// What one term of a query adds to the score of one document.
public struct TermContribution: Sendable, Equatable {
  public var term: Term
  /// The weight that the query gives the term.
  public var weight: Double
  /// In how many documents the term occurs.
  public var documentFrequency: Int
  public var inverseDocumentFrequency: Double
  /// How often it occurs in the document; 0 if not at all.
  public var frequency: Int
  /// What it adds, which is exactly what a search adds.
  public var score: Double

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

extension IndexReader {
  /// What each term adds to the score of `document`, in the order of the terms.
  ///
  /// - Throws: as ``search(_:limit:ranking:states:)``.
  public func contributions(
    of terms: [WeightedTerm], to document: DocumentID, ranking: BM25 = BM25()
  ) throws(IndexError) -> [TermContribution] {
    let (number, local) = try locate(document)
    let segment = segments[number]
    var scored = try SoughtTerms(terms, ranking: ranking)
    var contributions: [TermContribution] = []
    for (weighted, term) in zip(terms, try scored.lookedUp(in: self)) {
      var contribution = TermContribution(
        term: weighted.term, weight: weighted.weight, documentFrequency: term.documentFrequency,
        inverseDocumentFrequency: BM25.inverseDocumentFrequency(
          documentFrequency: term.documentFrequency, documentCount: documentCount),
        frequency: 0, score: 0)
      if let info = term.infos[number] {
        let cursor = try PostingsCursor(
          info, in: segment.postings, documentCount: segment.documentCount)
        try cursor.advance(to: UInt32(local))
        if cursor.document == UInt32(local) {
          let frequency = try cursor.frequency()
          let code = try segment.lengthCodes.uint8(at: local)
          contribution.frequency = Int(frequency)
          contribution.score =
            Double(term.scorer.score(frequency: frequency, lengthCode: code))
            / TermScorer.unitsPerPoint
        }
      }
      contributions.append(contribution)
    }
    return contributions
  }

  /// The document length that ranking sees of `document`, and the average of all.
  public func lengths(of document: DocumentID) throws(IndexError) -> (own: Int, average: Double) {
    let (number, local) = try locate(document)
    let code = try segments[number].lengthCodes.uint8(at: local)
    return (Int(DocumentLength.value(ofCode: code)), averageLength)
  }
}
