package import BulletinSearch

extension Excerpt {
  /// A run of an excerpt that is highlighted as a whole or not at all.
  package struct HighlightPiece: Equatable {
    package var text: String
    package var isHighlight: Bool
  }

  /// The text, cut where highlights begin and end.
  ///
  /// Ranges outside the text, or not in order, are left out.
  package var pieces: [HighlightPiece] {
    let bytes = Array(text.utf8)
    var pieces: [HighlightPiece] = []
    var position = 0
    func add(_ range: Range<Int>, isHighlight: Bool) {
      guard !range.isEmpty else { return }
      let text = String(decoding: bytes[range], as: UTF8.self)
      pieces.append(HighlightPiece(text: text, isHighlight: isHighlight))
    }
    for range in highlights where range.lowerBound >= position && range.upperBound <= bytes.count {
      add(position..<range.lowerBound, isHighlight: false)
      add(range, isHighlight: true)
      position = range.upperBound
    }
    add(position..<bytes.count, isHighlight: false)
    return pieces
  }
}
