/// How the original of a text is made from its searched characters.
///
/// A sequence of steps, each of which copies characters, then leaves some out and puts others in
/// their place:
///
///     uint8    copied · 16 + left out · 4 + put in
///              the largest value of a part, 15, 3 and 3, says that a varint with the rest follows,
///              in this order
///     the characters put in, in ``TextCode``
///
/// Text that differs only by punctuation takes about two bytes for each mark.
enum TextDifferences {
  private static let copiedLimit = 15
  private static let smallLimit = 3

  /// The steps for `text`; new characters get ranks from `alphabet`.
  static func encode(_ text: AlignedText, with alphabet: inout AlphabetBuilder) -> [UInt8] {
    var encoder = Encoder()
    var end = 0
    var index = 0
    while index < text.scalars.count {
      let start = Int(text.starts[index])
      let next = endOfGroup(at: index, in: text)
      encoder.insert(text.original[end..<start])
      end = Int(text.ends[index..<next].max() ?? 0)
      if next == index + 1, isVerbatim(text.original[start..<end], text.scalars[index]) {
        encoder.copy(with: &alphabet)
      } else {
        encoder.removed += next - index
        encoder.insert(text.original[start..<end])
      }
      index = next
    }
    encoder.insert(text.original[end...])
    encoder.finishStep(with: &alphabet)
    return encoder.writer.bytes
  }

  /// The original in UTF-8.
  static func restore(
    _ differences: ByteRegion, searched: ByteRegion, alphabet: Alphabet
  ) throws(IndexError) -> [UInt8] {
    var steps = ByteCursor(differences)
    var source = ByteCursor(searched)
    var original: [UInt8] = []
    original.reserveCapacity(searched.count * 2)
    while !steps.isAtEnd {
      let step = Int(try steps.uint8())
      let copied = try size(step >> 4, limit: copiedLimit, &steps)
      let removed = try size(step >> 2 & 3, limit: smallLimit, &steps)
      let inserted = try size(step & 3, limit: smallLimit, &steps)
      for _ in 0..<copied {
        append(try alphabet.scalar(ofRank: TextCode.readRank(&source)), to: &original)
      }
      for _ in 0..<removed { _ = try TextCode.readRank(&source) }
      for _ in 0..<inserted {
        append(try alphabet.scalar(ofRank: TextCode.readRank(&steps)), to: &original)
      }
    }
    return original
  }

  private static func size(_ part: Int, limit: Int, _ steps: inout ByteCursor) throws(IndexError)
    -> Int
  {
    guard part == limit else { return part }
    return part + (try steps.varint(atMost: Int(Int32.max)))
  }

  private static func append(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) {
    // Every scalar has a UTF-8 form.
    if let encoded = UTF8.encode(scalar) { bytes.append(contentsOf: encoded) }
  }

  /// The index after the last scalar that shares bytes with the one at `index` or with one between.
  private static func endOfGroup(at index: Int, in text: AlignedText) -> Int {
    var next = index + 1
    var end = text.ends[index]
    while next < text.scalars.count, text.starts[next] < end {
      end = max(end, text.ends[next])
      next += 1
    }
    return next
  }

  private static func isVerbatim(_ bytes: ArraySlice<UInt8>, _ scalar: UInt32) -> Bool {
    guard let scalar = Unicode.Scalar(scalar) else { return false }
    return UTF8.encode(scalar)?.elementsEqual(bytes) ?? false
  }

  /// The step that is being collected, and those before it.
  private struct Encoder {
    var writer = ByteWriter()
    var removed = 0
    private var copied = 0
    private var inserted: [UInt32] = []

    mutating func copy(with alphabet: inout AlphabetBuilder) {
      if removed > 0 || !inserted.isEmpty { finishStep(with: &alphabet) }
      copied += 1
    }

    mutating func insert(_ bytes: ArraySlice<UInt8>) {
      guard !bytes.isEmpty else { return }
      inserted.append(
        contentsOf: String(decoding: bytes, as: UTF8.self).unicodeScalars.map(\.value))
    }

    mutating func finishStep(with alphabet: inout AlphabetBuilder) {
      let parts = [(copied, copiedLimit), (removed, smallLimit), (inserted.count, smallLimit)]
      writer.append(
        UInt8(
          min(copied, copiedLimit) << 4 | min(removed, smallLimit) << 2
            | min(inserted.count, smallLimit)))
      for (value, limit) in parts where value >= limit { writer.appendVarint(value - limit) }
      var literal: [UInt8] = []
      for scalar in inserted { alphabet.append(scalar, to: &literal) }
      writer.append(literal)
      copied = 0
      removed = 0
      inserted.removeAll(keepingCapacity: true)
    }
  }
}
