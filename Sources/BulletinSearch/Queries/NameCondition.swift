internal import InvertedIndex
internal import TextAnalysis

/// What the name of a bulletin has to be like: `刊：水务`, `刊：（水务 或 林业）`.
///
/// A text has to be in the name, in forms that are searched as the same; a name is short, so a prefix and words
/// near each other are texts too.
indirect enum NameCondition {
  case contains([UInt32])
  case all([NameCondition])
  case any([NameCondition])
  case excluding(NameCondition, NameCondition)

  /// Nil if nothing in the query can be searched.
  init?(_ query: ParsedQuery, analyzer: TextAnalyzer) {
    func conditions(_ parts: [ParsedQuery]) -> [NameCondition]? {
      let conditions = parts.compactMap { NameCondition($0, analyzer: analyzer) }
      return conditions.isEmpty ? nil : conditions
    }
    switch query {
    case .text(let text), .exact(let text), .prefix(let text), .near(let text, _):
      let scalars = Self.letters(of: text, analyzer)
      guard !scalars.isEmpty else { return nil }
      self = .contains(scalars)
    case .boosted(let query, _), .field(_, let query): self.init(query, analyzer: analyzer)
    case .all(let parts):
      guard let conditions = conditions(parts) else { return nil }
      self = .all(conditions)
    case .any(let parts):
      guard let conditions = conditions(parts) else { return nil }
      self = .any(conditions)
    case .excluding(let wanted, let unwanted):
      let wanted = NameCondition(wanted, analyzer: analyzer)
      guard let unwanted = NameCondition(unwanted, analyzer: analyzer) else {
        guard let wanted else { return nil }
        self = wanted
        return
      }
      self = .excluding(wanted ?? .all([]), unwanted)
    // A query has neither in a field.
    case .number, .date: return nil
    }
  }

  func isMet(by name: String, analyzer: TextAnalyzer) -> Bool {
    isMet(by: Self.letters(of: name, analyzer))
  }

  private func isMet(by name: [UInt32]) -> Bool {
    switch self {
    case .contains(let text): name.contains(text)
    case .all(let parts): parts.allSatisfy { $0.isMet(by: name) }
    case .any(let parts): parts.contains { $0.isMet(by: name) }
    case .excluding(let wanted, let unwanted):
      wanted.isMet(by: name) && !unwanted.isMet(by: name)
    }
  }

  /// The characters of a text that count, folded as those of articles are.
  private static func letters(of text: String, _ analyzer: TextAnalyzer) -> [UInt32] {
    let match = analyzer.fold(Array(text.utf8))
    return match.scalars.indices.filter(match.isWord(at:)).map { match.scalars[$0] }
  }
}

/// Finds articles by what is known of their issues.
protocol IssueFilters {
  /// Articles of issues whose number lies in a range.
  func articles(_ field: NumberField, _ range: NumberRange) throws -> Filter
  /// Articles of bulletins with such a name.
  func articles(ofBulletins name: NameCondition) throws -> Filter
  /// The first articles of issues that have a text in what is printed around the articles.
  func articles(withFurniture item: QueryItem) throws -> Filter
}
