internal import InvertedIndex

/// Puts articles in an order that is not that of their scores.
struct ArticleOrder {
  private let index: BulletinIndex
  private let order: ResultOrder
  private let isReversed: Bool
  /// The documents of the issues, ascending, and the place of each in the order; empty for an order that needs none.
  private var files: [(end: DocumentID, place: UInt64)] = []

  /// - Throws: `IndexError` if the index is damaged.
  init(_ order: ResultOrder, isReversed: Bool, of index: BulletinIndex) throws {
    self.index = index
    self.order = order
    self.isReversed = isReversed
    let names: [String]
    switch order {
    case .score, .date: return
    case .issue: names = try index.issues().map(\.id)
    case .path:
      var paths: Set<String> = []
      try index.forEachFile { file, documents in
        if !documents.isEmpty { paths.insert(file.path) }
      }
      names = paths.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
    var places: [String: UInt64] = [:]
    for (place, name) in names.enumerated() { places[name] = UInt64(place) }
    try index.forEachFile { file, documents in
      guard !documents.isEmpty else { return }
      // Of a volume each issue has a place of its own.
      let name = order == .issue ? file.issue?.id ?? "" : file.path
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
    for ranked in found { keyed.append((try key(of: ranked.document), ranked)) }
    keyed.sort { ($0.key, $0.ranked.document) < ($1.key, $1.ranked.document) }
    let sorted = keyed.map(\.ranked)
    return isReversed ? sorted.reversed() : sorted
  }

  private func key(of document: DocumentID) throws -> UInt64 {
    switch order {
    case .score: return 0
    case .date:
      let date = try index.reader.value(ofColumn: BulletinSchema.dateColumn, for: document)
      return date == 0 ? .max : date
    case .issue, .path:
      let place = files.firstIndex(in: 0..<files.count) { $0.end > document }
      return place < files.count ? files[place].place : .max
    }
  }
}
