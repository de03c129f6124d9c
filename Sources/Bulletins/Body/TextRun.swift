/// A line of an article, or what a byline at its end leaves of it.
struct TextRun {
  private var packedLine: UInt32
  private var packedText: PackedRange

  init(line: Int, text: Range<Int>) {
    packedLine = UInt32(line)
    packedText = PackedRange(text)
  }

  /// The index of the line.
  var line: Int { Int(packedLine) }

  /// Where it is in ``ReadFile/text``.
  var text: Range<Int> {
    get { packedText.range }
    set { packedText = PackedRange(newValue) }
  }
}
