/// Counts the documents of a segment that match a filter made of terms, through bit sets.
struct DocumentCounter {
  /// From how many of its documents for each one of a set on a term is asked for these instead of being read whole.
  private static let probedRatio = 6

  /// The same for documents of a bit set, which have to be made a list first.
  private static let probedBitsRatio = 16

  private let searched: SegmentSearch
  private var segment: Segment { searched.segment }

  init(_ searched: SegmentSearch) {
    self.searched = searched
  }

  /// Whether the postings of terms say all that is to be counted, with no look at any document.
  static func canCount(_ filter: Filter, _ details: CountDetails) -> Bool {
    isCountable(filter) && (!details.contains(.occurrences) || summedTerms(filter) != nil)
  }

  /// Counts the documents of the index that match a filter that can be counted.
  ///
  /// - Returns: The documents; nil if there are none, or if no more than their number was wanted.
  func count(_ filter: Filter, into counter: inout MatchCounter) throws(IndexError) -> DocumentBits?
  {
    if counter.details.isEmpty {
      counter.add(documents: try count(filter))
      return nil
    }
    guard let matches = try liveDocuments(filter) else { return nil }
    let count = matches.count
    var occurrences = 0
    if counter.details.contains(.occurrences), let terms = Self.summedTerms(filter) {
      occurrences = try occurrenceCount(of: terms, in: matches, count: count)
    }
    counter.begin(segment)
    try counter.add(matches, count: count, occurrences: occurrences)
    return matches
  }

  private func count(_ filter: Filter) throws(IndexError) -> Int {
    switch filter {
    case .term(let term):
      try searched.info(for: term).map { (info) throws(IndexError) in
        try segment.liveFrequency(of: info)
      } ?? 0
    case .any(let filters) where filters.count == 1: try count(filters[0])
    case .all(let filters) where filters.count == 1: try count(filters[0])
    case .all(let filters) where filters.allSatisfy(Self.isTerm) && segment.live.hasAll:
      try countIntersection(of: filters)
    case .any(let filters) where filters.allSatisfy(Self.isTerm) && segment.live.hasAll:
      if let known = searched.knownUnion(of: Self.terms(filters)) {
        known.count
      } else {
        try countUnion(of: filters)
      }
    default: try liveDocuments(filter)?.count ?? 0
    }
  }

  /// Whether a filter is made of terms.
  static func isCountable(_ filter: Filter) -> Bool {
    switch filter {
    case .term: true
    case .all(let filters): !filters.isEmpty && filters.allSatisfy(isCountable)
    case .any(let filters): filters.allSatisfy(isCountable)
    case .excluding(let filter, let excluded): isCountable(filter) && isCountable(excluded)
    case .prefix, .run, .near, .original, .values, .documents: false
    }
  }

  private static func isTerm(_ filter: Filter) -> Bool {
    if case .term = filter { true } else { false }
  }

  private static func terms(_ filters: [Filter]) -> [Term] {
    filters.compactMap { filter in
      if case .term(let term) = filter { term } else { nil }
    }
  }

  /// How many documents have at least one of several terms: the most frequent one's postings are only compared with
  /// the documents of the others.
  private func countUnion(of terms: [Filter]) throws(IndexError) -> Int {
    var cursors: [PostingsCursor] = []
    for case .term(let term) in terms {
      if let cursor = try searched.postings(for: term) { cursors.append(cursor) }
    }
    cursors.sort { $0.documentFrequency < $1.documentFrequency }
    guard let last = cursors.popLast() else { return 0 }
    guard !cursors.isEmpty else { return last.documentFrequency }
    if cursors.count == 1, last.documentFrequency / Self.probedRatio >= cursors[0].documentFrequency
    {
      let common = try countCommon(of: cursors[0], [last])
      return cursors[0].documentFrequency + last.documentFrequency - common
    }
    let bits = DocumentBits(documentCount: segment.documentCount)
    for cursor in cursors { try cursor.insertAll(into: bits) }
    let count = bits.count
    return count + last.documentFrequency - (try countCommon(bits, count: count, [last]))
  }

  /// How many documents have all of several terms.
  ///
  /// The rarest term's documents are looked for in those lists that are much longer.
  private func countIntersection(of terms: [Filter]) throws(IndexError) -> Int {
    var cursors: [PostingsCursor] = []
    for case .term(let term) in terms {
      guard let cursor = try searched.postings(for: term) else { return 0 }
      cursors.append(cursor)
    }
    cursors.sort { $0.documentFrequency < $1.documentFrequency }
    let leader = cursors.removeFirst()
    var count = leader.documentFrequency
    if cursors[0].documentFrequency / Self.probedRatio >= count {
      return try countCommon(of: leader, cursors)
    }
    let bits = DocumentBits(documentCount: segment.documentCount)
    try leader.insertAll(into: bits)
    while count > 0, cursors.count > 1, cursors[0].documentFrequency / Self.probedRatio < count {
      count = try intersect(bits, with: cursors.removeFirst(), count: count)
    }
    return count == 0 ? 0 : try countCommon(bits, count: count, cursors)
  }

  /// How many of `count` documents are in all of some lists.
  private func countCommon(_ bits: DocumentBits, count: Int, _ cursors: [PostingsCursor])
    throws(IndexError) -> Int
  {
    if cursors.count == 1, cursors[0].documentFrequency / Self.probedBitsRatio < count {
      return try cursors[0].count(in: bits)
    }
    let candidates = Candidates(capacity: 2 * BitPacking.blockLength)
    var sum = 0
    var next: UInt32? = 0
    while let start = next {
      candidates.removeAll()
      next = bits.append(to: candidates, from: start)
      sum += try Self.countCommon(candidates, cursors)
    }
    return sum
  }

  /// How many documents of a list are in all of some others.
  private func countCommon(of leader: PostingsCursor, _ cursors: [PostingsCursor])
    throws(IndexError) -> Int
  {
    let candidates = Candidates(capacity: BitPacking.blockLength)
    var sum = 0
    while leader.document != endOfDocuments {
      candidates.removeAll()
      candidates.append(try leader.loadDocuments(), of: leader.contents.documents)
      sum += try Self.countCommon(candidates, cursors)
      try leader.read(block: leader.block + 1)
    }
    return sum
  }

  /// How many of the candidates are in all of some lists.
  private static func countCommon(_ candidates: Candidates, _ cursors: [PostingsCursor])
    throws(IndexError) -> Int
  {
    for cursor in cursors where candidates.count > 0 { try cursor.keepCommon(candidates) }
    return candidates.count
  }

  /// Keeps of `count` documents those that have a term, and returns how many these are.
  private func intersect(_ bits: DocumentBits, with cursor: PostingsCursor, count: Int)
    throws(IndexError) -> Int
  {
    if cursor.documentFrequency / Self.probedRatio > count {
      try bits.filter { (document) throws(IndexError) in
        try cursor.advance(to: document)
        return cursor.document == document
      }
    } else {
      let others = DocumentBits(documentCount: segment.documentCount)
      try cursor.insertAll(into: others)
      bits.formIntersection(others)
    }
    return bits.count
  }

  /// The documents of the index that match; nil if there are none.
  ///
  /// They must not be changed.
  private func liveDocuments(_ filter: Filter) throws(IndexError) -> DocumentBits? {
    if case .any(let filters) = filter, filters.count >= SegmentSearch.listedTermCount,
      filters.allSatisfy(Self.isTerm), segment.live.hasAll
    {
      return try searched.union(of: Self.terms(filters)).documents
    }
    guard let bits = try documents(filter) else { return nil }
    for range in segment.live.removed { bits.remove(range) }
    return bits
  }

  /// The documents that match, with those that were removed; nil if there are none.
  private func documents(_ filter: Filter) throws(IndexError) -> DocumentBits? {
    switch filter {
    case .any(let filters):
      let bits = DocumentBits(documentCount: segment.documentCount)
      for filter in filters {
        if case .term(let term) = filter {
          try searched.postings(for: term)?.insertAll(into: bits)
        } else if let other = try documents(filter) {
          bits.formUnion(other)
        }
      }
      return bits
    case .all(let filters):
      return try intersection(of: filters)
    case .excluding(let filter, let excluded):
      guard let bits = try documents(filter) else { return nil }
      if let others = try documents(excluded) { bits.subtract(others) }
      return bits
    case .term(let term):
      guard let cursor = try searched.postings(for: term) else { return nil }
      let bits = DocumentBits(documentCount: segment.documentCount)
      try cursor.insertAll(into: bits)
      return bits
    case .prefix, .run, .near, .original, .values, .documents:
      return nil
    }
  }

  private func intersection(of filters: [Filter]) throws(IndexError) -> DocumentBits? {
    var cursors: [PostingsCursor] = []
    var sets: [DocumentBits] = []
    for filter in filters {
      if case .term(let term) = filter {
        guard let cursor = try searched.postings(for: term) else { return nil }
        cursors.append(cursor)
      } else {
        guard let set = try documents(filter) else { return nil }
        sets.append(set)
      }
    }
    cursors.sort { $0.documentFrequency < $1.documentFrequency }
    if sets.isEmpty, !cursors.isEmpty {
      let bits = DocumentBits(documentCount: segment.documentCount)
      try cursors.removeFirst().insertAll(into: bits)
      sets.append(bits)
    }
    guard let bits = sets.popLast() else { return nil }
    for set in sets { bits.formIntersection(set) }
    var count = bits.count
    for cursor in cursors where count > 0 {
      count = try intersect(bits, with: cursor, count: count)
    }
    return bits
  }
}

// MARK: - Occurrences

extension DocumentCounter {
  /// The terms of whose occurrences those of a filter are the sum; nil if it is not as simple as that.
  private static func summedTerms(_ filter: Filter) -> [Term]? {
    switch filter {
    case .term(let term): return [term]
    case .all(let filters), .any(let filters):
      var terms: [Term] = []
      for filter in filters {
        guard case .term(let term) = filter else { return nil }
        terms.append(term)
      }
      return terms.isEmpty ? nil : terms
    case .excluding(let filter, let excluded):
      return isCountable(excluded) ? summedTerms(filter) : nil
    case .prefix, .run, .near, .original, .values, .documents: return nil
    }
  }

  /// How often `terms` occur together in some documents.
  private func occurrenceCount(of terms: [Term], in documents: DocumentBits, count: Int)
    throws(IndexError) -> Int
  {
    var sum = 0
    for term in terms {
      guard let cursor = try searched.postings(for: term) else { continue }
      if cursor.documentFrequency / Self.probedRatio > count {
        var document = documents.first(from: 0)
        while let current = document {
          try cursor.advance(to: current)
          if cursor.document == current { sum += Int(try cursor.frequency()) }
          document = documents.first(from: current + 1)
        }
      } else {
        while cursor.document != endOfDocuments {
          let numbers = try cursor.loadBlock()
          sum += documents.sum(
            of: cursor.contents.frequencies, numbers, cursor.contents.documents)
          try cursor.read(block: cursor.block + 1)
        }
      }
    }
    return sum
  }
}
