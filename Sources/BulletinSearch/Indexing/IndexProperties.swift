#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

internal import TextAnalysis

/// What a bulletin index says of itself as a whole, beside its articles.
///
/// Kept as named texts. Opening an index reads only how many bulletins there are; the rest is decoded
/// when it is asked for.
struct IndexProperties {
  private static let kind = "bulletins 1"
  /// Some 1,400 words, which every search reads in two or three milliseconds.
  private static let dictionaryByteLimit = 16 << 10

  private let texts: [String: String]

  private enum Name {
    static let kind = "kind"
    static let analyzer = "analyzer"
    static let bulletinCount = "bulletin count"
    static let sources = "sources"
    static let report = "report"
    static let dictionary = "dictionary"
  }

  /// Nil if `texts` are not those of a bulletin index.
  init?(_ texts: [String: String]) {
    guard texts[Name.kind] == Self.kind else { return nil }
    self.texts = texts
  }

  /// The rules by which texts were analysed.
  var analyzer: String { texts[Name.analyzer] ?? "" }

  /// The words of the dictionary with which the index was made; nil if there was none, or if it is too
  /// large to be kept.
  var dictionary: UserDictionary? {
    texts[Name.dictionary].map { UserDictionary(parsing: Array($0.utf8)) }
  }

  /// The rules by which this version analyses queries.
  ///
  /// Words of a dictionary are no reason to make the index anew.
  var currentAnalyzer: String {
    let current = TextAnalyzer.identity
    return analyzer.hasPrefix(current + " ") ? analyzer : current
  }

  /// Whether issues of several bulletins share the index, so that a number alone names no issue.
  var hasSeveralBulletins: Bool { texts[Name.bulletinCount] != "1" }

  /// The paths that were indexed, as they were given.
  var sources: [String] { decoded(Name.sources) ?? [] }

  var report: IndexingReport { decoded(Name.report) ?? IndexingReport() }

  private func decoded<Value: Decodable>(_ name: String) -> Value? {
    // The texts are under the commit's checksum; one that cannot be decoded was never written.
    try? JSONDecoder().decode(Value.self, from: Data((texts[name] ?? "").utf8))
  }

  /// The texts for a new index.
  static func texts(
    analyzer: String, sources: [String], bulletinCount: Int, report: IndexingReport,
    dictionary: UserDictionary?
  ) throws -> [String: String] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    var texts = [
      Name.kind: kind, Name.analyzer: analyzer, Name.bulletinCount: "\(bulletinCount)",
      Name.sources: String(decoding: try encoder.encode(sources), as: UTF8.self),
      Name.report: String(decoding: try encoder.encode(report), as: UTF8.self),
    ]
    if let text = dictionary?.text, text.utf8.count <= dictionaryByteLimit {
      texts[Name.dictionary] = text
    }
    return texts
  }
}
