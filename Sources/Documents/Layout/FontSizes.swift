/// Tells the sizes of fonts by the boxes of their words.
///
/// A box is as high as the font's lines are, which is between 1 and 2.6 times its size. But a Han character is as broad as the
/// font is large. So words of the same height are taken for words of a font, whose size is the breadth that most of
/// their characters have; letters that are spaced out to fill a line do not have it.
struct FontSizes {
  private var advances: [Int: [Int: Int]] = [:]
  /// The breadth of words of Han and letters, and how many squares they fill, by their heights.
  private var mixed: [Int: (width: Double, units: Double)] = [:]
  private var sizes: [Int: Double] = [:]
  /// The size of most of the text.
  private(set) var body = 10.5

  /// A tenth of a point.
  private static let unit = 10.0
  private static let largest = 10_000.0

  private static func key(_ length: Double) -> Int {
    Int((min(max(length, 0), largest) * unit).rounded())
  }

  init(_ pages: [[PlacedWord]]) {
    for words in pages {
      for word in words where word.size == 0 { add(word) }
    }
    for (height, counts) in advances {
      guard let best = counts.keys.max(by: { score($0, counts) < score($1, counts) }) else {
        continue
      }
      sizes[height] = Double(best) / Self.unit
    }
    // A word that begins with a letter may have the height of its font though Han follow.
    let known = Set(sizes.values)
    for (height, sum) in mixed where sizes[height] == nil && sum.units > 0 {
      let size = sum.width / sum.units
      let nearest = known.min { abs($0 - size) < abs($1 - size) }
      sizes[height] = nearest.flatMap { abs($0 - size) < Self.sameSize * size ? $0 : nil } ?? size
    }
    var weights: [Int: Double] = [:]
    for words in pages {
      for word in words {
        weights[Self.key(size(of: word)), default: 0] += ScalarWidth.units(word.text)
      }
    }
    if let most = weights.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }) {
      body = max(Double(most.key) / Self.unit, 1)
    }
  }

  private func score(_ advance: Int, _ counts: [Int: Int]) -> (Int, Int) {
    let near = (counts[advance - 1] ?? 0) + (counts[advance + 1] ?? 0)
    return (2 * (counts[advance] ?? 0) + near, -advance)
  }

  private static let letterWidth = 0.55
  private static let sameSize = 0.08

  private mutating func add(_ word: PlacedWord) {
    var full = 0
    var other = 0
    for scalar in word.text.unicodeScalars {
      if ScalarWidth.isFull(scalar) { full += 1 } else { other += 1 }
    }
    let height = Self.key(word.box.height)
    if full > 0, other == 0 {
      advances[height, default: [:]][Self.key(word.box.width / Double(full)), default: 0] += full
    } else if full > 3, full > other {
      let sum = mixed[height] ?? (0, 0)
      mixed[height] = (
        sum.width + word.box.width, sum.units + Double(full) + Self.letterWidth * Double(other)
      )
    }
  }

  /// Of a font without Han characters.
  private static let sizeOfHeight = 0.85

  func size(of word: PlacedWord) -> Double {
    if word.size > 0 { return word.size }
    return sizes[Self.key(word.box.height)] ?? word.box.height * Self.sizeOfHeight
  }
}
