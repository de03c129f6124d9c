/// How the texts of an index are coded, as decided by a sample of them.
public struct TextCoder: Sendable {
  private let alphabet: AlphabetCoder
  private let differences: DifferenceCoder

  /// The section that ``Alphabet`` reads.
  var alphabetBytes: [UInt8] { alphabet.encoded() }
  /// The section that ``DifferenceCode`` reads.
  var differenceCode: [UInt8] { differences.encoded() }

  init(sample: [AlignedText]) {
    alphabet = AlphabetCoder(sample: sample.map(\.scalars))
    differences = DifferenceCoder(sample: sample)
  }

  /// What codes texts as those of a segment are, so that their rows can be copied from one to the other.
  ///
  /// - Parameters:
  ///   - alphabet: The segment's alphabet.
  ///   - differenceCode: The code of its differences.
  /// - Throws: ``IndexError/corrupted(section:offset:reason:)`` if they are not as a coder writes them.
  init(alphabet: Alphabet, differenceCode: DifferenceCode) throws(IndexError) {
    self.alphabet = try AlphabetCoder(alphabet)
    differences = try DifferenceCoder(differenceCode)
  }

  /// Adds the two forms of `text` to the rows of ``StoredTexts``.
  func append(_ text: AlignedText, searched: inout RowChunk, differences: inout RowChunk) {
    searched.append { alphabet.append(text.scalars, to: &$0) }
    differences.append { self.differences.append(text, to: &$0) }
  }
}
