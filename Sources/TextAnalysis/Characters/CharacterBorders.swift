/// Where the characters of a text begin and end: what readers take for one, which may be several
/// scalars (extended grapheme clusters, as Swift's `Character`).
///
/// Most neighbours in a Chinese text are two scalars that never combine with anything before or
/// behind them; between these there is a border whatever stands around. Only the stretches between
/// two such places are cut by the standard library, and the last one is kept.
public struct CharacterBorders {
  private let bytes: [UInt8]
  /// The stretch that was cut last.
  private var stretch = 0..<0
  /// Its borders in order, with both ends.
  private var borders: [Int] = []

  /// The borders of a text in UTF-8.
  public init(_ utf8: [UInt8]) {
    bytes = utf8
  }

  /// The last border that is not behind `offset`.
  public mutating func roundedDown(_ offset: Int) -> Int {
    guard !isPlainBorder(offset) else { return offset }
    cutStretch(around: offset)
    return borders[firstBorder(behind: offset) - 1]
  }

  /// The first border that is not before `offset`.
  public mutating func roundedUp(_ offset: Int) -> Int {
    guard !isPlainBorder(offset) else { return offset }
    cutStretch(around: offset)
    let index = firstBorder(behind: offset)
    return borders[index - 1] == offset ? offset : borders[index]
  }

  /// The end of the character that begins at `offset`.
  ///
  /// - Precondition: `offset` is a border before the end of the text.
  public mutating func end(ofCharacterAt offset: Int) -> Int {
    let scalar = UTF8Scalar(in: bytes.span, at: offset)
    return roundedUp(scalar.end)
  }

  /// The border `count` characters behind the border `offset`, or `limit` if that comes first.
  public mutating func offset(_ count: Int, after offset: Int, limit: Int) -> Int {
    var offset = offset
    var remaining = count
    while remaining > 0, offset < limit {
      let passed = passPlain(remaining, from: offset, limit: limit)
      remaining -= passed.count
      offset = passed.end
      guard remaining > 0, offset < limit else { break }
      offset = end(ofCharacterAt: offset)
      remaining -= 1
    }
    return min(offset, limit)
  }

  /// The border `count` characters before the border `offset`, or `limit` if that comes first.
  public mutating func offset(_ count: Int, before offset: Int, limit: Int) -> Int {
    var offset = offset
    var remaining = count
    while remaining > 0, offset > limit {
      let passed = passPlainBackward(remaining, from: offset, limit: limit)
      remaining -= passed.count
      offset = passed.start
      guard remaining > 0, offset > limit else { break }
      offset = roundedDown(startOfScalar(before: offset))
      remaining -= 1
    }
    return max(offset, limit)
  }

  /// How many units of UTF-16 and how many characters the text between two borders has.
  ///
  /// - Complexity: O(*n*) in the bytes between them.
  public mutating func length(of range: Range<Int>) -> (utf16: Int, characters: Int) {
    var characters = 0
    var offset = range.lowerBound
    while offset < range.upperBound {
      let passed = passPlain(.max, from: offset, limit: range.upperBound)
      characters += passed.count
      offset = passed.end
      guard offset < range.upperBound else { break }
      offset = end(ofCharacterAt: offset)
      characters += 1
    }
    var units = 0
    let part = bytes.span.extracting(range)
    for index in part.indices {
      let byte = part[index]
      units &+= (isContinuation(byte) ? 0 : 1) &+ (byte >= 0xF0 ? 1 : 0)
    }
    return (units, characters)
  }
}

// MARK: - Plain characters

extension CharacterBorders {
  /// Passes characters that are plain scalars with a plain one behind them: most of a Chinese text.
  ///
  /// - Parameters:
  ///   - count: How many are passed at most.
  ///   - start: A border.
  ///   - limit: No character that begins here or behind it is passed.
  /// - Returns: How many were passed, and the border behind them.
  private func passPlain(_ count: Int, from start: Int, limit: Int) -> (count: Int, end: Int) {
    let span = bytes.span
    guard start < min(limit, span.count), count > 0 else { return (0, start) }
    var passed = 0
    var offset = start
    var scalar = UTF8Scalar(in: span, at: offset)
    guard isPlain(scalar.value) else { return (0, start) }
    while passed < count, offset < limit {
      let end = scalar.end
      guard end < span.count else { return (passed + 1, end) }
      let next = UTF8Scalar(in: span, at: end)
      let isNextPlain = isPlain(next.value)
      // A border follows a line feed whatever comes.
      guard isNextPlain || scalar.value == Self.lineFeed && !isContinuation(span[end]) else {
        break
      }
      passed += 1
      offset = end
      guard isNextPlain else { break }
      scalar = next
    }
    return (passed, offset)
  }

  /// The same towards the beginning: passes characters that begin behind `limit`, or at it.
  private func passPlainBackward(_ count: Int, from start: Int, limit: Int) -> (
    count: Int, start: Int
  ) {
    let span = bytes.span
    guard start > limit, count > 0 else { return (0, start) }
    var passed = 0
    var offset = start
    var begin = startOfScalar(before: offset)
    guard begin == 0 || isPlain(UTF8Scalar(in: span, at: begin).value) else { return (0, start) }
    while passed < count, offset > limit {
      guard begin > 0 else { return (passed + 1, 0) }
      let before = startOfScalar(before: begin)
      guard isPlain(UTF8Scalar(in: span, at: before).value), !isContinuation(span[begin]) else {
        break
      }
      passed += 1
      offset = begin
      begin = before
    }
    return (passed, offset)
  }

  private static let lineFeed: UInt32 = 0x0A
}

// MARK: - Stretches

extension CharacterBorders {
  /// Whether `offset` is a border as the scalars on both sides say.
  private func isPlainBorder(_ offset: Int) -> Bool {
    guard offset > 0, offset < bytes.count else { return true }
    guard !isContinuation(bytes[offset]) else { return false }
    // A line feed ends a character, and begins one unless a carriage return is before it.
    if bytes[offset - 1] == UInt8(ascii: "\n") { return true }
    let span = bytes.span
    return isPlain(UTF8Scalar(in: span, at: offset).value)
      && isPlain(UTF8Scalar(in: span, at: startOfScalar(before: offset)).value)
  }

  /// Cuts the stretch that `offset` is in, if it is not the last one.
  ///
  /// - Precondition: `offset` is no plain border.
  private mutating func cutStretch(around offset: Int) {
    guard !(stretch.lowerBound < offset && offset < stretch.upperBound) else { return }
    var start = startOfScalar(before: offset)
    while !isPlainBorder(start) { start = startOfScalar(before: start) }
    let bytes = bytes
    let span = bytes.span
    var end = UTF8Scalar(in: span, at: startOfScalar(before: offset + 1)).end
    while end <= offset || !isPlainBorder(end) { end = UTF8Scalar(in: span, at: end).end }
    stretch = start..<end
    borders = [start]
    for character in String(decoding: bytes[stretch], as: UTF8.self) {
      borders.append(borders[borders.count - 1] + character.utf8.count)
    }
    guard borders.last != end else { return }
    // What is no UTF-8 was repaired, which changed its length.
    borders = [start]
    while let last = borders.last, last < end { borders.append(UTF8Scalar(in: span, at: last).end) }
  }

  /// The place in `borders` of the first that is behind `offset`.
  private func firstBorder(behind offset: Int) -> Int {
    var low = 0
    var high = borders.count
    while low < high {
      let middle = (low + high) / 2
      if borders[middle] > offset { high = middle } else { low = middle + 1 }
    }
    return low
  }

  private func startOfScalar(before offset: Int) -> Int {
    var start = offset - 1
    while start > 0, isContinuation(bytes[start]), offset - start < Self.maximumScalarLength {
      start -= 1
    }
    return start
  }

  /// The most bytes that a scalar takes in UTF-8.
  private static let maximumScalarLength = 4
}

@inline(__always)
private func isContinuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }

/// Whether a scalar is a character of its own beside any other such scalar.
///
/// Those that are frequent in Chinese texts; of ASCII all but the controls, and line feed and tab.
/// Left out of their blocks are marks that combine, joiners and what emoji are made of.
@inline(__always)  // Asked at each character of what is shown.
private func isPlain(_ scalar: UInt32) -> Bool {
  switch scalar {
  case 0x3400...0x9FFF, 0x20...0x7E, 0x3000...0x3029, 0xFF01...0xFF9D, 0x09, 0x0A: true
  case 0x2010...0x2027, 0x3041...0x3096, 0x30A0...0x30FF, 0x20000...0x2FA1F: true
  default: false
  }
}
