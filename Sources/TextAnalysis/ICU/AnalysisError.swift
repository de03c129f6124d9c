/// Why a text could not be cut into words.
public enum AnalysisError: Error, Equatable {
  /// ICU's word iterator for Chinese could not be opened.
  case wordIteratorUnavailable(code: Int)
  /// ICU stopped within a text.
  case segmentationFailed(code: Int)
}
