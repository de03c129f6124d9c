#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

internal import TextAnalysis

/// What a bulletin index says of itself as a whole, beside its articles and files.
///
/// Kept as named texts, which are decoded when they are asked for.
struct IndexProperties {
  /// Raised with what the rows of files or articles hold, and with what is read of a file.
  private static let kind = "\(bulletins)\(version)"
  private static let bulletins = "bulletins "
  private static let version = 8
  /// Some 1,400 words, which every search reads in two or three milliseconds.
  private static let dictionaryByteLimit = 16 << 10

  private let texts: [String: String]

  private enum Name {
    static let kind = "kind"
    static let analyzer = "analyzer"
    static let sources = "sources"
    static let dictionary = "dictionary"
    static let share = "share"
  }

  /// Nil if `texts` are not those of a bulletin index.
  init?(_ texts: [String: String]) {
    guard texts[Name.kind] == Self.kind else { return nil }
    self.texts = texts
  }

  /// The properties of an index of an older version, whose rows cannot be read but whose sources can: all versions
  /// have written these alike.
  init?(ofOlderVersion texts: [String: String]) {
    guard let version = Self.version(of: texts), (1..<Self.version).contains(version) else {
      return nil
    }
    self.texts = texts
  }

  /// Why `texts` are not those of an index that this version reads.
  static func difference(of texts: [String: String], path: String) -> BulletinIndexError {
    guard let version = version(of: texts) else { return .otherContent(path: path) }
    return (1..<Self.version).contains(version)
      ? .otherVersion(path: path) : .newerVersion(path: path)
  }

  /// The version that has made a bulletin index, 0 if it says none that is known; nil for another index.
  private static func version(of texts: [String: String]) -> Int? {
    guard let kind = texts[Name.kind], kind.hasPrefix(bulletins) else { return nil }
    return Int(kind.dropFirst(bulletins.count)) ?? 0
  }

  /// The rules by which texts were analysed.
  var analyzer: String { texts[Name.analyzer] ?? "" }

  /// Whether texts were folded as this version folds queries, so that it finds all that is there.
  var isFoldedAlike: Bool { analyzer.hasPrefix(TextAnalyzer.foldingIdentity + " ") }

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

  /// What was indexed.
  var sources: [IndexSource] {
    // The texts are under the commit's checksum; one that cannot be decoded was never written.
    (try? JSONDecoder().decode([IndexSource].self, from: Data((texts[Name.sources] ?? "").utf8)))
      ?? []
  }

  /// The share of the files that the index takes; nil for all.
  var share: CollectionShare? { texts[Name.share].flatMap { CollectionShare($0) } }

  /// The texts for a commit.
  static func texts(
    analyzer: String, sources: [IndexSource], dictionary: UserDictionary?,
    share: CollectionShare? = nil
  ) throws -> [String: String] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    var texts = [
      Name.kind: kind, Name.analyzer: analyzer,
      Name.sources: String(decoding: try encoder.encode(sources), as: UTF8.self),
    ]
    if let text = dictionary?.text, text.utf8.count <= dictionaryByteLimit {
      texts[Name.dictionary] = text
    }
    if let share { texts[Name.share] = "\(share)" }
    return texts
  }
}

/// A file or folder that an index is to follow.
struct IndexSource: Codable, Equatable {
  /// As `PathNames` writes it.
  var path: String
  var reading: FileReading
  /// Which links out of it are followed; nil for the usual ones.
  var links: LinkRule?

  var linkRule: LinkRule { links ?? .own }
}
