public import InvertedIndex
public import TextAnalysis

/// How to index.
public struct IndexingOptions: Sendable {
  /// What the files hold.
  public enum Format: String, Sendable, CaseIterable {
    /// Issues of bulletins, one a file.
    case bulletin
    /// One document a line: a JSON object with `id`, `body` and more, in the form of <doc:Archives>.
    case jsonl
    /// Issues in documents (PDF, DOCX, OFD and the like), whatever their names end in; among files of the format
    /// ``bulletin``, those are documents whose names say so.
    case document
  }

  /// What the files are.
  public var format = Format.bulletin
  /// The encoding of all files, such as `gb18030`, `GBK` or `big5`; nil to decide for each.
  public var encoding: String?
  /// Which symbolic links out of the folders are followed; nil for those of before, or at first the user's own.
  public var links: LinkRule?
  /// The share of the files that the index takes; nil for that of before, or for all files of a new index.
  ///
  /// An index keeps its share: another one for it is ``IndexingError/otherShare(path:found:wanted:)``.
  public var share: CollectionShare?
  /// The other indexes of the collection, whose issues decide together with those of this one what each is called,
  /// as those of one index would; the page <doc:Shares> has the rules.
  ///
  /// Only what they say of their files is read, and none of them is changed.
  public var beside: [String] = []
  /// Whether all files are read again, whether or not they have changed, and files of folders that have nothing in
  /// them any more leave.
  public var readsAll = false
  /// Whether it is only found out what would be done.
  public var isTrial = false
  /// Asked between batches whether to stop; then nothing is changed.
  public var isCancelled: (@Sendable () -> Bool)?
  /// Told what the user should know of the index that was there; nil for nobody.
  public var onNotice: (@Sendable (IndexingNotice) -> Void)?
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
  /// The program that reads documents; nil for `bsearch-extract` beside this program.
  public var documentReader: String?
  /// What a document may take; tests make it little.
  var documentLimits = DocumentExtractor.Limits()
  /// How files are looked at and read; tests let that fail.
  var sourceCalls = SourceCalls.system
  /// Which segments of the index are put together.
  public var merging = SegmentMerging.few
  /// Words that become terms beside those of ICU's dictionary.
  ///
  /// What is found does not depend on them, and searches may use others. If they are not many, the index
  /// keeps them, and searches use them.
  public var dictionary: UserDictionary?

  /// The usual options.
  public init() {}
}

/// Why an index is made anew, or not followed in full.
public enum IndexingNotice: Sendable, Equatable {
  /// It has a format that this version does not write.
  case otherFormat(path: String)
  /// It is so damaged that it cannot be opened.
  case damaged(path: String)
  /// Its articles were analysed by other rules.
  case otherAnalysis
  /// Its articles were folded by another table, or by other rules: they are all folded again, those whose
  /// files are not there from what the index holds.
  case otherFolding
  /// Some characters of a file could not be decoded; U+FFFD stands for them.
  case undecoded(path: String, count: Int)
  /// Documents of a file have identifiers that are empty, or equal to those of others.
  case identifiers(IdentifierProblems)
  /// A document was read, and something about it is not as it should be.
  case remarks(path: String, [DocumentRemark])
  /// A file or folder that was indexed is not there; its articles stay.
  case missingSource(path: String)
  /// There is nothing to read, but there are so many files whose names end otherwise, by these endings.
  case leftOut([String: Int])
}

/// How far indexing has come.
public struct IndexingProgress: Sendable, Equatable {
  /// Files that were read.
  public var filesDone: Int
  /// All files to be read.
  public var fileCount: Int
  /// Articles that were read.
  public var articles: Int
  /// Bytes of the files that were read, and of all of them.
  public var bytesDone: Int
  /// Bytes of all files to be read.
  public var byteCount: Int
  /// How many of the files done are documents.
  public var documents = 0
  /// The pages that these say to have.
  public var pages = 0
}
