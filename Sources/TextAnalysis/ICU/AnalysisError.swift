/// Why a text could not be cut into words.
public enum AnalysisError: Error, Equatable, CustomStringConvertible {
  /// ICU's word iterator for Chinese could not be opened.
  case wordIteratorUnavailable(code: Int)
  /// ICU stopped within a text.
  case segmentationFailed(code: Int)

  public var description: String {
    switch self {
    case .wordIteratorUnavailable(let code):
      "ICU cannot open its word iterator (error \(code)); reinstall ICU with its data"
    case .segmentationFailed(let code):
      "ICU cannot cut the text into words (error \(code))"
    }
  }
}
