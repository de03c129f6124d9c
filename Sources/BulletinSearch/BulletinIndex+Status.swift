internal import InvertedIndex
internal import TextAnalysis

/// What an index is and what went into it.
public struct IndexStatus: Sendable, Equatable {
  /// The size of the file in bytes.
  public var byteCount: Int
  public var articles: Int
  public var segments: Int
  /// Different terms of each segment, added up.
  public var terms: Int
  /// The rules by which the articles were analysed.
  public var analyzer: String
  /// The rules by which this version analyses queries.
  public var currentAnalyzer: String
  /// The paths that were indexed, as they were given.
  public var sources: [String]
  public var report: IndexingReport
  /// The parts of the file.
  public var sections: [Section]

  public struct Section: Sendable, Equatable {
    public var name: String
    public var byteCount: Int
  }

  /// Whether queries are analysed as the articles were.
  ///
  /// If not, ranking may be a little worse until the index is made anew.
  public var isAnalyzerCurrent: Bool { analyzer == currentAnalyzer }
}

extension BulletinIndex {
  public var status: IndexStatus {
    var report = properties.report
    // The report was written before the file had its size.
    report.indexByteCount = reader.byteCount
    return IndexStatus(
      byteCount: reader.byteCount, articles: reader.documentCount, segments: reader.segmentCount,
      terms: reader.termCount, analyzer: properties.analyzer,
      currentAnalyzer: properties.currentAnalyzer, sources: properties.sources,
      report: report,
      sections: reader.sectionSizes.map {
        IndexStatus.Section(name: $0.name, byteCount: $0.byteCount)
      })
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
