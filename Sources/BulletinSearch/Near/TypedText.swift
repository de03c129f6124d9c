internal import TextAnalysis

/// A text as it was typed, and the parts of it that can be replaced.
struct TypedText {
  private let bytes: [UInt8]
  private let text: AnalyzedText

  /// - Throws: `AnalysisError` if ICU fails.
  init(_ text: String, analyzer: TextAnalyzer) throws {
    bytes = Array(text.utf8)
    self.text = try analyzer.analyze(bytes)
  }

  /// The parts between marks and spaces, as ranges of searched characters.
  var stretches: [Range<Int>] {
    var stretches: [Range<Int>] = []
    for index in text.match.scalars.indices where text.match.isWord(at: index) {
      if let last = stretches.last, last.upperBound == index {
        stretches[stretches.count - 1] = last.lowerBound..<index + 1
      } else {
        stretches.append(index..<index + 1)
      }
    }
    return stretches
  }

  /// The parts that can be replaced: the text as a whole if it can be pinyin, whose apostrophes, hyphens and
  /// tones are marks or letters beside others, or else its stretches.
  var parts: [Range<Int>] {
    let whole = 0..<text.match.count
    return stretches.count > 1 && isSpelled(whole) ? [whole] : stretches
  }

  /// The words in a stretch; Han characters that the dictionary left single are taken together.
  func words(in stretch: Range<Int>) -> [Range<Int>] {
    var words: [Range<Int>] = []
    var lastIsSingle = false
    for token in text.tokens where stretch.contains(token.range.lowerBound) {
      let isSingle = token.kind == .han && token.range.count == 1
      if isSingle, lastIsSingle, let last = words.last,
        last.upperBound == token.range.lowerBound
      {
        words[words.count - 1] = last.lowerBound..<token.range.upperBound
      } else {
        words.append(token.range)
      }
      lastIsSingle = isSingle
    }
    return words
  }

  func scalars(_ range: Range<Int>) -> [UInt32] {
    Array(text.match.scalars[range])
  }

  /// Whether a part has Han characters.
  func hasHan(_ range: Range<Int>) -> Bool {
    range.contains { text.match.scalars[$0].isIdeograph }
  }

  /// Whether a part can be pinyin, or has some beside what stands for itself.
  func isSpelled(_ range: Range<Int>) -> Bool {
    !Pinyin.shared.ways(of: scalars(range), limit: 1).isEmpty
  }

  /// How many syllables the text has, if it is pinyin and nothing else.
  var syllableCount: Int? {
    let way = Pinyin.shared.ways(of: text.match.scalars, limit: 1).first
    let isPinyin = way?.allSatisfy { if case .syllable = $0 { true } else { false } }
    return isPinyin == true ? way?.count : nil
  }

  /// The characters of the whole text as they are searched.
  var scalars: [UInt32] { text.match.scalars }

  /// The bytes of the text that have to change for a part to become `replacement`, and what they become;
  /// the rest of the part stays as it was typed.
  func edit(_ range: Range<Int>, to replacement: [UInt32]) -> (range: Range<Int>, text: String) {
    let old = scalars(range)
    let front = zip(old, replacement).prefix { $0 == $1 }.count
    let limit = min(old.count, replacement.count) - front
    let back = zip(old.reversed(), replacement.reversed()).prefix { $0 == $1 }.count
    let tail = min(back, limit)
    let changed = range.lowerBound + front..<range.upperBound - tail
    let text = String(scalars: replacement[front..<replacement.count - tail])
    guard changed.isEmpty else { return (self.text.match.sourceRange(of: changed), text) }
    // Something is put in, behind what stands before it.
    let place =
      front > 0
      ? self.text.match.ends[changed.lowerBound - 1] : self.text.match.starts[changed.lowerBound]
    return (Int(place)..<Int(place), text)
  }

  /// A part as it was typed.
  func original(_ range: Range<Int>) -> String {
    String(decoding: bytes[text.match.sourceRange(of: range)], as: UTF8.self)
  }
}
