/// What an engine answered to the queries of a test collection (a *run*).
public struct RankedRun: Sendable, Equatable {
  /// The results of one query.
  public struct Answer: Sendable, Equatable {
    /// Names the query.
    public var query: String
    /// The identifiers of the results, best first, each once.
    public var documents: [String]
    /// How long the search took; nil if it was not measured.
    public var duration: Duration?

    /// What was found for a query, best first.
    public init(query: String, documents: [String], duration: Duration? = nil) {
      self.query = query
      var seen: Set<String> = []
      self.documents = documents.filter { seen.insert($0).inserted }
      self.duration = duration
    }
  }

  /// The queries with what was found for each.
  public var answers: [Answer]

  /// A run with these answers.
  public init(answers: [Answer] = []) {
    self.answers = answers
  }
}

extension BulletinIndex {
  /// Searches for every query as a person would who types it, and keeps the identifiers.
  ///
  /// A query that has nothing to search for has no results.
  ///
  /// - Throws: `IndexError` if the index is damaged.
  public func run(_ queries: [EvaluationQuery], options: SearchOptions) throws -> RankedRun {
    var options = options
    options.offset = 0
    options.passageCount = 0
    options.excerpts = .passages
    options.includesTotals = false
    let clock = ContinuousClock()
    var run = RankedRun()
    for query in queries {
      let start = clock.now
      let documents = try documents(for: query.text, options: options)
      run.answers.append(
        RankedRun.Answer(query: query.id, documents: documents, duration: clock.now - start))
    }
    return run
  }

  private func documents(for query: String, options: SearchOptions) throws -> [String] {
    do {
      return try search(query, options: options).results.map(\.id)
    } catch QueryError.nothingToSearch {
      return []
    }
  }
}
