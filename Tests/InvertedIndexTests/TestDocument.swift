import InvertedIndex

/// A document of a test: its words, each a term, and the text that they make.
struct TestDocument {
  var words: [String]

  /// The words, one space between two.
  var text: AlignedText {
    let text = words.joined(separator: " ")
    let scalars = text.unicodeScalars
    var offset: UInt32 = 0
    var starts: [UInt32] = []
    var ends: [UInt32] = []
    for scalar in scalars {
      starts.append(offset)
      offset += UInt32(UTF8.width(scalar))
      ends.append(offset)
    }
    return AlignedText(
      original: Array(text.utf8), scalars: scalars.map(\.value), starts: starts, ends: ends)
  }
}
