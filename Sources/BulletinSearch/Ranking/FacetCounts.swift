internal import InvertedIndex

/// How articles are spread, with all values: what several indexes have counted is put together and then cut to the first ones.
struct FacetCounts: Codable, Sendable {
  /// How many articles have a value, and the first of them.
  struct Count: Codable, Sendable {
    /// The value as it is compared.
    var key: String
    /// As the first article has it.
    var name: String
    var articles: Int
    var first: Int
  }

  var bulletins: [Count] = []
  /// Years as numbers.
  var years: [Int: Int] = [:]
  var sections: [Count] = []
  var authors: [Count] = []
  var withoutYear = 0
  var withoutSection = 0
  var withoutAuthor = 0

  init() {}

  /// Adds what another index has counted.
  ///
  /// - Parameters:
  ///   - other: What it has counted.
  ///   - document: The number among all articles of one of the index.
  mutating func add(_ other: FacetCounts, document: (Int) -> Int) {
    func merge(_ counts: inout [Count], _ others: [Count]) {
      var places: [String: Int] = [:]
      for (place, count) in counts.enumerated() { places[count.key] = place }
      for var count in others {
        count.first = document(count.first)
        guard let place = places[count.key] else {
          counts.append(count)
          continue
        }
        counts[place].articles += count.articles
        if count.first < counts[place].first {
          (counts[place].first, counts[place].name) = (count.first, count.name)
        }
      }
    }
    merge(&bulletins, other.bulletins)
    merge(&sections, other.sections)
    merge(&authors, other.authors)
    years.merge(other.years, uniquingKeysWith: +)
    withoutYear += other.withoutYear
    withoutSection += other.withoutSection
    withoutAuthor += other.withoutAuthor
  }

  /// The first `limit` values of each facet, as ``FacetCounter/facets(_:)`` has them.
  func facets(_ limit: Int) -> SearchFacets {
    let years = years.sorted { $0.key < $1.key }.map {
      SearchFacets.Value(name: "\($0.key)", articles: $0.value)
    }
    return SearchFacets(
      bulletins: Self.facet(bulletins, limit, without: 0),
      years: SearchFacets.Facet(
        values: Array(years.suffix(limit)), valueCount: years.count, withoutValue: withoutYear),
      sections: Self.facet(sections, limit, without: withoutSection),
      authors: Self.facet(authors, limit, without: withoutAuthor))
  }

  private static func facet(_ counts: [Count], _ limit: Int, without: Int) -> SearchFacets.Facet {
    let best = counts.sorted {
      ($1.articles, $0.first, $0.name) < ($0.articles, $1.first, $1.name)
    }
    return SearchFacets.Facet(
      values: best.prefix(limit).map { SearchFacets.Value(name: $0.name, articles: $0.articles) },
      valueCount: counts.count, withoutValue: without)
  }
}
