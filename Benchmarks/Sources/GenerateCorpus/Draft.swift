/// The words of an article that is being written, in order.
struct Draft {
  private(set) var words: [Word] = []
  /// Where the words stand that are no repetition.
  private(set) var origins: [Int] = []

  mutating func append(_ word: Word) {
    origins.append(words.count)
    words.append(word)
  }

  /// Appends a word that stands already at this position.
  mutating func repeatWord(at position: Int) {
    words.append(words[position])
  }

  mutating func removeAll() {
    words.removeAll(keepingCapacity: true)
    origins.removeAll(keepingCapacity: true)
  }
}
