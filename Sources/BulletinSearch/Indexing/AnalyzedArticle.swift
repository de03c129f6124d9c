internal import InvertedIndex
internal import TextAnalysis

/// An article in the form in which it goes into the index.
struct AnalyzedArticle {
  private(set) var text = AlignedText(original: [], scalars: [], starts: [], ends: [])
  private var fields: [(field: Field, text: AnalyzedText)] = []

  /// The document length: the searched characters of all fields.
  var length: Int { fields.reduce(0) { $0 + $1.text.match.count } }

  /// Analyses the fields of an article, which are given in UTF-8.
  ///
  /// - Throws: `AnalysisError` if ICU fails.
  init(title: String, section: String, byline: String, body: String, with analyzer: TextAnalyzer)
    throws
  {
    for (field, content) in zip(Field.allCases, [title, section, byline, body]) {
      var bytes = Array(content.utf8)
      if field != .body {
        // The separator must not come from a file.
        for index in bytes.indices where bytes[index] == Field.separator { bytes[index] = 0x20 }
      }
      if field != .title { appendSeparator() }
      append(bytes, try analyzer.analyze(bytes), as: field)
    }
  }

  /// Counts every term of the article in `batch`.
  func addTerms(to batch: inout DocumentBatch, with terms: inout ArticleTerms) {
    for (field, text) in fields { terms.add(text, of: field, to: &batch) }
  }

  private mutating func append(_ bytes: [UInt8], _ analyzed: AnalyzedText, as field: Field) {
    let base = UInt32(text.original.count)
    text.original += bytes
    text.scalars += analyzed.match.scalars
    text.starts += analyzed.match.starts.map { $0 + base }
    text.ends += analyzed.match.ends.map { $0 + base }
    fields.append((field, analyzed))
  }

  private mutating func appendSeparator() {
    let offset = UInt32(text.original.count)
    text.original.append(Field.separator)
    text.scalars.append(UInt32(Field.separator))
    text.starts.append(offset)
    text.ends.append(offset + 1)
  }
}

/// Which words are terms of their own.
enum IndexedWord {
  /// Han words of one and two characters are characters and pairs, which are terms already.
  static func isTerm(_ token: Token) -> Bool {
    switch token.kind {
    case .han: token.range.count > 2
    case .letters, .number: true
    case .other: token.isUserWord
    }
  }
}
