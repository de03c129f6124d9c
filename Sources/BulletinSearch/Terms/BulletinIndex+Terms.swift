internal import InvertedIndex
internal import TextAnalysis

extension BulletinIndex {
  /// The terms that begin with `prefix`, which is folded as texts are; all of them if it is empty.
  ///
  /// - Throws: ``QueryError/nothingToSearch(query:)`` if nothing of the prefix is ever part of a term,
  ///   `IndexError` if the index is damaged.
  /// - Complexity: O(*n*) in the number of terms with the prefix.
  public func terms(withPrefix prefix: String, options: TermListOptions = TermListOptions()) throws
    -> [TermEntry]
  {
    let folded = TextAnalyzer().fold(Array(prefix.utf8)).scalars
    guard prefix.isEmpty || !folded.isEmpty else {
      throw QueryError.nothingToSearch(query: prefix)
    }
    let key = Array(String(scalars: folded).utf8)
    var list = TermList(options)
    if options.kinds.contains(.word) {
      try reader.forEachTerm(withPrefix: [TermKey.wordMark] + key) { term, frequency in
        list.add(TermEntry(term, frequency))
        return .next
      }
    }
    if options.kinds.contains(.pair) || options.kinds.contains(.character) {
      try reader.forEachTerm(withPrefix: key) { term, frequency in
        // Without a prefix the marked terms come first.
        if let first = term.bytes.first, TermKey.isMark(first) { return .skip(prefix: [first]) }
        let entry = TermEntry(term, frequency)
        if options.kinds.contains(entry.kind) { list.add(entry) }
        return .next
      }
    }
    return list.first()
  }
}

extension TermEntry {
  fileprivate init(_ term: Term, _ documentFrequency: Int) {
    let isWord = term.bytes.first == TermKey.wordMark
    let text = String(decoding: isWord ? term.bytes.dropFirst() : term.bytes[...], as: UTF8.self)
    let isPair = text.unicodeScalars.dropFirst().first != nil
    self.init(
      text: text, kind: isWord ? .word : isPair ? .pair : .character,
      documentFrequency: documentFrequency)
  }
}

extension String {
  /// The text of scalar values; what is none is left out.
  init(scalars: some Sequence<UInt32>) {
    self.init(String.UnicodeScalarView(scalars.compactMap { Unicode.Scalar($0) }))
  }
}
