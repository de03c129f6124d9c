/// A line of an article, or what a byline at its end leaves of it.
struct TextRun {
  /// The index of the line.
  var line: Int
  /// Where it is in ``ReadFile/text``.
  var text: Range<Int>
}
