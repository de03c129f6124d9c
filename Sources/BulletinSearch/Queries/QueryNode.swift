internal import InvertedIndex
internal import TextAnalysis

/// A parsed query with its texts analysed, and without those that have nothing to search.
indirect enum QueryNode {
  case item(QueryItem)
  /// A number or a date, which an article has or has not.
  case condition(Filter)
  case all([QueryNode])
  case any([QueryNode])
  case excluding(QueryNode, QueryNode)

  /// Articles that match if `itemFilter` tells which match an item.
  func filter(_ itemFilter: (QueryItem) -> Filter) -> Filter {
    switch self {
    case .item(let item): itemFilter(item)
    case .condition(let filter): filter
    case .all(let nodes): .all(nodes.map { $0.filter(itemFilter) })
    case .any(let nodes): .any(nodes.map { $0.filter(itemFilter) })
    case .excluding(let node, let unwanted):
      // What is left out is what was typed, however loosely the rest is matched.
      .excluding(node.filter(itemFilter), unwanted.filter(\.verbatimFilter))
    }
  }

  /// What an article has to fulfil however loosely the texts are matched: numbers, dates, what stands in
  /// quotation marks and what stands in a field that was named, unless there are alternatives to it.
  var conditions: [Filter] {
    switch self {
    case .item(let item): return item.field == nil && !item.isQuoted ? [] : [item.scatteredFilter]
    case .condition(let filter): return [filter]
    case .all(let nodes): return nodes.flatMap(\.conditions)
    case .any(let nodes):
      // An article has to fulfil those of one alternative, unless one has none. Asked for once, since twice at each
      // level of brackets would be 2⁵⁰ times.
      let conditions = nodes.map(\.conditions)
      return conditions.contains(where: \.isEmpty) ? [] : [.any(conditions.map { .all($0) })]
    case .excluding(let node, _): return node.conditions
    }
  }

  /// What an article has to be, whatever it says: of an issue with a number or a date that is asked for, of a bulletin;
  /// nil if any article may match.
  var issueCondition: Filter? {
    switch self {
    case .item: return nil
    case .condition(let filter): return filter
    case .all(let nodes):
      let conditions = nodes.compactMap(\.issueCondition)
      return conditions.isEmpty ? nil : .all(conditions)
    case .any(let nodes):
      let conditions = nodes.compactMap(\.issueCondition)
      return conditions.count < nodes.count ? nil : .any(conditions)
    case .excluding(let node, let unwanted):
      guard unwanted.saysNothingOfTexts else { return node.issueCondition }
      return .excluding(node.issueCondition ?? .all([]), unwanted.filter(\.verbatimFilter))
    }
  }

  /// Whether it has numbers, dates and names of bulletins only.
  private var saysNothingOfTexts: Bool {
    switch self {
    case .item: false
    case .condition: true
    case .all(let nodes), .any(let nodes): nodes.allSatisfy(\.saysNothingOfTexts)
    case .excluding(let node, let unwanted):
      node.saysNothingOfTexts && unwanted.saysNothingOfTexts
    }
  }

  /// Whether the occurrences that the filter counts in an article are those of all texts of the query in
  /// it: not where a text is a part of an alternative that need not match, and not for prefixes and
  /// nearness, of which words and stretches are counted.
  var isAdditive: Bool {
    switch self {
    case .item(let item): item.documents == nil && (item.form == .words || item.form == .exact)
    case .condition: true
    case .all(let nodes): nodes.allSatisfy(\.isAdditive)
    case .any(let nodes):
      nodes.allSatisfy { node in
        switch node {
        case .item, .condition, .any: node.isAdditive
        case .all, .excluding: false
        }
      }
    case .excluding(let node, _): node.isAdditive
    }
  }

  /// What is to be left out however loosely the texts are matched; what is left out of one of several
  /// alternatives is not.
  var unwanted: [QueryNode] {
    switch self {
    case .item, .condition, .any: []
    case .all(let nodes): nodes.flatMap(\.unwanted)
    case .excluding(let node, let unwanted): node.unwanted + [unwanted]
    }
  }
}

extension QueryNode {
  /// Whether it is a text of nothing but words that are not required beside others.
  fileprivate var isOptional: Bool {
    if case .item(let item) = self { item.isOptional } else { false }
  }
}

/// Makes the node of a query.
struct QueryNodeBuilder {
  let analyzer: TextAnalyzer
  let comparesAsWritten: Bool
  let requiresAllWords: Bool
  let issues: any IssueFilters
  /// The field that has to hold texts that name none.
  private let field: Field?
  /// The texts that are asked for, without those to leave out.
  private(set) var items: [QueryItem] = []
  /// The texts that were met, so that one that is typed again is looked for and counted once.
  private var known: Set<Key> = []
  /// Whether the query says more than that its texts are to be found, so that an article that has
  /// the query as a text need not match.
  private(set) var isMoreThanText = false
  /// Whether the query is words between spaces and nothing else.
  private(set) var isPlain = true
  /// What stands in quotation marks that belong to a sentence.
  private let emphasised: Set<String>

  /// What makes two texts the same.
  private struct Key: Hashable {
    var scalars: [UInt32]
    var form: QueryItem.Form
    var field: Field?
    var written: [UInt8]?

    init(_ item: QueryItem) {
      scalars = item.scalars
      form = item.form
      field = item.field
      written = item.written
    }
  }

  /// - Parameters:
  ///   - text: The query as it was typed.
  ///   - analyzer: What analyses its texts.
  ///   - options: Those of the search.
  ///   - issues: Finds articles by what is known of their issues.
  init(
    of text: String, analyzer: TextAnalyzer, options: SearchOptions, issues: any IssueFilters
  ) {
    emphasised = Emphasis.texts(in: text)
    self.analyzer = analyzer
    comparesAsWritten = options.comparesAsWritten
    requiresAllWords = options.requiresAllWords
    field = options.field.map(Field.init)
    self.issues = issues
  }

  /// The node of `query`; nil if nothing in it can be searched.
  mutating func node(_ query: ParsedQuery) throws -> QueryNode? {
    let scope = QueryItem.Scope(
      field: field, comparesAsWritten: comparesAsWritten, requiresAllWords: requiresAllWords)
    return try node(query, scope, isWanted: true)
  }

  private mutating func node(_ query: ParsedQuery, _ scope: QueryItem.Scope, isWanted: Bool) throws
    -> QueryNode?
  {
    switch query {
    case .text, .all: break
    case .exact(let text): isPlain = isPlain && emphasised.contains(text)
    case .prefix, .near, .field, .number, .date, .boosted, .any, .excluding: isPlain = false
    }
    switch query {
    case .text(let text): return try item(text, .words, scope, isWanted)
    case .exact(let text) where emphasised.contains(text):
      return try item(text, .words, scope, isWanted)
    case .exact(let text): return try item(text, .exact, scope, isWanted)
    case .prefix(let text): return try item(text, .prefix, scope, isWanted)
    case .near(let text, let distance):
      return try item(text, .near(distance: distance), scope, isWanted)
    case .field(let field, let query):
      isMoreThanText = true
      guard let field = Field(field) else {
        let name = NameCondition(query, analyzer: analyzer)
        return try name.map { .condition(try issues.articles(ofBulletins: $0)) }
      }
      var scope = scope
      scope.field = field
      return try node(query, scope, isWanted: isWanted)
    case .number(let field, let range):
      isMoreThanText = true
      return .condition(try issues.articles(field, range))
    case .date(let range):
      isMoreThanText = true
      return .condition(.values(column: BulletinSchema.dateColumn, [range.columnValues]))
    case .boosted(let query, let boost):
      var scope = scope
      scope.boost *= boost
      return try node(query, scope, isWanted: isWanted)
    case .all(let parts):
      return try nodes(parts, scope, isWanted).map { .all(isWanted ? required(of: $0) : $0) }
    case .any(let parts): return try nodes(parts, scope, isWanted).map(QueryNode.any)
    case .excluding(let query, let excluded):
      isMoreThanText = true
      let wanted = try node(query, scope, isWanted: isWanted)
      guard let excluded = try node(excluded, scope, isWanted: false) else { return wanted }
      return .excluding(wanted ?? .all([]), excluded)
    }
  }

  private mutating func item(
    _ text: String, _ form: QueryItem.Form, _ scope: QueryItem.Scope, _ isWanted: Bool
  ) throws -> QueryNode? {
    let found = try QueryItem(text, form: form, scope: scope, analyzer: analyzer)
    guard var item = found else { return nil }
    if item.field == .furniture { item.documents = try issues.articles(withFurniture: item) }
    if isWanted { items.append(item) }
    return .item(item)
  }

  /// Leaves out the nodes of texts that are not required beside the others.
  private mutating func required(of nodes: [QueryNode]) -> [QueryNode] {
    let required = nodes.filter { !$0.isOptional }
    guard !required.isEmpty, required.count < nodes.count else { return nodes }
    for case .item(let optional) in nodes where optional.isOptional {
      // The last of the same text, since an earlier one may belong to another part of the query.
      let place = items.lastIndex { $0.isRequired && Key($0) == Key(optional) }
      if let place { items[place].isRequired = false }
    }
    return required
  }

  private mutating func nodes(_ parts: [ParsedQuery], _ scope: QueryItem.Scope, _ isWanted: Bool)
    throws -> [QueryNode]?
  {
    var nodes: [QueryNode] = []
    let outer = known
    known = []
    defer { known = outer }
    for part in parts {
      guard let node = try node(part, scope, isWanted: isWanted) else { continue }
      if case .item(let item) = node, !known.insert(Key(item)).inserted {
        if isWanted { items.removeLast() }
        continue
      }
      nodes.append(node)
    }
    return nodes.isEmpty ? nil : nodes
  }
}

extension Field {
  /// The field of the index that holds what a query names; nil for the name of the bulletin, which is
  /// known of the issue.
  ///
  /// Authors and units stand in the byline together.
  fileprivate init?(_ field: TextField) {
    switch field {
    case .bulletin: return nil
    case .title: self = .title
    case .section: self = .section
    case .author, .unit: self = .byline
    case .body: self = .body
    case .furniture: self = .furniture
    }
  }
}

extension Field {
  /// The field that excerpts are called by.
  init(_ field: ExcerptField) {
    self =
      switch field {
      case .title: .title
      case .section: .section
      case .byline: .byline
      case .body: .body
      case .furniture: .furniture
      }
  }
}

extension DateRange {
  /// The values of the column of dates that lie in the range; of a date with a month or a year only,
  /// the ones that lie in it whole.
  var columnValues: ClosedRange<UInt64> {
    let first = first.map { UInt64(clamping: $0.columnValue(missing: 0)) } ?? 1
    // 0 is for no date, which is in no range.
    let last = last.map { UInt64(clamping: $0.columnValue(missing: 99)) } ?? .max
    return max(first, 1)...max(first, 1, last)
  }
}

extension CalendarDate {
  fileprivate func columnValue(missing: Int) -> Int {
    year * 10_000 + (month ?? missing) * 100 + (day ?? missing)
  }
}
