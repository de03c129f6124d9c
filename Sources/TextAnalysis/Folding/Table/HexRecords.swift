/// Records of one length in a text, which begin with a scalar in hexadecimal digits and are in its order.
struct HexRecords {
  /// How many digits a scalar has.
  static let scalarLength = 5

  private let text: String
  private let width: Int
  let count: Int

  init(_ text: String, width: Int) {
    self.text = text
    self.width = width
    count = text.utf8.count / width
  }

  /// The scalar of a record.
  func first(_ index: Int) -> UInt32 { number(index, 0..<Self.scalarLength) }

  /// The number that some digits of a record are.
  func number(_ index: Int, _ digits: Range<Int>) -> UInt32 {
    let bytes = text.utf8Span.span
    var number: UInt32 = 0
    for place in digits {
      number = number << 4 | Self.value(ofDigit: bytes[index * width + place])
    }
    return number
  }

  func byte(_ index: Int, _ place: Int) -> UInt8 { text.utf8Span.span[index * width + place] }

  /// How many records have lower scalars.
  func count(below scalar: UInt32) -> Int {
    lowerBound(count: count) { first($0) >= scalar }
  }

  /// How many records have this scalar or a lower one.
  func count(notAbove scalar: UInt32) -> Int {
    lowerBound(count: count) { first($0) > scalar }
  }

  /// The value of a digit; letters go on after F.
  static func value(ofDigit digit: UInt8) -> UInt32 {
    UInt32(digit < UInt8(ascii: "A") ? digit - UInt8(ascii: "0") : digit - UInt8(ascii: "A") + 10)
  }
}

/// Pairs of characters in a text, in the order of the first.
struct HanPairs {
  private let text: String
  private let firstLength: Int
  private let width: Int
  let count: Int

  /// - Parameters:
  ///   - text: The pairs, one after the other.
  ///   - lengths: How many bytes the characters of every pair have in UTF-8.
  init(_ text: String, lengths: (first: Int, second: Int)) {
    self.text = text
    firstLength = lengths.first
    width = lengths.first + lengths.second
    count = text.utf8.count / width
  }

  func scalar(_ index: Int) -> UInt32 {
    UTF8Scalar(in: text.utf8Span.span, at: index * width).value
  }

  func other(_ index: Int) -> UInt32 {
    UTF8Scalar(in: text.utf8Span.span, at: index * width + firstLength).value
  }

  /// How many pairs have a lower first character.
  func count(below scalar: UInt32) -> Int {
    lowerBound(count: count) { self.scalar($0) >= scalar }
  }
}

/// The first index for which `isReached` holds, which then holds for all that follow.
private func lowerBound(count: Int, _ isReached: (Int) -> Bool) -> Int {
  var low = 0
  var high = count
  while low < high {
    let middle = (low + high) / 2
    if isReached(middle) { high = middle } else { low = middle + 1 }
  }
  return low
}
