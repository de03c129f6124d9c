/// Gives the simplified form of a Han character, from its place in the UTF-8 of a text.
public typealias FigureFold = (Unicode.Scalar, Int) -> Unicode.Scalar

/// A text whose characters are read one by one, with their places in UTF-8.
///
/// Each scalar stands for one of the text: letters and digits in their ASCII form, Han characters as the caller folds them, so
/// that 萬 is read as 万.
struct FigureText {
  /// The scalars as they are read.
  let scalars: [Unicode.Scalar]
  /// Where each begins in UTF-8, and where the last ends.
  let offsets: [Int]

  /// - Parameters:
  ///   - bytes: The text in UTF-8.
  ///   - fold: As for ``FigureReader/figures(in:about:fold:)``.
  init(_ bytes: some Collection<UInt8>, fold: FigureFold) {
    var scalars: [Unicode.Scalar] = []
    var offsets: [Int] = []
    scalars.reserveCapacity(bytes.count / 2)
    offsets.reserveCapacity(bytes.count / 2)
    var offset = 0
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      scalars.append(Self.folded(scalar, at: offset, fold))
      offsets.append(offset)
      offset += UTF8.width(scalar)
    }
    offsets.append(offset)
    self.scalars = scalars
    self.offsets = offsets
  }

  private static func folded(
    _ scalar: Unicode.Scalar, at offset: Int, _ fold: FigureFold
  ) -> Unicode.Scalar {
    switch scalar.value {
    case 0x20..<0x7F: return scalar
    // Full-width letters, digits and the signs of numbers, but no comma: between numbers it separates.
    case 0xFF05, 0xFF0B, 0xFF0D...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A:
      return LineFolding.fold(scalar)
    case 0xFF5E, 0x301C: return "~"
    case 0x2010...0x2015, 0x2212: return "-"
    case 0xFE6A: return "%"
    default:
      if LineFolding.isBlank(scalar) { return " " }
      return LineFolding.isHan(scalar) ? fold(scalar, offset) : scalar
    }
  }

  var count: Int { scalars.count }

  /// The scalar at a place; a line feed behind the end and before the beginning.
  subscript(index: Int) -> Unicode.Scalar {
    scalars.indices.contains(index) ? scalars[index] : "\n"
  }

  /// The scalar at or behind an offset in UTF-8.
  func index(ofOffset offset: Int) -> Int {
    var lower = 0
    var upper = offsets.count - 1
    while lower < upper {
      let middle = (lower + upper) / 2
      if offsets[middle] < offset { lower = middle + 1 } else { upper = middle }
    }
    return lower
  }

  /// The bytes of some scalars.
  func bytes(of range: Range<Int>) -> Range<Int> {
    offsets[range.lowerBound]..<offsets[range.upperBound]
  }

  /// Scalars as they are read, as a string.
  func string(_ range: Range<Int>) -> String {
    var text = ""
    text.unicodeScalars.append(contentsOf: scalars[range.clamped(to: 0..<count)])
    return text
  }

  /// Whether a word stands at a place.
  func has(_ word: String, at index: Int) -> Bool {
    var place = index
    for scalar in word.unicodeScalars {
      guard self[place] == scalar else { return false }
      place += 1
    }
    return true
  }

  /// The first place from `index` on that shows something.
  func skippingBlanks(from index: Int) -> Int {
    var place = index
    while self[place] == " " { place += 1 }
    return place
  }
}

extension Unicode.Scalar {
  var isASCIIDigit: Bool { ("0"..."9").contains(self) }
  var isASCIILetter: Bool { ("a"..."z").contains(self) || ("A"..."Z").contains(self) }
  var isHan: Bool { LineFolding.isHan(self) }

  /// Whether the scalar is a letter of an alphabet: those of words that blanks separate.
  var isAlphabetLetter: Bool {
    isASCIILetter || value >= 0xC0 && value < 0x2000 && properties.isAlphabetic
  }
}
