/// The words of the editors that introduce an article: 编者按：….
enum EditorsNote {
  /// Whether a line begins such words.
  static func begins(_ line: ArraySlice<UInt8>) -> Bool {
    marks.contains { line.starts(with: $0) }
  }

  private static let marks = [
    "编者按", "【编者按】", "编者的话", "按语：", "編者按", "【編者按】",
  ].map { Array($0.utf8) }
}
