/// Bars and lines of bars, made of characters.
enum Bars {
  private static let eighths = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]
  private static let levels = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]

  /// A bar from left to right.
  ///
  /// - Parameters:
  ///   - share: How much of the width it takes; what is more than nothing is seen.
  ///   - width: In columns.
  /// - Returns: As many characters as the bar takes columns.
  static func bar(_ share: Double, width: Int) -> String {
    let parts = Int((min(max(share, 0), 1) * Double(width * 8)).rounded())
    let shown = share > 0 ? max(parts, 1) : 0
    return String(repeating: "█", count: shown / 8) + eighths[shown % 8]
  }

  /// A column for each value, a blank for what has none; 0 is the lowest, and nothing else is.
  static func line(_ values: [Double?]) -> String {
    let most = values.compactMap(\.self).max() ?? 0
    return values.map { value in
      guard let value else { return " " }
      guard value > 0, most > 0 else { return levels[0] }
      return levels[min(1 + Int(value / most * 7 - 1e-9), 7)]
    }.joined()
  }
}
