extension SegmentSearch {
  /// A cursor over the documents that match `filter`, among them some that were removed; nil if none can.
  func cursor(for filter: Filter) throws(IndexError) -> (any DocumentCursor)? {
    switch filter {
    case .term(let term):
      return try postings(for: term)
    case .run(let run):
      return try cursor(for: run)
    case .prefix(let prefix):
      return try list(withPrefix: prefix)
    case .near(let near):
      // A character or a pair is in every text that has its term, and the cursor looks for it anyway.
      let runs = near.runs.map { run in
        run.scalars.count > 2 ? [.run(run)] : run.terms.map { Filter.term($0) }
      }
      guard let candidates = try conjunction(of: runs.flatMap(\.self)) else { return nil }
      return NearCursor(near, in: decoded, candidates: candidates)
    case .original(let run):
      guard let candidates = try conjunction(of: run.terms.map { .term($0) }) else { return nil }
      return OriginalCursor(run, in: original, candidates: candidates)
    case .values(let column, let ranges):
      return try ValueCursor(segment.column(column), ranges: ranges)
    case .documents(let ranges):
      return RangeCursor(
        segment.live.documents(
          numbered: ranges.map { $0.lowerBound.rawValue..<$0.upperBound.rawValue }))
    case .all(let filters):
      return try conjunction(of: filters)
    case .any(let filters):
      return try disjunction(of: filters)
    case .excluding(let filter, let excluded):
      guard let cursor = try cursor(for: filter) else { return nil }
      guard let excluded = try self.cursor(for: excluded) else { return cursor }
      return Exclusion(cursor, without: excluded)
    }
  }

  private func conjunction(of filters: [Filter]) throws(IndexError) -> (any DocumentCursor)? {
    // A small segment often lacks a term, and to know that takes less than to begin to read lists.
    var infos: [TermInfo?] = []
    infos.reserveCapacity(filters.count)
    for filter in filters {
      guard case .term(let term) = filter else {
        infos.append(nil)
        continue
      }
      guard let info = try info(for: term) else { return nil }
      infos.append(info)
    }
    var cursors: [any DocumentCursor] = []
    cursors.reserveCapacity(filters.count)
    for (filter, info) in zip(filters, infos) {
      if let info {
        cursors.append(try postings(info))
      } else if let cursor = try cursor(for: filter) {
        cursors.append(cursor)
      } else {
        return nil
      }
    }
    switch cursors.count {
    case 0: return AllDocuments(count: segment.documentCount)
    case 1: return cursors[0]
    default:
      let terms = cursors.compactMap { $0 as? PostingsCursor }
      return terms.count == cursors.count
        ? try TermConjunction(terms) : try Conjunction(cursors)
    }
  }

  /// From how many terms on their documents are put together beforehand, instead of asking each term for each document.
  static let listedTermCount = 5

  private func disjunction(of filters: [Filter]) throws(IndexError) -> (any DocumentCursor)? {
    var terms: [(term: Term, info: TermInfo)] = []
    var cursors: [any DocumentCursor] = []
    for filter in filters {
      if case .term(let term) = filter {
        if let info = try info(for: term) { terms.append((term, info)) }
      } else if let cursor = try cursor(for: filter) {
        cursors.append(cursor)
      }
    }
    if terms.count < Self.listedTermCount {
      for (_, info) in terms { cursors.append(try postings(info)) }
    } else if countsOccurrences {
      var lists: [PostingsCursor] = []
      for (_, info) in terms { lists.append(try postings(info)) }
      cursors.append(try ListCursor(lists, documentCount: segment.documentCount))
    } else {
      let union = try union(of: terms.map(\.term))
      cursors.append(BitsCursor(union.documents, count: union.count))
    }
    return cursors.count > 1 ? Disjunction(cursors) : cursors.first
  }

  private func cursor(for run: TextRun) throws(IndexError) -> (any DocumentCursor)? {
    guard let needle = try TextNeedle(run.scalars, in: segment.texts.alphabet),
      let candidates = try conjunction(of: run.terms.map { .term($0) })
    else { return nil }
    var part: CodedPart?
    if let wanted = run.part {
      if let separator = try TextNeedle([wanted.separator], in: segment.texts.alphabet) {
        part = CodedPart(separator: separator, number: wanted.number)
      } else if wanted.number > 0 {
        // Without a separator, no text has a second part.
        return nil
      }
    }
    return RunCursor(needle, in: segment.texts, part: part, candidates: candidates)
  }

  private func list(withPrefix prefix: [UInt8]) throws(IndexError) -> (any DocumentCursor)? {
    var cursors: [PostingsCursor] = []
    try segment.terms.forEach(withPrefix: prefix) { (_, info) throws(IndexError) in
      cursors.append(try postings(info))
      return true
    }
    guard !cursors.isEmpty else { return nil }
    return try ListCursor(cursors, documentCount: segment.documentCount)
  }
}
