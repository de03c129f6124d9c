/// The smallest parts of a query.
enum QueryToken: Equatable {
  case text(String)
  case quoted(String)
  /// OR, with what was typed for it.
  case or(String)
  /// NOT, with what was typed for it.
  case not(String)
  /// A minus sign directly before what is not wanted.
  case minus
  case open
  case close
}

extension QueryToken {
  private static let quotes: [Character: Character] = [
    "\"": "\"", "＂": "＂", "“": "”", "「": "」", "『": "』",
  ]
  private static let ors: Set<String> = ["OR", "或", "ＯＲ"]
  private static let nots: Set<String> = ["NOT", "非", "ＮＯＴ"]

  static func tokens(of query: String) -> [QueryToken] {
    var scanner = Scanner(rest: Substring(query))
    var tokens: [QueryToken] = []
    while let token = scanner.next() { tokens.append(token) }
    return tokens
  }

  /// Reads a query from front to back.
  private struct Scanner {
    var rest: Substring
    private var openCount = 0
    private let lastClosingBracket: String.Index?
    /// Quotation marks that do not come any more, so that they are looked for once.
    private var missingQuotes: Set<Character> = []

    init(rest: Substring) {
      self.rest = rest
      lastClosingBracket = rest.lastIndex { $0 == ")" || $0 == "）" }
    }

    mutating func next() -> QueryToken? {
      rest = rest.drop { $0.isWhitespace }
      guard let first = rest.first else { return nil }
      if let quoted = quoted(first) { return quoted }
      switch first {
      case "(", "（":
        guard hasClosingBracket else { break }
        rest.removeFirst()
        openCount += 1
        return .open
      case ")", "）":
        guard openCount > 0 else { break }
        rest.removeFirst()
        openCount -= 1
        return .close
      case "|", "｜":
        let end = rest.firstIndex { !Self.isBar($0) } ?? rest.endIndex
        defer { rest = rest[end...] }
        return .or(String(rest[..<end]))
      case "-", "－":
        guard let second = rest.dropFirst().first, !second.isWhitespace, second != first else {
          break
        }
        rest.removeFirst()
        return .minus
      default: break
      }
      return word()
    }

    /// A quotation that is closed; an open one is text.
    private mutating func quoted(_ first: Character) -> QueryToken? {
      guard let closing = quotes[first], !missingQuotes.contains(closing) else { return nil }
      guard let end = rest.dropFirst().firstIndex(of: closing) else {
        missingQuotes.insert(closing)
        return nil
      }
      defer { rest = rest[end...].dropFirst() }
      return .quoted(String(rest[..<end].dropFirst()))
    }

    private var hasClosingBracket: Bool {
      lastClosingBracket.map { $0 > rest.startIndex } ?? false
    }

    private static func isBar(_ character: Character) -> Bool {
      character == "|" || character == "｜"
    }

    /// Everything up to the next space or bar, or to a bracket that ends the group.
    private mutating func word() -> QueryToken {
      var depth = 0
      var end = rest.startIndex
      while end < rest.endIndex, !rest[end].isWhitespace, !Self.isBar(rest[end]) {
        let character = rest[end]
        if character == "(" || character == "（" { depth += 1 }
        if character == ")" || character == "）" {
          if depth == 0, openCount > 0 { break }
          depth -= 1
        }
        end = rest.index(after: end)
      }
      let text = String(rest[..<end])
      rest = rest[end...]
      if ors.contains(text) { return .or(text) }
      if nots.contains(text) { return .not(text) }
      return .text(text)
    }
  }
}
