internal import TextAnalysis

/// Where sentences of a text begin and end, cut only where it is asked for.
///
/// A paragraph is cut in blocks, each once, so that a long one costs as much as what is looked at.
struct SentenceBorders {
  private let bytes: [UInt8]
  private let segmenter: SentenceSegmenter
  /// The borders in the blocks that were cut of ``paragraph``, by where the blocks begin.
  private var blocks: [Int: [Int]] = [:]
  private var paragraph = 0..<0

  /// The bytes of a block: more than nearly all paragraphs have.
  private static let blockLength = 4_096

  init(_ bytes: [UInt8], segmenter: SentenceSegmenter) {
    self.bytes = bytes
    self.segmenter = segmenter
  }

  /// The last border of `paragraph` in `range`; its beginning and its end are borders too.
  mutating func last(in range: ClosedRange<Int>, of paragraph: Range<Int>) -> Int? {
    if range.contains(paragraph.upperBound) { return paragraph.upperBound }
    var block = self.block(of: range.upperBound, in: paragraph)
    while block.upperBound > range.lowerBound {
      let found = borders(in: block, of: paragraph).last { $0 <= range.upperBound }
      if let found { return found >= range.lowerBound ? found : nil }
      guard block.lowerBound > paragraph.lowerBound else { break }
      block = self.block(of: block.lowerBound - 1, in: paragraph)
    }
    return range.contains(paragraph.lowerBound) ? paragraph.lowerBound : nil
  }

  /// The first border of `paragraph` in `range`; its beginning and its end are borders too.
  mutating func first(in range: ClosedRange<Int>, of paragraph: Range<Int>) -> Int? {
    if range.contains(paragraph.lowerBound) { return paragraph.lowerBound }
    var block = self.block(of: range.lowerBound, in: paragraph)
    while block.lowerBound <= range.upperBound {
      let found = borders(in: block, of: paragraph).first { $0 >= range.lowerBound }
      if let found { return found <= range.upperBound ? found : nil }
      guard block.upperBound < paragraph.upperBound else { break }
      block = self.block(of: block.upperBound, in: paragraph)
    }
    return range.contains(paragraph.upperBound) ? paragraph.upperBound : nil
  }

  private func block(of offset: Int, in paragraph: Range<Int>) -> Range<Int> {
    let number = (offset - paragraph.lowerBound) / Self.blockLength
    let start = paragraph.lowerBound + number * Self.blockLength
    return start..<min(start + Self.blockLength, paragraph.upperBound)
  }

  /// The borders within a block; where it ends is none, unless the paragraph ends there.
  private mutating func borders(in block: Range<Int>, of paragraph: Range<Int>) -> [Int] {
    if paragraph != self.paragraph {
      self.paragraph = paragraph
      blocks.removeAll(keepingCapacity: true)
    }
    if let known = blocks[block.lowerBound] { return known }
    let start = startOfScalar(atOrBehind: block.lowerBound)
    let end = startOfScalar(atOrBehind: block.upperBound)
    var borders = start < end ? segmenter.ends(of: bytes, in: start..<end) : []
    if end < paragraph.upperBound { borders = borders.dropLast() }
    blocks[block.lowerBound] = borders
    return borders
  }

  private func startOfScalar(atOrBehind offset: Int) -> Int {
    var offset = offset
    while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
    return offset
  }
}
