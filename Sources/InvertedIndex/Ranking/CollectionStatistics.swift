/// What ranking has to know of all documents together.
///
/// A collection that is divided into several indexes ranks in each of them by the statistics of the whole, so that a document has the
/// score that it has in one index of all.
public struct CollectionStatistics: Sendable, Equatable {
  /// How many documents there are.
  public var documentCount: Int
  /// The sum of their lengths, as ``IndexReader/totalLength`` counts them.
  public var totalLength: Int
  /// In how many documents terms occur; a term that is not there counts as one of no document.
  public var documentFrequencies: [Term: Int]

  /// The statistics of a collection.
  public init(documentCount: Int, totalLength: Int, documentFrequencies: [Term: Int]) {
    self.documentCount = documentCount
    self.totalLength = totalLength
    self.documentFrequencies = documentFrequencies
  }

  /// The average document length; 0 if there is none.
  public var averageLength: Double {
    documentCount == 0 ? 0 : Double(totalLength) / Double(documentCount)
  }
}
