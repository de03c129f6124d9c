/// Visits the terms of one segment in order.
struct TermCursor {
  private let dictionary: TermDictionary
  private var block: Int
  private var reader: TermDictionary.BlockReader?
  /// What is known of the current term; nil after the last one.
  private(set) var info: TermInfo?

  /// The bytes of the current term.
  var term: [UInt8] { reader?.term ?? [] }

  /// Stands on the first term at or after `key`; on the first one of all for an empty key.
  ///
  /// - Complexity: O(log *n*) in the number of terms.
  init(_ dictionary: TermDictionary, from key: [UInt8]) throws(IndexError) {
    self.dictionary = dictionary
    block = 0
    try advance(to: key)
  }

  /// Moves to the next term.
  mutating func advance() throws(IndexError) {
    while block < dictionary.blockCount {
      if reader == nil { reader = try dictionary.reader(ofBlock: block) }
      info = try reader?.next()
      if info != nil { return }
      reader = nil
      block += 1
    }
    info = nil
  }

  /// Moves to the first term at or after `key`, which may be before the current one.
  mutating func advance(to key: [UInt8]) throws(IndexError) {
    block = key.isEmpty ? 0 : try dictionary.block(for: key) ?? 0
    reader = nil
    try advance()
    while info != nil, term.lexicographicallyPrecedes(key) { try advance() }
  }
}
