internal import AnswerRecords
internal import BulletinSearch

/// What a search asks: an index, or a collection of shards that another program asks on its behalf.
enum SearchedArchive {
  case index(BulletinIndex)
  case collection(CollectionConnection)

  /// What is asked by the options and the environment.
  ///
  /// - Throws: as ``IndexLocation/open(_:)``.
  static func open(_ named: String?) throws -> SearchedArchive {
    if let connection = CollectionConnection.inherited { return .collection(connection) }
    return .index(try IndexLocation.open(named))
  }

  /// The path beside which the words of the user stand.
  var path: String {
    switch self {
    case .index(let index): index.path
    case .collection: IndexLocation.defaultName
    }
  }

  /// What is found, of which results of an index are read when they are asked for.
  ///
  /// - Throws: as `BulletinIndex.search`, ``CommandError/failedCollection(_:)``.
  func find(_ query: String, _ options: SearchOptions) throws -> SearchAnswer {
    switch self {
    case .index(let index):
      SearchAnswer(query: query, found: try index.find(query, options: options), elapsed: .zero)
    case .collection(let connection):
      SearchAnswer(
        query: query, response: try connection.search(query, options), elapsed: .zero)
    }
  }

  /// What may be said of an answer, which was found by `options`.
  ///
  /// - Throws: as `BulletinIndex.search`.
  func hints(for answer: SearchAnswer, _ options: SearchOptions) throws -> SearchHints {
    switch self {
    case .index(let index): try index.hints(for: answer, options)
    case .collection(let connection): connection.hints(for: answer.query)
    }
  }
}
