internal import AnswerRecords
internal import BulletinSearch

extension Search {
  /// Answers the queries of a file one after the other, each so that it can be told from the others.
  ///
  /// - Throws: ``ExitStatus/nothingFound`` if nothing was found for any of them; else as ``run()``. What was written before
  ///   stays.
  func answerAll(of path: String, from source: Source) throws {
    let queries = try QueryList(path: path).queries
    if case .results(let format) = form, format.isOfRecords {
      return try writeRecords(format, of: queries, from: source)
    }
    let isObject = form == .results(.json)
    var hasFound = false
    var source = source
    if isObject { try OutputStream.results.write("{\"answers\":[") }
    for (number, query) in queries.enumerated() {
      var writer = writer
      writer.label = query
      writer.isContinued = number > 0
      if isObject, number > 0 { try OutputStream.results.write(",") }
      // The index was opened once, and each query has its own time.
      if number > 0 { source.start = ContinuousClock.now }
      if number > 0 { source.opened = source.start }
      hasFound = try with(query).answer(from: source, by: writer) || hasFound
    }
    if isObject { try OutputStream.results.write("],\"version\":\(JSONText.version)}\n") }
    guard hasFound else { throw ExitStatus.nothingFound }
  }

  /// The same search for another query.
  private func with(_ query: String) -> Search {
    var search = Search(query: query, form: form)
    search.queryFile = queryFile
    search.amount = amount
    search.order = order
    search.isReversed = isReversed
    search.ways = ways
    search.scope = scope
    search.showsFacets = showsFacets
    search.explains = explains
    search.showsStatistics = showsStatistics
    return search
  }

  /// Writes one list of references for all queries, in which every article stands once, with the queries that find it as its
  /// keywords.
  private func writeRecords(_ format: OutputFormat, of queries: [String], from source: Source)
    throws
  {
    var places: [String: Int] = [:]
    var references: [Reference] = []
    for query in queries {
      let search = with(query)
      let (answer, options) = try search.found(in: source)
      if answer.count == 0 {
        _ = try search.tellSuggestions(for: answer, form: form, source.archive, options)
      }
      try answer.forEachResult { result in
        let reference = Reference(result)
        let place = places[reference.id] ?? references.count
        if place == references.count { references.append(reference) }
        places[reference.id] = place
        if references[place].keywords.last != query { references[place].keywords.append(query) }
      }
    }
    var list = ReferenceResults(format == .bibtex ? .bibTeX : format == .ris ? .ris : .cslJSON)
    var output = BufferedOutput(.results)
    try output.write(list.start)
    for reference in references { try output.write(list.text(of: reference)) }
    try output.write(list.end)
    try output.flush()
    guard !references.isEmpty else { throw ExitStatus.nothingFound }
  }
}

extension OutputFormat {
  /// Whether it is a list that a program keeps, to which nothing can be added between two records.
  fileprivate var isOfRecords: Bool { self == .bibtex || self == .ris || self == .cslJSON }
}
