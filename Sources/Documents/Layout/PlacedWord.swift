/// A rectangle on a page, in points; y grows downwards.
struct Box: Equatable {
  var left: Double
  var top: Double
  var right: Double
  var bottom: Double

  var width: Double { right - left }
  var height: Double { bottom - top }
  var centerX: Double { (left + right) / 2 }
  var centerY: Double { (top + bottom) / 2 }

  mutating func formUnion(_ other: Box) {
    left = min(left, other.left)
    top = min(top, other.top)
    right = max(right, other.right)
    bottom = max(bottom, other.bottom)
  }
}

/// Characters that a page shows beside each other, and where.
struct PlacedWord {
  var text: String
  var box: Box
  /// The size of its font in points; 0 if the document does not say it.
  var size = 0.0
  /// Whether it was painted more than once, or in a bold font.
  var isBold = false
}

/// The words of a page in the order in which the document has them.
struct PlacedPage {
  /// Counted from 1.
  var number: Int
  var width: Double
  var height: Double
  var words: [PlacedWord] = []
}
