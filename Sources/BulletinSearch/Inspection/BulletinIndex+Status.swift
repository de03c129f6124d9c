public import InvertedIndex
internal import TextAnalysis

/// What an index is and what went into it.
public struct IndexStatus: Sendable, Equatable {
  /// The size of the file in bytes.
  public var byteCount: Int
  /// How many articles there are.
  public var articles: Int
  /// How many segments the file has.
  public var segments: Int
  /// Different terms of each segment, added up.
  public var terms: Int
  /// The rules by which the articles were analysed.
  public var analyzer: String
  /// The rules by which this version analyses queries.
  public var currentAnalyzer: String
  /// Whether queries are folded as the articles were.
  ///
  /// If not, some text may not be found until the index is updated.
  public var isFoldedAlike: Bool
  /// The paths that were indexed, as they were given.
  public var sources: [String]
  /// The share of the files below them that the index takes; nil for all.
  public var share: CollectionShare?
  /// What the files gave, all together.
  public var report: IndexingReport
  /// The parts of the file.
  public var sections: [Section]

  /// A part of the file.
  public struct Section: Sendable, Equatable, Codable {
    /// What the part is called in the description of the format.
    public var name: String
    /// The bytes of the part in all segments.
    public var byteCount: Int
  }

  /// The postings of one kind of terms.
  public struct Postings: Sendable, Equatable {
    /// What the terms were made of.
    public var kind: TermKind
    /// How many there are and what they take.
    public var sizes: PostingsSizes
  }

  /// Whether queries are analysed as the articles were.
  ///
  /// If not, ranking may be a little worse until the index is made anew.
  public var isAnalyzerCurrent: Bool { analyzer == currentAnalyzer }
}

extension IndexStatus: Encodable {
  private enum CodingKeys: CodingKey {
    case byteCount, articles, segments, terms, analyzer, currentAnalyzer, isAnalyzerCurrent,
      sources, share, report, sections
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(byteCount, forKey: .byteCount)
    try container.encode(articles, forKey: .articles)
    try container.encode(segments, forKey: .segments)
    try container.encode(terms, forKey: .terms)
    try container.encode(analyzer, forKey: .analyzer)
    try container.encode(currentAnalyzer, forKey: .currentAnalyzer)
    try container.encode(isAnalyzerCurrent, forKey: .isAnalyzerCurrent)
    try container.encode(sources, forKey: .sources)
    try container.encodeIfPresent(share, forKey: .share)
    try container.encode(report, forKey: .report)
    try container.encode(sections, forKey: .sections)
  }
}

/// The sizes with their sum, beside the kind.
extension IndexStatus.Postings: Encodable {
  private enum CodingKeys: CodingKey {
    case kind, byteCount
  }

  public func encode(to encoder: any Encoder) throws {
    try sizes.encode(to: encoder)
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(kind, forKey: .kind)
    try container.encode(sizes.byteCount, forKey: .byteCount)
  }
}

extension BulletinIndex {
  /// The size of the file in bytes.
  public var byteCount: Int { reader.byteCount }
  /// Whether queries are folded as the articles were; if not, some text may not be found.
  public var isFoldedAlike: Bool { properties.isFoldedAlike }
  /// How many articles there are.
  public var articleCount: Int { reader.documentCount }
  /// How many different terms the segments have, added up.
  public var termCount: Int { reader.termCount }

  /// What the index is.
  ///
  /// - Throws: `IndexError` if the catalogue of files is damaged.
  /// - Complexity: O(*n*) in the number of files.
  public func status() throws -> IndexStatus {
    IndexStatus(
      byteCount: reader.byteCount, articles: reader.documentCount, segments: reader.segmentCount,
      terms: reader.termCount, analyzer: properties.analyzer,
      currentAnalyzer: properties.currentAnalyzer, isFoldedAlike: properties.isFoldedAlike,
      sources: properties.sources.map { paths.shown($0.path) }, share: properties.share,
      report: try report(),
      sections: reader.sectionSizes.map {
        IndexStatus.Section(name: $0.name, byteCount: $0.byteCount)
      })
  }

  /// What the files gave, all together.
  private func report() throws -> IndexingReport {
    var report = IndexingReport()
    var path: String?
    try forEachFile { file, _ in
      report.add(file, isOfSameFile: file.path == path) { $0 }
      path = file.path
    }
    report.indexByteCount = reader.byteCount
    return report
  }

  /// What the postings of each kind of terms take, the largest first.
  ///
  /// Reads the dictionary and the head of every block of postings.
  ///
  /// - Throws: `IndexError.corrupted` if the index is damaged.
  public func postingsSizes() throws -> [IndexStatus.Postings] {
    try reader.postingsSizes(by: TermKind.init)
      .map { IndexStatus.Postings(kind: $0, sizes: $1) }
      .sorted {
        ($1.sizes.byteCount, $0.kind.rawValue) < ($0.sizes.byteCount, $1.kind.rawValue)
      }
  }

  /// Compares all checksums with the bytes of the file.
  ///
  /// Reads the whole file.
  ///
  /// - Throws: `IndexError.corrupted` with the first place that differs.
  public func verify() throws {
    try reader.verifyChecksums()
  }
}
