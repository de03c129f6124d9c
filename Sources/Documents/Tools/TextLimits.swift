/// How much of a document is read; a longer one is refused, so that reading it needs no more memory than there may be.
enum TextLimits {
  /// Some ten thousand pages.
  static let mostTextBytes = 32 << 20
  /// Each takes some two hundred bytes beside its text.
  static let mostParagraphs = 250_000
}
