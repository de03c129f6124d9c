/// Adds up matches, in the order of the documents.
struct MatchCounter {
  private(set) var count = MatchCount()
  let details: CountDetails
  /// Where the groups of the segment at hand end; nil if groups are not wanted.
  private var groupEnds: PackedIntegers?
  /// The end of the last group that has a match.
  private var groupEnd: UInt32 = 0

  init(_ details: CountDetails) {
    self.details = details
  }

  /// Goes on with the documents of another segment.
  mutating func begin(_ segment: Segment) {
    groupEnds = details.contains(.groups) ? segment.groupEnds : nil
    groupEnd = 0
  }

  /// How often what is looked for occurs in the document of a cursor, 0 if that is not wanted; nil if it is no match.
  @inline(__always)
  func occurrences(_ cursor: any DocumentCursor) throws(IndexError) -> Int? {
    if details.contains(.occurrences) { return try cursor.occurrenceCount() }
    return try cursor.confirms() ? 0 : nil
  }

  mutating func add(_ document: UInt32, occurrences: Int) throws(IndexError) {
    count.documents += 1
    count.occurrences += occurrences
    try addGroup(of: document)
  }

  /// Adds documents of which no more is wanted than how many they are.
  mutating func add(documents added: Int) {
    count.documents += added
  }

  /// Adds many documents at once, in which what is looked for occurs so often.
  mutating func add(_ documents: DocumentBits, count added: Int, occurrences: Int)
    throws(IndexError)
  {
    count.documents += added
    count.occurrences += occurrences
    guard groupEnds != nil else { return }
    var document = documents.first(from: 0)
    while let current = document {
      try addGroup(of: current)
      document = documents.first(from: groupEnd)
    }
  }

  private mutating func addGroup(of document: UInt32) throws(IndexError) {
    guard let groupEnds, document >= groupEnd else { return }
    let group = try groupEnds.firstIndex(reaching: UInt64(document) + 1)
    groupEnd = group < groupEnds.count ? UInt32(clamping: try groupEnds[group]) : .max
    count.groups += 1
  }
}

/// What is counted beside documents; each takes time.
public struct CountDetails: OptionSet, Sendable {
  /// How often what is looked for occurs in the matches.
  public static let occurrences = Self(rawValue: 1 << 0)
  /// In how many groups the matches are.
  public static let groups = Self(rawValue: 1 << 1)

  /// A bit for each detail.
  public let rawValue: Int

  /// The details of the bits that are set.
  public init(rawValue: Int) {
    self.rawValue = rawValue
  }
}

/// How much was found.
public struct MatchCount: Equatable, Sendable {
  /// The documents that match.
  public var documents = 0
  /// How often what is looked for occurs in them; 0 if that was not asked for.
  public var occurrences = 0
  /// The groups that the documents are in; 0 if they were not asked for.
  public var groups = 0

  /// How much was found; nothing by default.
  public init(documents: Int = 0, occurrences: Int = 0, groups: Int = 0) {
    self.documents = documents
    self.occurrences = occurrences
    self.groups = groups
  }
}
