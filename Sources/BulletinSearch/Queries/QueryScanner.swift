/// Reads the tokens of a query from front to back, in time that grows with its length.
struct QueryScanner {
  let scalars: [Unicode.Scalar]
  let today: CalendarDate?
  var position = 0
  /// What looked like something else than it was read as, its ranges in scalars.
  private(set) var problems: [QueryProblem] = []

  /// Where the brackets stand that are open.
  private(set) var openings: [Int] = []
  private let lastClosingBracket: Int?
  /// Quotation marks that do not come any more, so that they are looked for once.
  private var missingQuotes: Set<Unicode.Scalar> = []
  /// Whether a field name has just been read, so that what follows is its value.
  var expectsValue = false
  /// How many brackets were open before that of a field was.
  private var outerOpeningCount: Int?
  /// Whether a factor may stand where the last token has ended.
  var acceptsBoost = false

  /// More problems are not reported: nobody reads them.
  private static let maximumProblemCount = 50

  init(_ scalars: [Unicode.Scalar], today: CalendarDate?) {
    self.scalars = scalars
    self.today = today
    lastClosingBracket = scalars.lastIndex(where: QuerySigns.isClosing)
  }

  var isAtEnd: Bool { position == scalars.count }
  var isInField: Bool { outerOpeningCount != nil }

  /// The next token; nil at the end.
  mutating func next() -> PlacedToken? {
    if acceptsBoost {
      acceptsBoost = false
      if let boost = takeBoost() { return boost }
    }
    skipSpaces()
    let start = position
    guard start < scalars.count else {
      for opening in openings { report(.unclosedBracket, opening..<opening + 1) }
      openings = []
      return nil
    }
    let token = token(at: scalars[start])
    return PlacedToken(token: token, range: start..<position)
  }

  private mutating func skipSpaces() {
    while position < scalars.count, QuerySigns.isSpace(scalars[position]) { position += 1 }
  }

  private mutating func token(at first: Unicode.Scalar) -> QueryToken {
    let isValue = expectsValue
    expectsValue = false
    if let quotation = quotation(first) { return quotation }
    if QuerySigns.isOpening(first) {
      if hasClosingBracket { return open(isValue: isValue) }
      report(.unclosedBracket, position..<position + 1)
    } else if QuerySigns.isClosing(first), !openings.isEmpty {
      return close()
    }
    if isValue { return valueWord() }
    if QuerySigns.isBar(first) { return bars() }
    if QuerySigns.isMinus(first), let second = scalar(at: position + 1),
      !QuerySigns.isSpace(second), second != first
    {
      position += 1
      return .minus
    }
    return fieldName() ?? word()
  }

  func scalar(at place: Int) -> Unicode.Scalar? {
    place < scalars.count ? scalars[place] : nil
  }

  /// Text of the query, such that ``ParsedQuery/description`` can write it.
  ///
  /// Of a text with the closing marks of all kinds of quotations, one is replaced by its ASCII
  /// form, which is searched as the same.
  func string(_ range: Range<Int>) -> String {
    let text = scalars[range]
    let isWritable = QuerySigns.quotes.contains { !text.contains($0.closing) }
    return String(
      String.UnicodeScalarView(isWritable ? Array(text) : text.map { $0 == "＂" ? "\"" : $0 }))
  }

  mutating func report(_ kind: QueryProblem.Kind, _ range: Range<Int>) {
    guard problems.count < Self.maximumProblemCount else { return }
    problems.append(QueryProblem(kind: kind, range: range))
  }
}

// MARK: - Brackets and bars

extension QueryScanner {
  private var hasClosingBracket: Bool {
    lastClosingBracket.map { $0 > position } ?? false
  }

  private mutating func open(isValue: Bool) -> QueryToken {
    if isValue { outerOpeningCount = openings.count }
    openings.append(position)
    position += 1
    return .open
  }

  private mutating func close() -> QueryToken {
    let opening = openings.popLast()
    position += 1
    if let opening, scalars[opening + 1..<position - 1].allSatisfy(QuerySigns.isSpace) {
      report(.emptyGroup, opening..<position)
    }
    if openings.count == outerOpeningCount { outerOpeningCount = nil }
    acceptsBoost = true
    return .close
  }

  private mutating func bars() -> QueryToken {
    let start = position
    while let next = scalar(at: position), QuerySigns.isBar(next) { position += 1 }
    return .or(string(start..<position))
  }
}

// MARK: - Quotations

extension QueryScanner {
  /// A quotation that is closed, with what is directly behind it; an open one is text.
  private mutating func quotation(_ opening: Unicode.Scalar) -> QueryToken? {
    guard let closing = QuerySigns.closingQuote(of: opening) else { return nil }
    guard let end = endOfQuotation(closing) else {
      report(.unclosedQuotation, position..<position + 1)
      return nil
    }
    let range = position + 1..<end
    let text = string(range)
    if range.isEmpty { report(.emptyQuotation, position..<end + 1) }
    position = end + 1
    acceptsBoost = true
    if let sign = scalar(at: position) {
      if QuerySigns.isTilde(sign), let token = near(text) { return token }
      if QuerySigns.isStar(sign), endsPrimary(at: position + 1),
        scalars[range].contains(where: QuerySigns.isLetterOrDigit)
      {
        position += 1
        return .prefix(text)
      }
    }
    return .quoted(text)
  }

  /// Whether a quotation with such a mark begins at `position` and is closed.
  private mutating func endOfQuotation(_ closing: Unicode.Scalar) -> Int? {
    guard !missingQuotes.contains(closing) else { return nil }
    guard let end = scalars[(position + 1)...].firstIndex(of: closing) else {
      missingQuotes.insert(closing)
      return nil
    }
    return end
  }

  /// What a tilde behind a quotation makes of it: with a number all of its words within a distance,
  /// alone the text as if it had been typed without quotation marks.
  private mutating func near(_ text: String) -> QueryToken? {
    let start = position
    if endsPrimary(at: start + 1) {
      position += 1
      return .text(text)
    }
    guard let number = decimal(at: start + 1), number.fractionCount == 0,
      endsPrimary(at: number.end)
    else { return nil }
    guard ParsedQuery.distances.contains(number.digits) else {
      report(.badDistance, start..<number.end)
      return nil
    }
    position = number.end
    return .near(text, distance: number.digits)
  }
}
