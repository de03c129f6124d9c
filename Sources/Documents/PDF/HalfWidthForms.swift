/// Letters and digits that came out twice as broad as they are drawn.
///
/// Fonts that are not embedded and have the encodings GBK-EUC-H or GB-EUC-H give full-width forms for ASCII, with the
/// breadth of Han where the document does not say another one. Such a document has no other letters and digits.
enum HalfWidthForms {
  private static let fewest = 20
  private static let forms: ClosedRange<UInt32> = 0xFF01...0xFF5E
  private static let distance: UInt32 = 0xFF01 - 0x21

  /// Puts ASCII in their place if the document has such forms and no ASCII.
  static func restore(_ pages: inout [PlacedPage]) {
    var count = 0
    for page in pages {
      for word in page.words {
        for scalar in word.text.unicodeScalars {
          if forms.contains(scalar.value) {
            if isLetter(scalar.value - distance) { count += 1 }
          } else if scalar.isASCII, isLetter(scalar.value) {
            return
          }
        }
      }
    }
    guard count >= fewest else { return }
    for page in pages.indices {
      for word in pages[page].words.indices { restore(&pages[page].words[word]) }
    }
  }

  private static func isLetter(_ value: UInt32) -> Bool {
    switch value {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: false
    }
  }

  private static func restore(_ word: inout PlacedWord) {
    var scalars = String.UnicodeScalarView()
    var narrow = 0
    var count = 0
    for scalar in word.text.unicodeScalars {
      count += 1
      if forms.contains(scalar.value), isLetter(scalar.value - distance),
        let ascii = Unicode.Scalar(scalar.value - distance)
      {
        scalars.append(ascii)
        narrow += 1
      } else {
        scalars.append(scalar)
      }
    }
    guard narrow > 0 else { return }
    word.text = String(scalars)
    if word.box.width > word.box.height {
      word.box.right -= word.box.width * Double(narrow) / Double(2 * count)
    }
  }
}
