extension String {
  /// The text on one line.
  func replacingLineFeeds() -> String {
    guard unicodeScalars.contains("\n") else { return self }
    var line = UnicodeScalarView()
    for scalar in unicodeScalars { line.append(scalar == "\n" ? " " : scalar) }
    return String(line)
  }
}
