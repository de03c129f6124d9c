internal import InvertedIndex
internal import TextAnalysis

/// A query with its texts analysed: what may match, in ways from the strictest to the loosest, and how
/// matches are ranked.
struct QueryPlan {
  /// Articles that have the whole query as one text; nil where ``verbatim`` says the same.
  ///
  /// Whatever is pasted is found by it, also where it looks like something else to the parser.
  let whole: Filter?
  /// Whether ``whole`` may find what ``verbatim`` does not.
  let isWholeApart: Bool
  /// Articles that have the whole query in their title; nil if the query is no plain text.
  let titled: Filter?
  /// Whether there is anything to match besides ``whole``; not for a query of nothing but marks.
  let hasParts: Bool
  /// Articles in which every text that is required stands as it was typed.
  let verbatim: Filter
  /// Articles that have all words of the texts that are required.
  let scattered: Filter
  /// Articles that have at least a pair or a word of the texts; nil if there is no text.
  let some: Filter?
  /// Whether ``some`` admits all articles with any of the terms but for single characters.
  let isSomeFree: Bool
  /// How the ways stand to each other in a list of results.
  let order: WayOrder
  /// Whether the query is longer than what anybody types, so that what has it as one text comes first.
  let isPasted: Bool
  let terms: [WeightedTerm]
  let parameters: RankingParameters
  /// The articles of the issues among which it is searched; nil for all.
  let issueCondition: Filter?
  /// The texts that were asked for, without those to leave out.
  let items: [QueryItem]
  /// The query as one text; nil if it has punctuation only.
  let wholeItem: QueryItem?
  /// Whether characters are compared as they are written; always for a query of nothing but marks.
  let comparesAsWritten: Bool
  /// The query as it was written, in UTF-8, without white space around it.
  let writtenText: [UInt8]
  /// The field that has to hold the texts of the query; nil for any.
  let field: Field?
  /// Whether an article that has every text has each as often as the texts that match in it add up to.
  let isAdditive: Bool

  var bm25: BM25 { BM25(k1: parameters.k1, b: parameters.b) }

  /// - Parameters:
  ///   - text: The query as it was typed.
  ///   - query: The same, taken apart.
  ///   - analyzer: What analyses its texts.
  ///   - options: Those of the search.
  ///   - issues: Finds articles by what is known of their issues.
  ///   - issueRestriction: Of which issues articles have to be in whichever way they match.
  ///   - textRestriction: What else they have to fulfil.
  /// - Throws: ``QueryError/nothingToSearch(query:)`` if there is nothing in the query.
  init(
    _ text: String, query: ParsedQuery, analyzer: TextAnalyzer, options: SearchOptions,
    issues: any IssueFilters, issueRestriction: [Filter] = [], textRestriction: [Filter] = []
  ) throws {
    let restriction = issueRestriction + textRestriction
    func restricted(_ filter: Filter) -> Filter {
      restriction.isEmpty ? filter : .all([filter] + restriction)
    }
    let read = String(text.unicodeScalars.prefix(QueryParser.maximumLength))
    let trimmed = read.trimmingWhiteSpace()
    guard !trimmed.isEmpty else { throw QueryError.nothingToSearch(query: text) }
    var builder = QueryNodeBuilder(
      of: text, analyzer: analyzer, options: options, issues: issues)
    let node = try builder.node(query)
    let field = options.field.map(Field.init)
    self.field = field
    var wholeItem = try QueryItem(
      trimmed, form: .exact,
      scope: QueryItem.Scope(field: field, comparesAsWritten: options.comparesAsWritten),
      analyzer: analyzer)
    if let item = wholeItem, field == .furniture {
      wholeItem?.documents = try issues.articles(withFurniture: item)
    }
    self.wholeItem = wholeItem
    items = builder.items
    (order, isPasted) = Self.order(builder)
    parameters = options.ranking
    comparesAsWritten = options.comparesAsWritten || wholeItem == nil
    writtenText = Array(trimmed.utf8)
    isAdditive = node?.isAdditive ?? false
    whole = Self.whole(trimmed, wholeItem, builder, field, hasNode: node != nil).map(restricted)
    let issueConditions = issueRestriction + (node?.issueCondition.map { [$0] } ?? [])
    issueCondition = issueConditions.isEmpty ? nil : .all(issueConditions)
    // A prefix begins a word, and parts that are near have no more between them than was asked for;
    // the query as a text need not.
    isWholeApart =
      node == nil || builder.isMoreThanText
      || items.contains { ![.words, .exact].contains($0.form) }
    let isText = node != nil && !builder.isMoreThanText && !options.comparesAsWritten
    let isInTitle = field == nil || field == .title
    titled = isText && isInTitle ? try Self.titled(trimmed, analyzer).map(restricted) : nil
    hasParts = node != nil
    verbatim = restricted(node?.filter(\.verbatimFilter) ?? .any([]))
    scattered = restricted(node?.filter(\.scatteredFilter) ?? .any([]))
    let words = items.filter(\.isRequired).flatMap(\.partFilters)
    let conditions = node?.conditions ?? []
    let unwanted = (node?.unwanted ?? []).map { $0.filter(\.verbatimFilter) }
    let isFree = conditions.isEmpty && unwanted.isEmpty && restriction.isEmpty
    isSomeFree = isFree && items.allSatisfy { $0.form == .words && $0.written == nil }
    if words.isEmpty {
      some = nil
    } else {
      let any = Filter.all(conditions + [.any(words)])
      some = restricted(unwanted.isEmpty ? any : .excluding(any, .any(unwanted)))
    }
    var weighted = WeightedTerms(
      parameters: parameters, wordCount: items.reduce(0) { $0 + $1.text.tokens.count })
    for item in items { item.addWeights(to: &weighted) }
    terms = weighted.terms(upTo: Query.maximumWeight)
  }

  /// How long a text is at most that somebody looks up, and one that somebody types, in Chinese characters; a
  /// word of another script counts as two.
  ///
  /// A name or a term is shorter, and hardly any question; and no article has a question of more characters by chance.
  private static let longestLookedUp = 8
  private static let longestTyped = 16

  private static func order(_ builder: QueryNodeBuilder) -> (WayOrder, isPasted: Bool) {
    guard builder.isPlain, !builder.comparesAsWritten else { return (.ways, true) }
    let length = builder.items.flatMap(\.text.tokens)
      .reduce(0) { $0 + ($1.kind.isSpaced ? 2 : $1.range.count) }
    let isPasted = length > longestTyped
    let isOneText = builder.items.count == 1
    // What does not ask is a name, a title or a part of a text.
    let isQuestion = length > longestLookedUp && !isPasted && builder.items.contains(where: \.asks)
    return (isOneText && !isQuestion ? .verbatimFirst : .evidence, isPasted)
  }

  private static func titled(_ text: String, _ analyzer: TextAnalyzer) throws -> Filter? {
    let scope = QueryItem.Scope(field: .title)
    return try QueryItem(text, form: .exact, scope: scope, analyzer: analyzer)?.verbatimFilter
  }

  private static func whole(
    _ text: String, _ item: QueryItem?, _ builder: QueryNodeBuilder, _ field: Field?, hasNode: Bool
  ) -> Filter? {
    // What is printed around the articles has no original of its own.
    if field == .furniture, builder.isMoreThanText || item == nil { return nil }
    guard let item, hasNode, !builder.isMoreThanText else {
      // An exclusion or a field is hardly ever meant as text: every sign of it has to be there, in whichever
      // of its forms.
      let terms = item?.certainGrams() ?? []
      let isExact = item == nil || item?.written != nil
      let runs = (isExact ? [text] : QuerySigns.writings(of: text)).map {
        Filter.original(
          OriginalRun(utf8: Array($0.utf8), terms: terms, part: field.map(\.part)))
      }
      return runs.count == 1 ? runs[0] : .any(runs)
    }
    let isOneText =
      builder.items.count == 1 && builder.items[0].scalars == item.scalars
      && builder.items[0].written == item.written
      && builder.items[0].field == field && [.words, .exact].contains(builder.items[0].form)
    return isOneText ? nil : item.verbatimFilter
  }
}

extension String {
  fileprivate func trimmingWhiteSpace() -> String {
    var rest = unicodeScalars[...]
    while let first = rest.first, first.properties.isWhitespace { rest.removeFirst() }
    while let last = rest.last, last.properties.isWhitespace { rest.removeLast() }
    return String(rest)
  }
}

/// Why a query cannot be answered.
public enum QueryError: Error, Equatable {
  /// The query is empty.
  case nothingToSearch(query: String)
}
