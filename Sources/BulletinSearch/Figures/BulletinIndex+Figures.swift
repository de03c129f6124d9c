internal import Bulletins
internal import InvertedIndex
internal import TextAnalysis

extension BulletinIndex {
  /// The numbers that stand with a term, by the dates of the issues.
  ///
  /// Looked at are the titles and texts of the articles that have every text of the query as it was typed. The page
  /// <doc:Figures> has the rules by which a number belongs to it.
  ///
  /// - Parameters:
  ///   - query: The term, or any query.
  ///   - options: Which numbers are wanted.
  /// - Returns: The figures, and which of them contradict each other.
  /// - Throws: ``QueryError`` if the query has nothing to search for, `IndexError` if the index is damaged.
  /// - Complexity: O(*n*) in the length of the articles that have the term.
  public func figures(about query: String, options: FigureOptions = FigureOptions()) throws
    -> FigureList
  {
    let analyzer = TextAnalyzer(dictionary: dictionary(with: options.search.dictionary))
    let (parsed, alternatives) = try parsed(query, options.search, analyzer)
    let plan = try plan(for: query, parsed, analyzer: analyzer, options: options.search)
    var finder = FigureFinder(index: self, runs: QueryRuns(plan), options: options)
    let filter = Filter.any([plan.whole, plan.hasParts ? plan.verbatim : nil].compactMap(\.self))
    try Searcher(of: reader).forEachMatch(of: filter) { document in
      try finder.read(document)
      return true
    }
    let figures = finder.sorted
    return FigureList(
      figures: figures, contradictions: FigureContradiction.all(of: figures),
      uncertainCount: finder.uncertainCount, articleCount: finder.articleCount,
      alternatives: alternatives)
  }
}

/// Reads the figures of one article after the other.
private struct FigureFinder {
  let index: BulletinIndex
  let runs: QueryRuns
  let options: FigureOptions
  private(set) var uncertainCount = 0
  private(set) var articleCount = 0
  private var found: [(key: SortKey, figure: FoundFigure)] = []
  private let issues = KnownIssues()

  /// The order of the figures: by date, and as they stand in the index.
  private struct SortKey: Comparable {
    var date: String
    var document: UInt32
    var field: Int
    var offset: Int

    static func < (left: SortKey, right: SortKey) -> Bool {
      (left.date, left.document, left.field, left.offset)
        < (right.date, right.document, right.field, right.offset)
    }
  }

  init(index: BulletinIndex, runs: QueryRuns, options: FigureOptions) {
    self.index = index
    self.runs = runs
    self.options = options
  }

  var sorted: [FoundFigure] { found.sorted { $0.key < $1.key }.map(\.figure) }

  /// - Throws: `IndexError` if the index is damaged.
  mutating func read(_ document: DocumentID) throws {
    let article = try FoundArticle(document, in: index, issues: issues)
    articleCount += 1
    let date = article.issue.date.flatMap(FigurePeriod.Date.init)
    for field in [Field.title, .body] {
      let stored = article.field(field)
      let text = FoundText(stored, runs: runs.runs(in: field, ofWhole: true))
      guard !text.highlights.isEmpty else { continue }
      for found in FigureParagraphs(text, of: stored, date: date).figures() {
        add(found, of: article, document, field, text.bytes)
      }
    }
  }

  private mutating func add(
    _ located: FigureParagraphs.Located, of article: FoundArticle, _ document: DocumentID,
    _ field: Field,
    _ bytes: [UInt8]
  ) {
    let figure = located.figure
    let kind = FoundFigure.Kind(figure.kind)
    guard options.units.isEmpty || options.units.contains(figure.unit),
      options.kinds.isEmpty || options.kinds.contains(kind)
    else { return }
    guard figure.isCertain || options.includesUncertain else {
      uncertainCount += 1
      return
    }
    let places = article.places(of: field)
    let range = located.start + figure.range.lowerBound..<located.start + figure.range.upperBound
    let place = places.place(ofTextOffset: range.lowerBound)
    let sentence =
      located.start + figure.sentence.lowerBound..<located.start + figure.sentence.upperBound
    let trimmed = Self.trimmed(sentence, in: bytes)
    func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
    let excerpt = Excerpt(
      text: string(trimmed),
      highlights: [range.lowerBound - trimmed.lowerBound..<range.upperBound - trimmed.lowerBound],
      line: place.line, column: place.column, document: place.document, field: places.field)
    let title = String(decoding: article.field(.title).bytes, as: UTF8.self)
    let key = SortKey(
      date: article.issue.date ?? article.issue.year.map { "\($0)" } ?? "~",
      document: document.rawValue,
      field: field.rawValue, offset: range.lowerBound)
    found.append(
      (
        key,
        FoundFigure(
          id: article.id, issue: article.issue, title: title, sentence: excerpt,
          text: string(range),
          value: FigureValue(figure.value), upper: figure.upper.map { FigureValue($0) },
          unit: figure.unit, per: figure.per,
          kind: kind, qualifier: figure.qualifier, comparison: figure.comparison,
          period: figure.period.map(FoundFigure.Period.init), subject: string(located.subject),
          owner: figure.owner,
          isCertain: figure.isCertain, isRounded: figure.isRounded)
      ))
  }

  /// A range without the blanks at its ends.
  private static func trimmed(_ range: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
    var range = range
    func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n") }
    while let first = bytes[range].first, isBlank(first) { range.removeFirst() }
    while let last = bytes[range].last, isBlank(last) { range.removeLast() }
    return range
  }
}

/// The paragraphs of a field in which the term stands, and the figures in them.
private struct FigureParagraphs {
  /// A figure with where its line begins in the field.
  struct Located {
    var figure: Figure
    var start: Int
    var subject: Range<Int>
  }

  private let text: FoundText
  private let field: StoredField
  private let reader: FigureReader
  private let table: FigureTable

  init(_ text: FoundText, of field: StoredField, date: FigurePeriod.Date?) {
    self.text = text
    self.field = field
    reader = FigureReader(issue: date)
    table = FigureTable(issue: date)
  }

  func figures() -> [Located] {
    var located: [Located] = []
    var next = 0
    while next < text.places.count {
      let paragraph = text.paragraph(around: text.places[next])
      var end = next + 1
      while end < text.places.count, text.places[end].lowerBound < paragraph.upperBound { end += 1 }
      let terms = text.places[next..<end].map {
        $0.lowerBound - paragraph.lowerBound..<min($0.upperBound, paragraph.upperBound)
          - paragraph.lowerBound
      }
      next = end
      if let found = tableFigures(paragraph, terms) {
        located += found
      } else if Self.mayHaveNumber(text.bytes[paragraph]) {
        var folded = FoldedCharacters(of: field, from: paragraph.lowerBound)
        located += reader.figures(in: text.bytes[paragraph], about: terms) { scalar, offset in
          folded.character(scalar, at: paragraph.lowerBound + offset)
        }.map {
          Located(
            figure: $0, start: paragraph.lowerBound,
            subject: paragraph.lowerBound + $0.subject.lowerBound..<paragraph.lowerBound
              + $0.subject.upperBound)
        }
      }
    }
    return located
  }

  /// Whether there is a digit, or a Chinese one, among the bytes: most paragraphs have none.
  private static func mayHaveNumber(_ bytes: ArraySlice<UInt8>) -> Bool {
    var place = bytes.startIndex
    while place < bytes.endIndex {
      let byte = bytes[place]
      if (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { return true }
      guard byte >= 0xE0, byte < 0xF0, place + 2 < bytes.endIndex else {
        place += 1
        continue
      }
      let scalar =
        UInt32(byte & 0x0F) << 12 | UInt32(bytes[place + 1] & 0x3F) << 6
        | UInt32(bytes[place + 2] & 0x3F)
      if numerals.contains(scalar) || (0xFF10...0xFF19).contains(scalar) { return true }
      place += 3
    }
    return false
  }

  private static let numerals = Set("一二两三四五六七八九十百千万亿半翻兩萬億".unicodeScalars.map(\.value))

  /// The figures of the table that a paragraph is a row of; nil if it is none.
  private func tableFigures(_ paragraph: Range<Int>, _ terms: [Range<Int>]) -> [Located]? {
    guard paragraph.count <= FigureTable.maximumRowLength,
      text.bytes[paragraph].contains(UInt8(ascii: " "))
    else { return nil }
    var lines = [paragraph]
    for _ in 0..<FigureTable.maximumRowCount {
      guard let first = lines.first, first.lowerBound > 0 else { break }
      let line = text.paragraph(around: first.lowerBound - 1..<first.lowerBound - 1)
      guard line.count <= FigureTable.maximumRowLength,
        line.contains(first.lowerBound - 1) || line.upperBound == first.lowerBound - 1,
        text.bytes[line].contains(UInt8(ascii: " "))
      else { break }
      lines.insert(line, at: 0)
    }
    let place = lines.count - 1
    for _ in 0..<FigureTable.maximumRowCount {
      guard let last = lines.last, last.upperBound + 1 < text.bytes.count else { break }
      let line = text.paragraph(around: last.upperBound + 1..<last.upperBound + 1)
      guard line.count <= FigureTable.maximumRowLength, text.bytes[line].contains(UInt8(ascii: " "))
      else { break }
      lines.append(line)
    }
    guard lines.count > 1 else { return nil }
    var folded = FoldedCharacters(of: field, from: lines[0].lowerBound)
    return table.figures(in: lines.map { Array(text.bytes[$0]) }, at: place, about: terms) {
      line, scalar, offset in
      folded.character(scalar, at: lines[line].lowerBound + offset)
    }?.map {
      Located(
        figure: $0.figure, start: lines[$0.line].lowerBound,
        subject: paragraph.lowerBound + $0.subject.lowerBound..<paragraph.lowerBound
          + $0.subject.upperBound)
    }
  }
}

/// The searched forms of the characters of a field, by their places in it.
private struct FoldedCharacters {
  private let field: StoredField
  /// Where the character that was asked for last is among the searched ones.
  private var last: Int

  init(of field: StoredField, from offset: Int) {
    self.field = field
    last = field.firstScalar(atOrBehind: offset)
  }

  /// What a character is searched as, if that is one character.
  mutating func character(_ scalar: Unicode.Scalar, at offset: Int) -> Unicode.Scalar {
    if last < field.scalars.upperBound, field.start(ofScalar: last) > offset {
      last = field.firstScalar(atOrBehind: offset)
    }
    while last < field.scalars.upperBound, field.start(ofScalar: last) < offset { last += 1 }
    guard last < field.scalars.upperBound,
      field.sourceRange(of: last..<last + 1) == offset..<offset + UTF8.width(scalar)
    else { return scalar }
    return Unicode.Scalar(field.text.scalars[last]) ?? scalar
  }
}

extension FoundFigure.Kind {
  fileprivate init(_ kind: Figure.Kind) {
    switch kind {
    case .level: self = .level
    case .increase: self = .increase
    case .decrease: self = .decrease
    case .share: self = .share
    case .rank: self = .rank
    case .plan: self = .plan
    }
  }
}

extension FoundFigure.Period {
  fileprivate init(_ period: FigurePeriod) {
    self.init(CalendarDate(period.first), CalendarDate(period.last))
  }
}

extension CalendarDate {
  fileprivate init(_ date: FigurePeriod.Date) {
    self.init(year: date.year, month: date.month, day: date.day)
  }
}

extension FigurePeriod.Date {
  /// The date of an issue in ISO 8601.
  fileprivate init?(_ text: String) {
    let numbers = text.split(separator: "-").compactMap { Int($0) }
    guard let year = numbers.first else { return nil }
    self.init(year: year, month: numbers.dropFirst().first, day: numbers.dropFirst(2).first)
  }
}
