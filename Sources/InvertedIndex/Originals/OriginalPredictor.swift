/// Predicts what the original has in the place of the next searched character, from what it had before.
///
/// Spaces between ideographs and other scripts, capital letters and the forms of characters go on as they
/// were: only where they change, a text's differences say anything. What is written and what is read is
/// predicted by the same code.
struct OriginalPredictor {
  /// What decides whether a space may stand between two characters.
  enum ScalarKind: UInt8, CaseIterable {
    case ideograph, letter, digit, other

    init(_ scalar: UInt32) {
      switch scalar {
      case 0x2E80..<0xA4D0, 0xF900..<0xFB00, 0x2_0000...: self = .ideograph
      case 0x30...0x39: self = .digit
      case 0x41...0x5A, 0x61...0x7A: self = .letter
      default: self = .other
      }
    }
  }

  /// After so many capital letters in a word the next letter is one.
  private static let capitalRun = 2
  private static let caseBit: UInt32 = 0x20

  /// The forms in which characters were written last, or have in texts that use the forms of a code.
  private var forms: ScalarMap
  private var capitals = 0
  /// Whether a space stood where an ideograph and a digit met last, and where one and a letter did.
  private var spacesDigits = false
  private var spacesLetters = false

  /// - Parameter forms: The forms that characters have if nothing else was written; none for themselves.
  init(forms: ScalarMap) {
    self.forms = forms
  }

  /// Whether a space is expected between characters of two kinds.
  func expectsSpace(between first: ScalarKind, _ second: ScalarKind) -> Bool {
    guard let other = Self.border(first, second) else { return false }
    return other == .digit ? spacesDigits : spacesLetters
  }

  /// Notes that something other than was expected stands there.
  mutating func inserted(
    isEmpty: Bool, isSpace: Bool, between first: ScalarKind, _ second: ScalarKind
  ) {
    if !isEmpty { capitals = 0 }
    guard isEmpty || isSpace, let other = Self.border(first, second) else { return }
    if other == .digit { spacesDigits = isSpace } else { spacesLetters = isSpace }
  }

  /// The scalar that is expected for a searched one.
  @inline(__always)  // Asked at each character of a corpus.
  func form(of scalar: UInt32) -> UInt32 {
    if Self.isSmallLetter(scalar) {
      return capitals >= Self.capitalRun ? scalar ^ Self.caseBit : scalar
    }
    return forms[scalar] ?? scalar
  }

  /// Whether a character is expected as itself, whatever stands before it, and meets no space; true of most.
  @inline(__always)
  func isItself(_ scalar: UInt32) -> Bool {
    Self.isNeitherDigitNorLetter(scalar) && !forms.mayContain(scalar)
  }

  /// False for ASCII from the first digit to the last letter.
  @inline(__always)
  private static func isNeitherDigitNorLetter(_ scalar: UInt32) -> Bool {
    scalar > 0x7A || scalar < 0x30
  }

  /// Writes characters up to the first one of which ``isItself(_:)`` does not hold.
  ///
  /// - Returns: How many were written.
  func appendItself(_ scalars: Span<UInt32>, to bytes: inout GrowingBytes) -> Int {
    forms.withFilter { filter in
      bytes.append(scalars) {
        Self.isNeitherDigitNorLetter($0) && !ScalarMap.mayContain($0, filter)
      }
    }
  }

  /// Goes by characters that are expected as they are, with nothing between them, and notes that they were
  /// written; most characters of a corpus are so.
  ///
  /// - Parameters:
  ///   - scalars: The searched characters.
  ///   - range: Those that have no other form and nothing before them.
  ///   - previous: The kind of the character before the range.
  /// - Returns: Where the first one stands that is not expected, or the end.
  mutating func passExpected(
    in scalars: [UInt32], _ range: Range<Int>, after previous: ScalarKind
  ) -> Int {
    let scalars = scalars.span
    guard let first = range.first, capitals < Self.capitalRun || !Self.isSmallLetter(scalars[first])
    else { return range.lowerBound }
    let mayExpectSpace = spacesDigits || spacesLetters
    var previous = previous
    for index in range {
      let scalar = scalars[index]
      if mayExpectSpace {
        let kind = ScalarKind(scalar)
        if expectsSpace(between: previous, kind) { return index }
        previous = kind
      }
      if !Self.isSmallLetter(scalar), forms.mayContain(scalar), form(of: scalar) != scalar {
        return index
      }
      capitals = 0
    }
    return range.upperBound
  }

  /// Notes what stands for `scalar`, whether it was expected or not.
  mutating func wrote(_ form: UInt32, for scalar: UInt32) {
    if Self.isSmallLetter(scalar) {
      capitals = form == scalar ^ Self.caseBit ? capitals + 1 : 0
    } else {
      capitals = 0
      if form != self.form(of: scalar) { forms.set(scalar, to: form) }
    }
  }

  /// Notes that a space, as expected, or several characters at once were written.
  mutating func wroteOther() {
    capitals = 0
  }

  /// The same letter in the other case; nil if `scalar` is no small letter of ASCII.
  static func otherCase(of form: UInt32, for scalar: UInt32) -> UInt32? {
    isSmallLetter(scalar) ? form ^ caseBit : nil
  }

  /// Whether a character has no forms but its two cases.
  static func isSmallLetter(_ scalar: UInt32) -> Bool { (0x61...0x7A).contains(scalar) }

  /// What an ideograph meets; nil where none meets a letter or a digit.
  private static func border(_ first: ScalarKind, _ second: ScalarKind) -> ScalarKind? {
    switch (first, second) {
    case (.ideograph, .letter), (.ideograph, .digit): second
    case (.letter, .ideograph), (.digit, .ideograph): first
    default: nil
    }
  }
}
