internal import InvertedIndex

/// Puts articles in an order that is not that of their scores.
struct ArticleOrder {
  /// The dates of articles as the index keeps them; 0 for one without.
  typealias Dates = ([DocumentID]) throws -> [UInt64]

  private let order: ResultOrder
  private let isReversed: Bool
  private let dates: Dates
  /// The documents of the issues, ascending, and the place of each in the order; empty for an order that needs none.
  private var files: [(end: DocumentID, place: UInt64)] = []

  /// - Throws: `IndexError` if the index is damaged.
  init(_ order: ResultOrder, isReversed: Bool, of index: BulletinIndex) throws {
    var groups: [(record: FileRecord, documents: Range<DocumentID>)] = []
    if order == .issue || order == .path {
      try index.forEachFile { groups.append(($0, $1)) }
    }
    self.init(order, isReversed: isReversed, groups) { documents in
      try documents.map { try index.reader.value(ofColumn: BulletinSchema.dateColumn, for: $0) }
    }
  }

  /// - Parameters:
  ///   - order: The order.
  ///   - isReversed: Whether it is turned round.
  ///   - groups: All files, and parts and issues of files, in the order of the index; for an order by date none is needed.
  ///   - dates: Knows the dates of articles.
  init(
    _ order: ResultOrder, isReversed: Bool,
    _ groups: [(record: FileRecord, documents: Range<DocumentID>)], dates: @escaping Dates
  ) {
    self.order = order
    self.isReversed = isReversed
    self.dates = dates
    let names: [String]
    switch order {
    case .score, .date: return
    case .issue: names = IssueList(groups.map(\.record).issues).issues.map(\.id)
    case .path:
      let paths = Set(groups.filter { !$0.documents.isEmpty }.map(\.record.path))
      names = paths.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
    var places: [String: UInt64] = [:]
    for (place, name) in names.enumerated() { places[name] = UInt64(place) }
    for (record, documents) in groups where !documents.isEmpty {
      // Of a volume each issue has a place of its own.
      let name = order == .issue ? record.issue?.id ?? "" : record.path
      files.append((documents.upperBound, places[name] ?? .max))
    }
  }

  /// The articles in the order.
  ///
  /// - Complexity: O(*n* log *n*)
  /// - Throws: `IndexError` if the index is damaged.
  func sorted(_ found: [Ranker.Ranked]) throws -> [Ranker.Ranked] {
    var keyed: [(key: UInt64, ranked: Ranker.Ranked)] = []
    keyed.reserveCapacity(found.count)
    let dates = order == .date ? try dates(found.map(\.document)) : []
    for (place, ranked) in found.enumerated() {
      let date = order == .date ? dates[place] : 0
      keyed.append((key(of: ranked.document, date: date), ranked))
    }
    keyed.sort { ($0.key, $0.ranked.document) < ($1.key, $1.ranked.document) }
    let sorted = keyed.map(\.ranked)
    return isReversed ? sorted.reversed() : sorted
  }

  private func key(of document: DocumentID, date: UInt64) -> UInt64 {
    switch order {
    case .score: return 0
    case .date: return date == 0 ? .max : date
    case .issue, .path:
      let place = files.firstIndex(in: 0..<files.count) { $0.end > document }
      return place < files.count ? files[place].place : .max
    }
  }
}
