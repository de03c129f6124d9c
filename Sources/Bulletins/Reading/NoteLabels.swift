/// The marks of footnotes in Markdown: `[^1]` in the text, `[^1]: …` where the note is.
///
/// A mark is mark-up as the target of a link is. A label that is no number counts only where the
/// file has its note: `[^a-z]` may be a pattern.
struct NoteLabels {
  private let source: [UInt8]
  /// The labels of all notes; nil as long as nobody has asked for one that is no number.
  private var defined: Set<ArraySlice<UInt8>>?

  private static let longestLabel = 60

  init(_ source: [UInt8]) {
    self.source = source
  }

  /// The label of the mark that begins at `position`, if one does.
  mutating func mark(at position: Int, end: Int) -> Range<Int>? {
    guard let label = label(at: position, end: end) else { return nil }
    if source[label].allSatisfy({ InlineScanner.isDigit($0) }) { return label }
    let defined = defined ?? definedLabels()
    self.defined = defined
    return defined.contains(source[label]) ? label : nil
  }

  /// Where the text of a note begins, in a line that is one.
  func definition(in content: Range<Int>) -> Int? {
    guard let label = label(at: content.lowerBound, end: content.upperBound),
      isDefinition(label, end: content.upperBound)
    else { return nil }
    return label.upperBound + 2
  }

  private func definedLabels() -> Set<ArraySlice<UInt8>> {
    var labels: Set<ArraySlice<UInt8>> = []
    var isLineStart = true
    for (position, byte) in source.enumerated() {
      if isLineStart, let label = label(at: position, end: source.count),
        isDefinition(label, end: source.count)
      {
        labels.insert(source[label])
      }
      isLineStart = byte == 0x0A || byte == 0x0D || isLineStart && byte == 0x20
    }
    return labels
  }

  private func isDefinition(_ label: Range<Int>, end: Int) -> Bool {
    label.upperBound + 1 < end && source[label.upperBound + 1] == UInt8(ascii: ":")
  }

  private func label(at position: Int, end: Int) -> Range<Int>? {
    let limit = min(end, position + Self.longestLabel)
    guard position + 3 < limit, source[position] == UInt8(ascii: "["),
      source[position + 1] == UInt8(ascii: "^")
    else { return nil }
    var next = position + 2
    while next < limit, source[next] != UInt8(ascii: "]") {
      guard source[next] > 0x20, source[next] != UInt8(ascii: "[") else { return nil }
      next += 1
    }
    return next < limit && next > position + 2 ? position + 2..<next : nil
  }
}
