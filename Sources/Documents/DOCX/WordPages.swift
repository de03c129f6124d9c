/// The page on which the next character stands, as far as Word noted it.
///
/// A document has no pages; Word writes where they began when it was saved last, and other programs nothing.
struct WordPages {
  /// From 1.
  private(set) var current = 1
  /// Whether Word noted any.
  private(set) var areKnown = false
  /// Whether a page that was asked for has no text yet: Word notes it once more where it begins.
  private var isBroken = false

  mutating func readText() { isBroken = false }

  /// A page is asked for.
  mutating func breakPage() {
    current += 1
    isBroken = true
  }

  /// Word noted that a page begins here.
  mutating func readRenderedBreak() {
    areKnown = true
    if !isBroken { current += 1 }
    isBroken = false
  }
}
