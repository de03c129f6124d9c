internal import InvertedIndex
internal import TextAnalysis

/// Counts how articles are spread over bulletins, years, sections and authors.
///
/// What is known of issues is read once for an issue, and sections are told apart as they are stored: they are read
/// only to be shown.
struct FacetCounter {
  /// How many articles have a value, and the first of them.
  private struct Count {
    var articles = 0
    var first: DocumentID
    var name: String?
  }

  private let reader: InvertedIndex.IndexReader
  private var parts: PartCodes
  private var documentCount = 0
  private var bulletins: [String: Count] = [:]
  private var years: [Int: Count] = [:]
  private var sections: [PartCodes.Code: Count] = [:]
  private var authors: [[UInt32]: Count] = [:]
  /// Names that were met, as they are searched.
  private var folded: [String: [UInt32]] = [:]
  private let analyzer = TextAnalyzer()
  private var withoutYear = 0
  private var withoutSection = 0
  private var withoutAuthor = 0

  init(_ reader: InvertedIndex.IndexReader) {
    self.reader = reader
    parts = PartCodes(reader, separator: UInt32(Field.separator))
  }

  // MARK: - Counting

  /// Counts articles, which ascend.
  ///
  /// - Throws: `IndexError` if the index is damaged.
  mutating func add(_ documents: [DocumentID]) throws {
    documentCount += documents.count
    var rest = documents[...]
    // To read what is known of all issues takes less time than to look for that of most.
    if documents.count * Self.groupShare < reader.groupCount {
      while let first = rest.first { try add(&rest, of: reader.group(of: first)) }
    } else {
      try reader.forEachGroup { group in
        guard let first = rest.first, group.documents.contains(first) else { return }
        try add(&rest, of: group)
      }
    }
    for document in documents { try addParts(of: document) }
  }

  private static let groupShare = 16

  /// Counts and takes away the first articles, those of a group.
  private mutating func add(_ rest: inout ArraySlice<DocumentID>, of group: DocumentGroup) throws {
    guard let first = rest.first else { return }
    let count = rest.prefix { $0 < group.documents.upperBound }.count
    rest = rest.dropFirst(max(count, 1))
    guard let issue = try FileRecord.bulletin(inRow: group.row) else { return }
    bulletins[issue.name, default: Count(first: first)].articles += count
    if let year = issue.year {
      years[year, default: Count(first: first)].articles += count
    } else {
      withoutYear += count
    }
  }

  private mutating func addParts(of document: DocumentID) throws {
    let codes = try parts.codes(of: Field.section.rawValue...Field.byline.rawValue, in: document)
    if codes[0].isEmpty {
      withoutSection += 1
    } else {
      sections[codes[0], default: Count(first: document)].articles += 1
    }
    let people = codes[1].isEmpty ? [] : try authors(of: document)
    if people.isEmpty { withoutAuthor += 1 }
    var known: Set<[UInt32]> = []
    for person in people where known.insert(fold(person)).inserted {
      authors[fold(person), default: Count(first: document, name: person)].articles += 1
    }
  }

  private mutating func fold(_ name: String) -> [UInt32] {
    if let known = folded[name] { return known }
    let scalars = analyzer.fold(Array(name.utf8)).scalars
    folded[name] = scalars
    return scalars
  }

  private func authors(of document: DocumentID) throws -> [String] {
    try ArticleRecord.authors(
      inRow: reader.row(of: document, inTable: BulletinSchema.articleTable))
  }
}

// MARK: - Results

extension FacetCounter {
  /// What was counted.
  ///
  /// - Parameter limit: How many values of each facet are named.
  /// - Returns: The facets.
  /// - Throws: `IndexError` if the index is damaged.
  func facets(_ limit: Int) throws -> SearchFacets {
    let years = years.sorted { $0.key < $1.key }.map {
      SearchFacets.Value(name: "\($0.key)", articles: $0.value.articles)
    }
    return SearchFacets(
      bulletins: facet(mergedBulletins(), limit, without: 0),
      years: SearchFacets.Facet(
        values: Array(years.suffix(limit)), valueCount: years.count, withoutValue: withoutYear),
      sections: try sectionFacet(limit),
      authors: facet(Array(authors.values), limit, without: withoutAuthor))
  }

  private func facet(_ counts: [Count], _ limit: Int, without: Int) -> SearchFacets.Facet {
    // Of two that the first article has, the one whose name comes first.
    let best = counts.sorted {
      ($1.articles, $0.first, $0.name ?? "") < ($0.articles, $1.first, $1.name ?? "")
    }
    return SearchFacets.Facet(
      values: best.prefix(limit).map {
        SearchFacets.Value(name: $0.name ?? "", articles: $0.articles)
      },
      valueCount: counts.count, withoutValue: without)
  }

  /// The bulletins with their names, those whose names differ in the forms of characters only as one.
  private func mergedBulletins() -> [Count] {
    var merged: [[UInt32]: Count] = [:]
    for (name, count) in bulletins.sorted(by: { $0.key < $1.key }) {
      let named = Count(articles: count.articles, first: count.first, name: name)
      Self.add(named, to: &merged[analyzer.fold(Array(name.utf8)).scalars])
    }
    return Array(merged.values)
  }

  /// Everything that was counted, with the names of all values.
  ///
  /// - Throws: `IndexError` if the index is damaged.
  func counts() throws -> FacetCounts {
    var counts = FacetCounts()
    counts.bulletins = mergedBulletins().map { count in
      let name = count.name ?? ""
      return FacetCounts.Count(
        key: String(scalars: analyzer.fold(Array(name.utf8)).scalars), name: name,
        articles: count.articles, first: Int(count.first.rawValue))
    }
    counts.years = years.mapValues(\.articles)
    var sections: [[UInt32]: Count] = [:]
    for count in self.sections.values {
      Self.add(count, to: &sections[try section(of: count.first)])
    }
    counts.sections = try sections.map { key, count in
      FacetCounts.Count(
        key: String(scalars: key), name: try sectionName(of: count.first),
        articles: count.articles, first: Int(count.first.rawValue))
    }
    counts.authors = authors.map { key, count in
      FacetCounts.Count(
        key: String(scalars: key), name: count.name ?? "", articles: count.articles,
        first: Int(count.first.rawValue))
    }
    // The same articles are the same bytes.
    counts.bulletins.sort { $0.key < $1.key }
    counts.sections.sort { $0.key < $1.key }
    counts.authors.sort { $0.key < $1.key }
    counts.withoutYear = withoutYear
    counts.withoutSection = withoutSection
    counts.withoutAuthor = withoutAuthor
    return counts
  }

  /// The section of an article, as it is searched.
  private func section(of document: DocumentID) throws -> [UInt32] {
    let fields = try reader.scalars(of: document).split(
      separator: UInt32(Field.separator), maxSplits: Field.stored.count - 1,
      omittingEmptySubsequences: false)
    return Array(fields[Field.section.rawValue])
  }

  /// The section of an article as it is written; the text behind it is not read.
  private func sectionName(of document: DocumentID) throws -> String {
    let text = try reader.text(
      of: document, upTo: Field.section.rawValue + 1, UInt32(Field.separator))
    return StoredFields(text).text(of: .section)
  }

  private static func add(_ count: Count, to sum: inout Count?) {
    guard let known = sum else {
      sum = count
      return
    }
    sum = Count(
      articles: known.articles + count.articles, first: min(known.first, count.first),
      name: known.first < count.first ? known.name : count.name)
  }

  private func sectionFacet(_ limit: Int) throws -> SearchFacets.Facet {
    var counts = Array(sections.values)
    if reader.segmentCount > 1 {
      // Each segment has codes of its own.
      var merged: [[UInt32]: Count] = [:]
      for count in counts {
        Self.add(count, to: &merged[try section(of: count.first)])
      }
      counts = Array(merged.values)
    }
    var facet = facet(counts, limit, without: withoutSection)
    let best = counts.sorted { ($1.articles, $0.first) < ($0.articles, $1.first) }
    for place in facet.values.indices {
      facet.values[place].name = try sectionName(of: best[place].first)
    }
    return facet
  }
}
