internal import InvertedIndex
internal import TextAnalysis

/// Gives the terms of analysed texts to a batch of documents, as ``TermKey`` makes them.
///
/// It keeps its memory from one text to the next.
struct ArticleTerms {
  private var grams: [ShortTerm] = []
  private var bytes: [UInt8] = []

  /// Counts every term of `text` in `batch`: those of all fields, and those of its field if that has
  /// terms of its own.
  mutating func add(_ text: AnalyzedText, of field: Field, to batch: inout DocumentBatch) {
    add(text, mark: nil, to: &batch)
    if let mark = TermKey.mark(of: field) { add(text, mark: mark, to: &batch) }
  }

  private mutating func add(_ text: AnalyzedText, mark: UInt8?, to batch: inout DocumentBatch) {
    let match = text.match
    grams.removeAll(keepingCapacity: true)
    grams.reserveCapacity(2 * match.count)
    var key = GramKey(mark: mark)
    var long: [(UInt32, UInt32)] = []
    match.forEachGram { first, second in
      guard let second else { return grams.append(key.single(first)) }
      // The last single character was the second one of the pair, the one before it the first.
      if let pair = key.pair {
        grams.append(pair)
      } else {
        long.append((first, second))
      }
    }
    batch.add(grams)
    for (first, second) in long { add([first, second], isWord: false, mark: mark, to: &batch) }
    // What a user's word took the place of stays a term, so that it is found with any dictionary.
    for tokens in [text.tokens, text.replaced] {
      for token in tokens where IndexedWord.isTerm(token) {
        add(match.scalars[token.range], isWord: true, mark: mark, to: &batch)
      }
    }
    for range in text.compounds {
      add(match.scalars[range], isWord: true, mark: mark, to: &batch)
    }
  }

  private mutating func add(
    _ scalars: ArraySlice<UInt32>, isWord: Bool, mark: UInt8?, to batch: inout DocumentBatch
  ) {
    bytes.removeAll(keepingCapacity: true)
    if let mark { bytes.append(mark) }
    if isWord { bytes.append(TermKey.wordMark) }
    for scalar in scalars { UTF8Key(scalar).append(to: &bytes) }
    if bytes.count > TermKey.maximumByteCount {
      bytes.removeLast(bytes.count - TermKey.maximumByteCount)
    }
    batch.add(bytes: bytes)
  }
}

/// The UTF-8 form of a scalar as a number, its last byte in the lowest place.
struct UTF8Key {
  private(set) var bits: UInt64
  private(set) var byteCount: Int

  init(_ scalar: UInt32) {
    let value = UInt64(scalar)
    switch scalar {
    case ..<0x80:
      bits = value
      byteCount = 1
    case ..<0x800:
      bits = 0xC080 | (value >> 6) << 8 | value & 0x3F
      byteCount = 2
    case ..<0x1_0000:
      bits = 0xE0_8080 | (value >> 12) << 16 | (value >> 6 & 0x3F) << 8 | value & 0x3F
      byteCount = 3
    default:
      bits =
        0xF080_8080 | (value >> 18) << 24 | (value >> 12 & 0x3F) << 16 | (value >> 6 & 0x3F) << 8
        | value & 0x3F
      byteCount = 4
    }
  }

  func append(to bytes: inout [UInt8]) {
    for index in (0..<byteCount).reversed() {
      bytes.append(UInt8(truncatingIfNeeded: bits >> UInt64(8 * index)))
    }
  }
}

/// Makes the keys of characters and pairs as they come.
private struct GramKey {
  private let prefix: UInt64
  private let prefixByteCount: Int
  private var previous = UTF8Key(0)
  private var current = UTF8Key(0)

  init(mark: UInt8?) {
    prefix = mark.map { UInt64($0) << 56 } ?? 0
    prefixByteCount = mark == nil ? 0 : 1
  }

  /// The key of the next character.
  mutating func single(_ scalar: UInt32) -> ShortTerm {
    previous = current
    current = UTF8Key(scalar)
    let room = ShortTerm.maximumByteCount - prefixByteCount - current.byteCount
    return ShortTerm(key: prefix | current.bits << UInt64(8 * room))
  }

  /// The key of the last two characters; nil if it is too long.
  var pair: ShortTerm? {
    let byteCount = prefixByteCount + previous.byteCount + current.byteCount
    guard byteCount <= ShortTerm.maximumByteCount else { return nil }
    let bits = previous.bits << UInt64(8 * current.byteCount) | current.bits
    return ShortTerm(key: prefix | bits << UInt64(8 * (ShortTerm.maximumByteCount - byteCount)))
  }
}
