/// Words with what each is, of which the longest that begins at a place is found at once.
struct WordTable<Value: Sendable>: Sendable {
  private var words: [Unicode.Scalar: [(word: [Unicode.Scalar], value: Value)]] = [:]
  /// Whether a word may begin with a scalar: most places of a text begin none, and this is quicker than to look one up.
  private var starts = ScalarBits()

  /// Lists of words, separated by blanks.
  init(_ lists: [(String, Value)]) {
    for (list, value) in lists {
      for word in list.split(whereSeparator: \.isWhitespace) {
        let scalars = Array(word.unicodeScalars)
        words[scalars[0], default: []].append((scalars, value))
        starts.insert(scalars[0])
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
    let first = text[index].lowercased
    guard starts.mayContain(first), let candidates = words[first] else { return nil }
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

/// A set of scalars, of which those beyond the first 2¹⁶ stand for each other.
struct ScalarBits: Sendable {
  private var words = [UInt64](repeating: 0, count: 1 << 10)

  mutating func insert(_ scalar: Unicode.Scalar) {
    words[Self.word(of: scalar)] |= 1 << UInt64(scalar.value & 63)
  }

  func mayContain(_ scalar: Unicode.Scalar) -> Bool {
    words[Self.word(of: scalar)] >> UInt64(scalar.value & 63) & 1 == 1
  }

  private static func word(of scalar: Unicode.Scalar) -> Int { Int(scalar.value >> 6 & 1023) }
}

extension Unicode.Scalar {
  /// The small letter of an ASCII capital.
  var lowercased: Unicode.Scalar {
    ("A"..."Z").contains(self) ? Unicode.Scalar(UInt8(value) + 0x20) : self
  }
}
