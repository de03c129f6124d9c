/// How the texts of an index are coded, as decided by a sample of them.
public struct TextCoder: Sendable {
  private let alphabet: AlphabetCoder
  private let differences: DifferenceCoder

  /// The section that ``Alphabet`` reads.
  var alphabetBytes: [UInt8] { alphabet.encoded() }
  /// The section that ``DifferenceCode`` reads.
  var differenceCode: [UInt8] { differences.encoded() }

  init(sample: [AlignedText]) {
    alphabet = AlphabetCoder(sample: sample.lazy.map(\.scalars))
    differences = DifferenceCoder(sample: sample)
  }

  /// Adds the two forms of `text` to the rows of ``StoredTexts``.
  func append(_ text: AlignedText, searched: inout RowChunk, differences: inout RowChunk) {
    searched.append { alphabet.append(text.scalars, to: &$0) }
    differences.append { self.differences.append(text, to: &$0) }
  }
}
