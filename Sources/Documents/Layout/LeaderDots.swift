/// Puts together the dots that lead to a page number in contents.
///
/// Some programs draw each by itself, with blanks between them or from the right to the left, so that they come as words
/// and not in order.
enum LeaderDots {
  private static let dots = Set(".．·•․‥…".unicodeScalars)
  private static let fewest = 4
  /// In heights of the line.
  private static let widestStep = 1.5
  private static let sameLine = 0.1

  static func joined(_ words: [PlacedWord]) -> [PlacedWord] {
    guard words.contains(where: { dot($0) != nil }) else { return words }
    var result: [PlacedWord] = []
    result.reserveCapacity(words.count)
    var start = 0
    while start < words.count {
      let end = end(of: words, from: start)
      if end - start < fewest {
        result.append(words[start])
        start += 1
      } else {
        var leader = words[start]
        leader.text = String(repeating: leader.text, count: end - start)
        for word in words[start..<end] { leader.box.formUnion(word.box) }
        result.append(leader)
        start = end
      }
    }
    return result
  }

  /// Where a row of equal dots ends that begins with a word.
  private static func end(of words: [PlacedWord], from start: Int) -> Int {
    guard let first = dot(words[start]) else { return start + 1 }
    var end = start + 1
    while end < words.count, dot(words[end]) == first, follows(words[end - 1].box, words[end].box) {
      end += 1
    }
    return end
  }

  private static func follows(_ first: Box, _ second: Box) -> Bool {
    abs(first.centerY - second.centerY) < sameLine * first.height
      && abs(first.centerX - second.centerX) < widestStep * first.height
  }

  private static func dot(_ word: PlacedWord) -> Unicode.Scalar? {
    let scalars = word.text.unicodeScalars
    guard let first = scalars.first, dots.contains(first),
      scalars.index(after: scalars.startIndex) == scalars.endIndex
    else { return nil }
    return first
  }
}
