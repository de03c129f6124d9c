/// Takes queries apart.
///
/// ASCII and full-width forms of an operator are the same, and nothing is an error: what cannot be
/// an operator where it stands is text.
///
///     query     = { ("-" | "NOT" | "非") primary | any }     all of them, without the excluded
///     any       = primary { ("OR" | "|" | "或") primary }
///     primary   = atom [ "^" number ]
///     atom      = [ name ":" ] ( "(" query ")" | quotation | word [ "*" ] ) | name ":" range
///     quotation = "“" text "”" [ "~" [ number ] | "*" ]
struct QueryParser {
  /// What a query is read as.
  struct Outcome {
    var query: ParsedQuery
    /// In the order of their places, which are characters of the query.
    var problems: [QueryProblem]
    /// Whether it is more than words between spaces.
    var hasOperators: Bool
  }

  /// Longer queries are cut, in Unicode scalars: far more than a person types.
  static let maximumLength = 16_384
  /// Deeper brackets are passed over, so that no query exhausts the stack.
  static let maximumDepth = 50

  /// How many alternatives count: each may be in most articles.
  static let maximumAlternativeCount = 512
  /// How many prefixes have their words listed, which takes memory.
  static let maximumPrefixCount = 32
  /// How many texts are looked for by the distance of their parts: for each, every article that has the parts is read.
  static let maximumDistanceCount = 8

  private var tokens: [PlacedToken]
  private var position = 0
  private var problems: [QueryProblem]
  private var alternativeCount = 0

  /// Reads a query, in which words such as 去年 are meant in relation to `today`.
  static func parse(_ text: String, today: CalendarDate? = nil) -> Outcome {
    var scalars = Array(text.unicodeScalars.prefix(maximumLength))
    let count = scalars.count < maximumLength ? scalars.count : text.unicodeScalars.count
    let isCut = count > maximumLength
    if isCut { cutBack(&scalars, today: today) }
    var parser = QueryParser(scalars, today: today)
    if isCut { parser.dropLastOperators() }
    let query = parser.query()
    if isCut {
      parser.problems.append(QueryProblem(kind: .tooLong, range: maximumLength..<count))
    }
    return Outcome(
      query: query, problems: parser.problems.inCharacters(of: text),
      hasOperators: !query.isPlain)
  }

  private init(_ scalars: [Unicode.Scalar], today: CalendarDate?) {
    var scanner = QueryScanner(scalars, today: today)
    var tokens: [PlacedToken] = []
    while let token = scanner.next() { tokens.append(token) }
    problems = scanner.problems
    self.tokens = tokens
    dropDeepBrackets()
    replaceExcess()
  }

  /// Makes texts of the prefixes and distances that are too many.
  private mutating func replaceExcess() {
    var (prefixCount, distanceCount) = (0, 0)
    for (place, placed) in tokens.enumerated() {
      switch placed.token {
      case .prefix(let text):
        prefixCount += 1
        guard prefixCount > Self.maximumPrefixCount else { continue }
        tokens[place].token = .quoted(text)
        if prefixCount == Self.maximumPrefixCount + 1 { tell(.tooManyPrefixes, placed) }
      case .near(let text, _):
        distanceCount += 1
        guard distanceCount > Self.maximumDistanceCount else { continue }
        tokens[place].token = .quoted(text)
        if distanceCount == Self.maximumDistanceCount + 1 { tell(.tooManyDistances, placed) }
      default: break
      }
    }
  }

  private mutating func tell(_ kind: QueryProblem.Kind, _ placed: PlacedToken) {
    problems.append(QueryProblem(kind: kind, range: placed.range))
  }

  /// Takes half a quotation or half a word from the end of a query that was cut.
  private static func cutBack(_ scalars: inout [Unicode.Scalar], today: CalendarDate?) {
    var scanner = QueryScanner(scalars, today: today)
    while scanner.next() != nil {}
    let start = scalars.count - longestCutPart
    let quotation = scanner.problems.last { problem in
      problem.kind == .unclosedQuotation && problem.range.lowerBound >= start
    }
    let end =
      quotation?.range.lowerBound
      ?? scalars[start...].lastIndex(where: \.properties.isWhitespace)
    if let end { scalars.removeSubrange(end...) }
  }

  /// A longer text may stand at the end cut.
  private static let longestCutPart = 1_000

  /// Takes OR and the like from the end of a query that was cut: what they had behind them is not read.
  private mutating func dropLastOperators() {
    // Operators alone are text.
    for _ in 0..<Self.mostLastOperators where tokens.count > 1 {
      switch tokens.last?.token {
      case .or, .not, .minus, .field: tokens.removeLast()
      default: return
      }
    }
  }

  /// As in `OR -标题：`.
  private static let mostLastOperators = 3

  /// Takes out the brackets that are too deep, with their factors.
  private mutating func dropDeepBrackets() {
    var depth = 0
    var isDropped = false
    var firstDropped: Range<Int>?
    var kept: [PlacedToken] = []
    for placed in tokens {
      switch placed.token {
      case .open:
        depth += 1
        isDropped = depth > Self.maximumDepth
        if isDropped { firstDropped = firstDropped ?? placed.range }
      case .close:
        isDropped = depth > Self.maximumDepth
        depth -= 1
      // It goes with what it stands behind.
      case .boost: break
      default: isDropped = false
      }
      if !isDropped { kept.append(placed) }
    }
    tokens = kept
    if let firstDropped { problems.append(QueryProblem(kind: .tooDeep, range: firstDropped)) }
  }
}

// MARK: - The grammar

extension QueryParser {
  private var current: QueryToken? { token(at: position) }

  private func token(at place: Int) -> QueryToken? {
    place < tokens.count ? tokens[place].token : nil
  }

  /// Up to the end of the group, or of the query.
  private mutating func query() -> ParsedQuery {
    var wanted: [ParsedQuery] = []
    var unwanted: [ParsedQuery] = []
    while let token = current, token != .close {
      if isExclusion(token) {
        position += 1
        unwanted.append(primary())
      } else {
        wanted.append(alternatives())
      }
    }
    let all = wanted.count == 1 ? wanted[0] : .all(wanted)
    guard !unwanted.isEmpty else { return all }
    return .excluding(all, unwanted.count == 1 ? unwanted[0] : .any(unwanted))
  }

  private mutating func alternatives() -> ParsedQuery {
    var parts = [primary()]
    while isOr(current), startsPrimary(at: position + 1) {
      let placed = tokens[position]
      position += 1
      alternativeCount += 1
      let isOver = alternativeCount > Self.maximumAlternativeCount
      if alternativeCount == Self.maximumAlternativeCount + 1 {
        tell(.tooManyAlternatives, placed)
      }
      let part = primary()
      if !isOver { parts.append(part) }
    }
    return parts.count == 1 ? parts[0] : .any(parts)
  }

  private mutating func primary() -> ParsedQuery {
    let atom = atom()
    guard case .boost(let factor) = current else { return atom }
    position += 1
    return .boosted(atom, factor)
  }

  private mutating func atom() -> ParsedQuery {
    let place = position
    position += 1
    switch token(at: place) {
    case .text(let text): return .text(text)
    case .quoted(let text): return .exact(text)
    case .prefix(let text): return .prefix(text)
    case .near(let text, let distance): return .near(text, distance: distance)
    case .number(let field, let range): return .number(field, range)
    case .date(let range): return .date(range)
    case .field(let field, let typed):
      return startsPrimary(at: position) ? .field(field, atom()) : .text(typed)
    case .or(let text), .not(let text):
      problems.append(QueryProblem(kind: .missingOperand, range: tokens[place].range))
      return .text(text)
    case .minus:
      problems.append(QueryProblem(kind: .missingOperand, range: tokens[place].range))
      return .text("-")
    case .open:
      let query = query()
      position += 1
      return query
    case .close, .boost, nil: return .all([])
    }
  }

  /// An operator with nothing behind it is text.
  private func isExclusion(_ token: QueryToken) -> Bool {
    switch token {
    case .minus, .not: startsPrimary(at: position + 1)
    default: false
    }
  }

  private func isOr(_ token: QueryToken?) -> Bool {
    if case .or = token { true } else { false }
  }

  private func startsPrimary(at place: Int) -> Bool {
    token(at: place)?.startsPrimary ?? false
  }
}

extension [QueryProblem] {
  /// The problems in order, with their ranges, which are in scalars of `text`, in characters.
  fileprivate func inCharacters(of text: String) -> [QueryProblem] {
    guard !isEmpty else { return [] }
    var characters: [Int] = []
    for (number, character) in text.enumerated() {
      for _ in character.unicodeScalars { characters.append(number) }
    }
    return map { problem in
      let last = characters[problem.range.upperBound - 1]
      return QueryProblem(
        kind: problem.kind, range: characters[problem.range.lowerBound]..<last + 1)
    }.sorted {
      ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
    }
  }
}
