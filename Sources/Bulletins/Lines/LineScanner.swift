/// Reads a line from left to right, one folded scalar at a time.
///
/// A copy is a bookmark: assign it back to return there.
package struct LineScanner {
  private(set) var rest: Substring.UnicodeScalarView

  package init(_ line: Substring) {
    rest = line.unicodeScalars
  }

  var index: Substring.Index { rest.startIndex }
  package var isAtEnd: Bool { rest.isEmpty }
  var remainder: Substring { Substring(rest) }

  /// The next scalar as ``LineFolding`` folds it.
  var next: Unicode.Scalar? { rest.first.map(LineFolding.fold) }

  mutating func advance() {
    rest = rest.dropFirst()
  }

  mutating func skipBlanks() {
    rest = rest.drop(while: LineFolding.isBlank)
  }

  mutating func skip(while condition: (Unicode.Scalar) -> Bool) {
    rest = rest.drop { condition(LineFolding.fold($0)) }
  }

  /// Takes the scalar if it is next.
  package mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard next == scalar else { return false }
    advance()
    return true
  }

  /// Takes the word if it is next; blanks may stand between its characters, as in 目　录.
  mutating func take(word: String) -> Bool {
    var probe = self
    for (place, scalar) in word.unicodeScalars.enumerated() {
      if place > 0 { probe.skipBlanks() }
      guard probe.take(scalar) else { return false }
    }
    self = probe
    return true
  }

  /// Takes the first of the words that is next, so a longer word has to stand before its beginning.
  mutating func take(oneOf words: [String]) -> String? {
    words.first { take(word: $0) }
  }

  /// Takes the longest run of folded scalars that satisfy the condition.
  mutating func take(while condition: (Unicode.Scalar) -> Bool) -> Substring {
    let end = rest.firstIndex { !condition(LineFolding.fold($0)) } ?? rest.endIndex
    let taken = Substring(rest[..<end])
    rest = rest[end...]
    return taken
  }

  /// Takes an Arabic or Chinese numeral.
  package mutating func takeNumeral() -> Int? {
    var probe = self
    let run = probe.take(while: ChineseNumeral.isPart)
    guard let value = ChineseNumeral.value(of: run) else { return nil }
    self = probe
    return value
  }

  /// Takes what stands between the bracket that is next and its partner, and both brackets.
  mutating func takeBracketed(
    by open: Unicode.Scalar, and close: Unicode.Scalar
  ) -> Substring? {
    var probe = self
    guard probe.take(open) else { return nil }
    let inner = probe.take { $0 != close && $0 != open }
    guard probe.take(close) else { return nil }
    self = probe
    return inner
  }
}
