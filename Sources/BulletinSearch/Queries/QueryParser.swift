/// Takes queries apart.
///
/// ASCII and full-width forms of an operator are the same, and nothing is an error: what cannot be
/// an operator where it stands is text.
///
/// query     = any { any }                     all of them
/// any       = factor { ("OR" | "|" | "或") factor }
/// factor    = [ "-" | "NOT" | "非" ] primary
/// primary   = "(" query ")" | quoted | text
struct QueryParser {
  private var tokens: [QueryToken]
  private var position = 0
  /// Deeper brackets are passed over, so that no query exhausts the stack.
  private static let maximumDepth = 50
  private var depth = 0

  static func parse(_ text: String) -> ParsedQuery {
    var parser = QueryParser(tokens: QueryToken.tokens(of: text))
    var parts: [ParsedQuery] = []
    // A closing bracket that nothing opened ends a query; what follows belongs to it all the same.
    while parser.position < parser.tokens.count {
      parts.append(parser.query())
      parser.position += 1
    }
    return parts.count == 1 ? parts[0] : .all(parts)
  }

  private init(tokens: [QueryToken]) {
    self.tokens = tokens
  }

  private var current: QueryToken? { position < tokens.count ? tokens[position] : nil }

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
    while isOr(current), position + 1 < tokens.count, startsPrimary(tokens[position + 1]) {
      position += 1
      parts.append(primary())
    }
    return parts.count == 1 ? parts[0] : .any(parts)
  }

  private mutating func primary() -> ParsedQuery {
    defer { position += 1 }
    switch current {
    case .text(let text): return .text(text)
    case .quoted(let text): return .exact(text)
    case .or(let text), .not(let text): return .text(text)
    case .minus: return .text("-")
    case .open where depth < Self.maximumDepth:
      position += 1
      depth += 1
      defer { depth -= 1 }
      return query()
    case .open, .close, nil: return .all([])
    }
  }

  /// An operator with nothing behind it is text.
  private func isExclusion(_ token: QueryToken) -> Bool {
    switch token {
    case .minus, .not: position + 1 < tokens.count && startsPrimary(tokens[position + 1])
    case .text, .quoted, .or, .open, .close: false
    }
  }

  private func isOr(_ token: QueryToken?) -> Bool {
    if case .or = token { true } else { false }
  }

  private func startsPrimary(_ token: QueryToken) -> Bool {
    switch token {
    case .text, .quoted, .open: true
    case .or, .not, .minus, .close: false
    }
  }
}
