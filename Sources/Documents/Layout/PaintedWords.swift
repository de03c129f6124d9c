/// Removes what a page paints beside its text: copies of the same characters at the same place, and marks across the page.
enum PaintedWords {
  /// Where a word is painted, and what tells it from most others, in one number: several may have the same.
  private static func place(_ text: String, _ column: Double, _ row: Double) -> UInt64 {
    let first = UInt64(text.unicodeScalars.first?.value ?? 0)
    let what = first << 32 | UInt64(truncatingIfNeeded: text.utf8.count)
    let cell = UInt64(bitPattern: Int64(column)) << 32 ^ UInt64(bitPattern: Int64(row))
    return what &* 0x9E37_79B9_7F4A_7C15 ^ cell
  }

  /// In parts of a word's thickness: how far apart copies are painted.
  private static let copyDistance = 0.3

  /// Keeps one of several copies, which are how some programs make bold letters, and marks it as bold.
  static func withoutCopies(_ words: [PlacedWord]) -> [PlacedWord] {
    var kept: [PlacedWord] = []
    kept.reserveCapacity(words.count)
    var places: [UInt64: Int] = [:]
    for var word in words {
      guard let square = thickness(word) else { continue }
      if let last = kept.last, trimCopy(of: last, from: &word) {
        kept[kept.count - 1].isBold = true
        if word.text.isEmpty { continue }
        word.isBold = true
      }
      let cell = 2 * copyDistance * square
      let column = (word.box.left / cell).rounded(.down)
      let row = (word.box.top / cell).rounded(.down)
      let nextColumn = word.box.left / cell - column < 0.5 ? column - 1 : column + 1
      let nextRow = word.box.top / cell - row < 0.5 ? row - 1 : row + 1
      let copy = [(column, row), (nextColumn, row), (column, nextRow), (nextColumn, nextRow)]
        .lazy.compactMap { places[place(word.text, $0, $1)] }
        .first {
          abs(kept[$0].box.left - word.box.left) <= copyDistance * square
            && abs(kept[$0].box.top - word.box.top) <= copyDistance * square
            && abs(kept[$0].box.width - word.box.width) <= copyDistance * square
            && kept[$0].text.utf8.elementsEqual(word.text.utf8)
        }
      if let copy {
        kept[copy].isBold = true
        continue
      }
      places[place(word.text, column, row)] = kept.count
      kept.append(word)
    }
    return kept
  }

  private static func thickness(_ word: PlacedWord) -> Double? {
    let square = min(word.box.width, word.box.height)
    return square > 0.1 ? square : nil
  }

  /// Takes off a word's first character if the word before ends with the same one at the same place.
  private static func trimCopy(of last: PlacedWord, from word: inout PlacedWord) -> Bool {
    guard let scalar = word.text.unicodeScalars.first,
      last.text.unicodeScalars.last == scalar, ScalarWidth.isFull(scalar),
      word.text.unicodeScalars.count > 1
    else { return false }
    let advance = word.box.width / Double(word.text.unicodeScalars.count)
    guard abs(last.box.right - advance - word.box.left) < copyDistance * advance,
      abs(last.box.centerY - word.box.centerY) < copyDistance * advance
    else { return false }
    word.text.unicodeScalars.removeFirst()
    word.box.left += advance
    return true
  }

  private static let shortestMark = 3
  private static let longestPart = 2

  /// Leaves out text that runs aslant across the page: each character of it is a word of its own, as far to the
  /// side as below or above the one before.
  static func withoutWatermarks(_ words: [PlacedWord]) -> [PlacedWord] {
    var marks = Set<Int>()
    var start = 0
    while start + 1 < words.count {
      var end = start + 1
      if let first = slant(words[start], words[end]) {
        while end + 1 < words.count, let next = slant(words[end], words[end + 1]),
          abs(next.x - first.x) < 0.35, abs(next.y - first.y) < 0.35
        {
          end += 1
        }
        if end - start + 1 >= shortestMark {
          // The rest of it may have been broken off.
          var (first, last) = (start, end)
          while first > 0, isLike(words[first], words[first - 1]) { first -= 1 }
          while last + 1 < words.count, isLike(words[last], words[last + 1]) { last += 1 }
          marks.formUnion(first...last)
          end = last
        }
      }
      start = end
    }
    guard !marks.isEmpty else { return words }
    return words.enumerated().compactMap { marks.contains($0) ? nil : $1 }
  }

  /// Whether a word is of the same height as one of a mark.
  private static func isLike(_ mark: PlacedWord, _ word: PlacedWord) -> Bool {
    abs(mark.box.height - word.box.height) < 0.02 * mark.box.height
      && abs(mark.box.width - word.box.width) < 0.02 * mark.box.width
  }

  /// The way from a word to the next in squares, if it is aslant.
  private static func slant(_ a: PlacedWord, _ b: PlacedWord) -> (x: Double, y: Double)? {
    guard a.text.unicodeScalars.count <= longestPart, b.text.unicodeScalars.count <= longestPart,
      let square = thickness(a), abs(a.box.height - b.box.height) < square / 4
    else { return nil }
    let x = (b.box.centerX - a.box.centerX) / square
    let y = (b.box.centerY - a.box.centerY) / square
    guard (0.25...2.5).contains(abs(x)), (0.25...2.5).contains(abs(y)) else { return nil }
    return (x, y)
  }
}
