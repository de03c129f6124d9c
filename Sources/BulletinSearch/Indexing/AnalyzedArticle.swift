internal import InvertedIndex
internal import TextAnalysis

/// An article in the form in which it goes into the index.
///
/// It keeps its memory from one article to the next.
struct AnalyzedArticle {
  private(set) var text = AlignedText(original: [], scalars: [], starts: [], ends: [])
  private var fields = Field.stored.map { _ in AnalyzedText() }
  private var bytes: [UInt8] = []

  /// The document length: the searched characters of all fields.
  var length: Int { fields.reduce(0) { $0 + $1.match.count } }

  /// Analyses the fields of the next article in place of those of the last one.
  ///
  /// - Throws: `AnalysisError` if ICU fails.
  mutating func analyze(
    title: String, section: String, byline: String, body: String, with analyzer: TextAnalyzer
  ) throws {
    removeAll()
    try append(title, as: .title, with: analyzer)
    try append(section, as: .section, with: analyzer)
    try append(byline, as: .byline, with: analyzer)
    try append(body, as: .body, with: analyzer)
  }

  /// Counts every term of the article in `batch`.
  func addTerms(to batch: inout DocumentBatch, with terms: inout ArticleTerms) {
    for field in Field.stored { terms.add(fields[field.rawValue], of: field, to: &batch) }
  }

  private mutating func removeAll() {
    text.original.removeAll(keepingCapacity: true)
    text.scalars.removeAll(keepingCapacity: true)
    text.starts.removeAll(keepingCapacity: true)
    text.ends.removeAll(keepingCapacity: true)
  }

  private mutating func append(
    _ content: String, as field: Field, with analyzer: TextAnalyzer
  ) throws {
    bytes.removeAll(keepingCapacity: true)
    bytes.append(contentsOf: content.utf8)
    if field != .body {
      // The separator must not come from a file.
      for index in bytes.indices where bytes[index] == Field.separator { bytes[index] = 0x20 }
    }
    if field != .title { appendSeparator() }
    try analyzer.analyze(bytes, into: &fields[field.rawValue])
    let match = fields[field.rawValue].match
    let base = UInt32(text.original.count)
    text.original += bytes
    text.scalars += match.scalars
    Self.append(match.starts, raisedBy: base, to: &text.starts)
    Self.append(match.ends, raisedBy: base, to: &text.ends)
  }

  private mutating func appendSeparator() {
    let offset = UInt32(text.original.count)
    text.original.append(Field.separator)
    text.scalars.append(UInt32(Field.separator))
    text.starts.append(offset)
    text.ends.append(offset + 1)
  }

  private static func append(
    _ offsets: [UInt32], raisedBy base: UInt32, to target: inout [UInt32]
  ) {
    target.append(addingCapacity: offsets.count) { output in
      for offset in offsets { output.append(offset + base) }
    }
  }
}
