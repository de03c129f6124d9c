extension ParsedQuery {
  /// How many combinations of alternatives are looked for near each other; with more, the words need not be near.
  static let maximumCombinationCount = 64

  /// The query with those of its words that have to be in an article together required within `distance` characters.
  ///
  /// Of alternatives, as in `水库 （大坝 OR 溢洪道）`, one has to be near the others. What is no text, such as a date,
  /// a prefix or what is in a field with a text of its own, has to be fulfilled as before, and what is left out is left out
  /// wherever it stands.
  func withWordsNear(_ distance: Int) -> ParsedQuery {
    switch self {
    case .text(let text): return .near(text, distance: distance)
    case .all(let parts): return Self.near(parts, distance)
    case .any(let parts): return .any(parts.map { $0.withWordsNear(distance) })
    case .excluding(let wanted, let unwanted):
      return .excluding(wanted.withWordsNear(distance), unwanted)
    case .boosted(let query, let factor): return .boosted(query.withWordsNear(distance), factor)
    case .field(let field, let query):
      return field == .bulletin ? self : .field(field, query.withWordsNear(distance))
    case .exact, .prefix, .near, .number, .date: return self
    }
  }

  private static func near(_ parts: [ParsedQuery], _ distance: Int) -> ParsedQuery {
    var combinations: [(texts: [String], factor: Double)] = [([], 1)]
    var others: [ParsedQuery] = []
    var textCount = 0
    for part in parts {
      guard let texts = part.texts else {
        others.append(part.withWordsNear(distance))
        continue
      }
      textCount += 1
      guard combinations.count * texts.count <= maximumCombinationCount else { return .all(parts) }
      combinations = combinations.flatMap { combination in
        texts.map { (combination.texts + [$0.text], combination.factor * $0.factor) }
      }
      // Within a text in quotation marks there are no parts that could stand apart.
      if texts.contains(where: \.isQuoted) { others.append(part) }
    }
    guard textCount > 0 else { return .all(others) }
    let near = combinations.map { combination in
      let near = ParsedQuery.near(combination.texts.joined(separator: " "), distance: distance)
      return combination.factor == 1 ? near : .boosted(near, combination.factor)
    }
    return .all([near.count == 1 ? near[0] : .any(near)] + others)
  }

  /// A text, how much it counts, and whether it is one however many words it has.
  private typealias Text = (text: String, factor: Double, isQuoted: Bool)

  /// The texts of which one has to be there; nil for what is more than that.
  private var texts: [Text]? {
    switch self {
    case .text(let text): return [(text, 1, false)]
    case .exact(let text): return [(text, 1, text.contains(where: \.isWhitespace))]
    case .boosted(let query, let factor):
      return query.texts?.map { ($0.text, $0.factor * factor, $0.isQuoted) }
    case .any(let parts):
      var texts: [Text] = []
      for part in parts {
        guard let others = part.texts else { return nil }
        texts += others
      }
      return texts
    case .prefix, .near, .field, .number, .date, .all, .excluding: return nil
    }
  }
}
