internal import TextAnalysis

/// Which words are terms of their own.
enum IndexedWord {
  /// Han words of one and two characters are characters and pairs, which are terms already.
  static func isTerm(_ token: Token) -> Bool {
    switch token.kind {
    case .han: token.range.count > 2
    case .letters, .number: true
    case .other: token.isUserWord
    }
  }
}
