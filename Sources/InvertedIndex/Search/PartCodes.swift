/// Tells parts of the searched texts apart without a look at what they say.
///
/// It belongs to one thread.
public struct PartCodes {
  /// What a part is told apart by.
  ///
  /// Two parts of documents of one segment have the same code if, and only if, they have the same characters. Of documents of
  /// several segments only empty parts have the same.
  public struct Code: Hashable, Sendable {
    fileprivate var segment: Int
    fileprivate var bytes: [UInt8]

    /// Whether the part has no characters.
    public var isEmpty: Bool { bytes.isEmpty }
  }

  private let reader: IndexReader
  private let separator: UInt32
  /// What the parts of texts of a segment are found by, once it was asked for; nil in a segment without a separator.
  private var needles: [TextNeedle??]

  /// - Parameters:
  ///   - reader: The index.
  ///   - separator: The character that stands between two parts.
  public init(_ reader: IndexReader, separator: UInt32) {
    self.reader = reader
    self.separator = separator
    needles = Array(repeating: nil, count: reader.segments.count)
  }

  /// The codes of some parts of a document, counted from 0; empty for those that it does not have.
  ///
  /// - Throws: ``IndexError/corrupted(section:offset:reason:)`` if the index is damaged.
  public mutating func codes(
    of parts: ClosedRange<Int>, in document: DocumentID
  ) throws(IndexError) -> [Code] {
    let (segment, local) = try reader.locate(document)
    let text = try reader.segments[segment].texts.searched(of: local)
    let coded: [[UInt8]]
    if let needle = try needle(inSegment: segment),
      let codes = try text.codes(ofParts: parts, separator: needle)
    {
      coded = codes
    } else {
      coded = try decodedParts(parts, of: text)
    }
    return coded.map { Code(segment: $0.isEmpty ? 0 : segment, bytes: $0) }
  }

  private mutating func needle(inSegment segment: Int) throws(IndexError) -> TextNeedle? {
    if let known = needles[segment] { return known }
    let needle = try TextNeedle([separator], in: reader.segments[segment].texts.alphabet)
    needles[segment] = .some(needle)
    return needle
  }

  private func decodedParts(_ parts: ClosedRange<Int>, of text: CodedText) throws(IndexError)
    -> [[UInt8]]
  {
    let all = try text.scalars().split(
      separator: separator, maxSplits: parts.upperBound + 1, omittingEmptySubsequences: false)
    return parts.map { part in
      guard part < all.count else { return [] }
      return all[part].flatMap { scalar in
        (0..<UInt32.bitWidth / UInt8.bitWidth).map { byte in
          UInt8(truncatingIfNeeded: scalar >> UInt32(byte * UInt8.bitWidth))
        }
      }
    }
  }
}
