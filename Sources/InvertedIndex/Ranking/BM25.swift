#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// The ranking function BM25.
///
/// For a term that occurs *tf* times in a document of length *dl*, and in *df* of the *N* documents:
///
///     weight = idf · tf ÷ (tf + k₁ · (1 − b + b · dl ÷ avgdl))
///     idf    = ln(1 + (N − df + 0.5) ÷ (df + 0.5))
///
/// Robertson and Zaragoza, *The Probabilistic Relevance Framework: BM25 and Beyond*, 2009, without the
/// constant factor (k₁ + 1), which changes no order. The `1 +` keeps *idf* above zero for a term that
/// is in more than half the documents; Lucene does the same. *dl* is the length that
/// `DocumentLength` keeps of a document, *avgdl* the exact average.
public struct BM25: Sendable, Equatable {
  /// How slowly repetition of a term stops to count: 1.2, as in Lucene.
  public var k1 = 1.2
  /// How much a long document is held against it, from 0 to 1: 0.75, as in Lucene.
  public var b = 0.75

  /// The usual constants.
  public init() {}

  /// Other constants.
  public init(k1: Double, b: Double) {
    self.k1 = k1
    self.b = b
  }

  /// The part of a term's weight that does not depend on the document.
  public static func inverseDocumentFrequency(documentFrequency: Int, documentCount: Int) -> Double
  {
    let without = Double(documentCount - documentFrequency)
    return log(1 + (without + 0.5) / (Double(documentFrequency) + 0.5))
  }

  /// `k₁ · (1 − b + b · dl ÷ avgdl)` for each length code.
  func lengthFactors(averageLength: Double) -> ByteTable<Double> {
    ByteTable { code in
      let length = Double(DocumentLength.value(ofCode: code))
      return k1 * (1 - b + b * length / max(averageLength, 1))
    }
  }
}
