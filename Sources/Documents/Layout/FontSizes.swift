/// Tells the sizes of fonts by the boxes of their words.
///
/// A box is as high as the font's lines are, which is between 1 and 2.6 times its size. But a Han character is as broad as the
/// font is large. So words of the same height are taken for words of a font, whose size is the breadth that most of
/// their characters have; letters that are spaced out to fill a line do not have it.
struct FontSizes {
  private var advances: [Int: [Int: Int]] = [:]
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

  private mutating func add(_ word: PlacedWord) {
    var count = 0
    for scalar in word.text.unicodeScalars {
      guard ScalarWidth.isFull(scalar) else { return }
      count += 1
    }
    guard count > 0 else { return }
    advances[Self.key(word.box.height), default: [:]][
      Self.key(word.box.width / Double(count)), default: 0] += count
  }

  /// Of a font without Han characters.
  private static let sizeOfHeight = 0.85

  func size(of word: PlacedWord) -> Double {
    if word.size > 0 { return word.size }
    return sizes[Self.key(word.box.height)] ?? word.box.height * Self.sizeOfHeight
  }
}
