internal import TextAnalysis

/// A highlighted part of an excerpt, in all ways of counting.
public struct Highlight: Sendable, Equatable, Codable {
  /// The highlighted characters.
  public var text: String
  /// Where it begins in the excerpt.
  public var start: TextOffset
  /// Where it ends in the excerpt.
  public var end: TextOffset
}

extension Excerpt {
  /// The highlights with their texts and offsets.
  ///
  /// Ranges outside the text, or not in order, are left out.
  ///
  /// - Complexity: O(*n*) in the bytes of the excerpt.
  public var countedHighlights: [Highlight] {
    let bytes = Array(text.utf8)
    var borders = CharacterBorders(bytes)
    var offset = TextOffset()
    var result: [Highlight] = []
    for range in highlights
    where range.lowerBound >= offset.bytes && range.upperBound <= bytes.count {
      offset.advance(to: range.lowerBound, in: &borders)
      let start = offset
      offset.advance(to: range.upperBound, in: &borders)
      result.append(
        Highlight(text: String(decoding: bytes[range], as: UTF8.self), start: start, end: offset))
    }
    return result
  }
}
