public import TextAnalysis

/// How to index.
public struct IndexingOptions: Sendable {
  /// What the files hold.
  public enum Format: String, Sendable, CaseIterable {
    /// Issues of bulletins, one a file.
    case bulletin
    /// One document a line: a JSON object with `id`, `title`, `body` and possibly `date`.
    case jsonl
  }

  public var format = Format.bulletin
  /// The encoding of all files, such as `gb18030`, `GBK` or `big5`; nil to decide for each.
  public var encoding: String?
  /// How many threads read and analyse; nil for as many as there are processor cores.
  ///
  /// The index is the same with any number.
  public var jobs: Int?
  /// How many bytes of what was read are held in memory until the index is written; nil for what is
  /// good for most.
  ///
  /// Files take what is above. The index is the same with any limit.
  public var memoryLimit: Int?
  /// How many bytes of files are read together, and how many articles a segment of the index has at
  /// most; tests make them small.
  package var batchByteCount: Int?
  package var segmentLimit: Int?
  /// Words that become terms beside those of ICU's dictionary.
  ///
  /// What is found does not depend on them, and searches may use others. If they are not many, the index
  /// keeps them, and searches use them.
  public var dictionary: UserDictionary?

  public init() {}
}

/// How far indexing has come.
public struct IndexingProgress: Sendable, Equatable {
  public var filesDone: Int
  public var fileCount: Int
  public var articles: Int
  /// Bytes of the files that were read, and of all of them.
  public var bytesDone: Int
  public var byteCount: Int
}
