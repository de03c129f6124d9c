/// Words with what each is, of which the longest that begins at a place is found at once.
struct WordTable<Value: Sendable>: Sendable {
  private var words: [Unicode.Scalar: [(word: [Unicode.Scalar], value: Value)]] = [:]

  /// Lists of words, separated by blanks.
  init(_ lists: [(String, Value)]) {
    for (list, value) in lists {
      for word in list.split(whereSeparator: \.isWhitespace) {
        let scalars = Array(word.unicodeScalars)
        words[scalars[0], default: []].append((scalars, value))
      }
    }
    for key in words.keys {
      // The first of two equal words counts, so that an order of lists decides.
      let sorted = words[key]?.enumerated().sorted {
        ($1.element.word.count, $0.offset) < ($0.element.word.count, $1.offset)
      }
      words[key] = sorted?.map(\.element)
    }
  }

  /// The longest word that begins at `index` and ends at `end` or before; words of letters end where a word ends.
  func match(_ text: FigureText, at index: Int, end: Int) -> (value: Value, length: Int)? {
    guard let candidates = words[text[index].lowercased] else { return nil }
    for (word, value) in candidates where index + word.count <= end {
      var place = 0
      while place < word.count, text[index + place].lowercased == word[place] { place += 1 }
      guard place == word.count else { continue }
      if word[place - 1].isASCIILetter, text[index + place].isASCIILetter { continue }
      return (value, word.count)
    }
    return nil
  }
}

extension Unicode.Scalar {
  /// The small letter of an ASCII capital.
  var lowercased: Unicode.Scalar {
    ("A"..."Z").contains(self) ? Unicode.Scalar(UInt8(value) + 0x20) : self
  }
}
