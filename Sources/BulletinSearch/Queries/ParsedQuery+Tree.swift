extension ParsedQuery {
  /// The query as lines, each part two columns to the right of the one that it belongs to.
  ///
  /// The names are those of the fields and `all`, `any`, `excluding`, `without`, `text`, `exact`, `prefix`,
  /// `near`, `issue`, `total`, `date` and `boost`.
  var tree: String {
    lines.joined(separator: "\n")
  }

  private var lines: [String] {
    switch self {
    case .text(let text): ["text " + Self.shown(text)]
    case .exact(let text): ["exact " + Self.shown(text)]
    case .prefix(let text): ["prefix " + Self.shown(text)]
    case .near(let text, let distance): ["near \(distance) " + Self.shown(text)]
    case .field(let field, let query): [field.rawValue] + query.indented
    case .number(let field, let range): ["\(field.rawValue) \(range)"]
    case .date(let range): ["date \(range)"]
    case .boosted(let query, let factor):
      ["boost " + QueryWriting.factor(factor)] + query.indented
    case .all(let parts): ["all"] + parts.flatMap(\.indented)
    case .any(let parts): ["any"] + parts.flatMap(\.indented)
    case .excluding(let wanted, let unwanted):
      ["excluding"] + wanted.indented + ["  without"] + unwanted.indented.map { "  " + $0 }
    }
  }

  private var indented: [String] {
    lines.map { "  " + $0 }
  }

  /// A text on one line.
  private static func shown(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
