/// Visits the terms of one segment in order.
struct TermCursor {
  private let dictionary: TermDictionary
  private var scanner: TermScanner
  /// The bytes of the current term.
  private(set) var term: [UInt8] = []
  /// What is known of the current term; nil after the last one.
  private(set) var info: TermInfo?

  /// Stands on the first term at or after `key`; on the first one of all for an empty key.
  ///
  /// - Complexity: O(log *n*) in the number of terms.
  init(_ dictionary: TermDictionary, from key: [UInt8]) throws(IndexError) {
    self.dictionary = dictionary
    scanner = TermScanner(dictionary)
    try advance(to: key)
  }

  /// Moves to the next term.
  mutating func advance() throws(IndexError) {
    if try scanner.next() {
      scanner.copyTerm(to: &term)
      info = scanner.info
    } else {
      term = []
      info = nil
    }
  }

  /// Moves to the first term at or after `key`, which may be before the current one.
  mutating func advance(to key: [UInt8]) throws(IndexError) {
    let block = key.isEmpty ? nil : try dictionary.block(for: key)
    scanner =
      if let block { try TermScanner(dictionary, fromBlock: block) } else {
        TermScanner(dictionary)
      }
    try advance()
    while info != nil, term.lexicographicallyPrecedes(key) { try advance() }
  }
}
