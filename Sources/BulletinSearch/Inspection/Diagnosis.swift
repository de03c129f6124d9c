internal import TextAnalysis

/// What the libraries are that this process runs with, as far as they change what is found.
public struct Diagnosis: Sendable, Equatable, Codable {
  /// What cuts Han into words.
  public enum Segmentation: String, Sendable, Codable {
    /// ICU's dictionary, read directly.
    case dictionary
    /// ICU's iterator, because its dictionary cannot be read.
    case iteratorForUnreadableDictionary
    /// ICU's iterator, because it cuts otherwise than its dictionary says.
    case iteratorForOtherCuts
  }

  /// The version of ICU, as in `72.1`.
  public var icu: String
  /// The version of Unicode that ICU knows, as in `15.0`.
  public var unicode: String
  /// The rules by which texts are analysed, as an index names them.
  public var analyzer: String
  /// How Han characters are cut.
  public var segmentation: Segmentation
  /// How many words ICU's dictionary has; nil if it cannot be read.
  public var dictionaryWordCount: Int?
  /// The bytes of the table that large numbers of texts are cut with; nil if there is none.
  public var tableByteCount: Int?

  /// Looks, in some 50 ms.
  public init() {
    let report = SegmentationReport()
    icu = report.icuVersion
    unicode = report.unicodeVersion
    analyzer = TextAnalyzer.identity
    dictionaryWordCount = report.wordCount
    tableByteCount = report.tableByteCount
    segmentation =
      switch report.isEqual {
      case true?: .dictionary
      case false?: .iteratorForOtherCuts
      case nil: .iteratorForUnreadableDictionary
      }
  }

  /// Whether all is as it should be.
  public var isHealthy: Bool { segmentation == .dictionary && tableByteCount != nil }
}
