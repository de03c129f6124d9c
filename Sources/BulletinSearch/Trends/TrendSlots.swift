internal import InvertedIndex

/// The issues of an index as a trend sees them: when each appeared, and which documents it has.
///
/// A slot is an issue, or of a file of documents with dates of their own those of one date.
struct TrendSlots {
  /// The documents of a slot, and what is known of them together.
  struct Slot {
    /// The place of the issue in ``issues``.
    var issue: Int
    /// The number of the group that it is, begins with or is in.
    var group: Int
    /// The date of its documents as the column has it; -1 for an issue.
    var dateValue = -1
    /// When it appeared; nil if that is not known.
    var date: String?
    /// Orders slots by time, as far as that is known of issues without a date too; nil if it is not.
    var time: String?
    var articles = 0
    var characters = 0
  }

  let issues: [IssueSummary]
  private(set) var slots: [Slot] = []
  let timeline: IssueTimeline
  /// The documents of each file, and their slot, or the slot of each.
  private var files: [(end: UInt32, slot: Int, each: [Int32])] = []

  /// What is known of the documents of a group with dates of their own.
  struct OwnDates {
    /// Each date as the column has it, with how many documents and characters, in the order in which they come first.
    var dates: [(value: Int, articles: Int, characters: Int)] = []
    /// For each document the place of its date; empty if that is not asked for.
    var each: [Int32] = []
  }

  /// - Parameters:
  ///   - index: The index.
  ///   - splitsDocuments: Whether documents with dates of their own are told apart.
  /// - Throws: `IndexError` if the index is damaged.
  init(of index: BulletinIndex, splitsDocuments: Bool) throws {
    var groups: [(file: FileRecord, documents: Range<DocumentID>)] = []
    try index.forEachFile { groups.append(($0, $1)) }
    try self.init(groups, splitsDocuments: splitsDocuments) { group in
      try OwnDates(of: groups[group].documents, in: index)
    }
  }

  /// - Parameters:
  ///   - groups: All files, and parts and issues of files, in the order of the index.
  ///   - splitsDocuments: Whether documents with dates of their own are told apart.
  ///   - ownDates: The dates of the documents of the group with a number.
  /// - Throws: What `ownDates` throws.
  init(
    _ groups: [(file: FileRecord, documents: Range<DocumentID>)], splitsDocuments: Bool,
    ownDates: (Int) throws -> OwnDates
  ) throws {
    var issues: [IssueSummary] = []
    var issueOfFile: [(group: Int, issue: Int, isOfDates: Bool)] = []
    for (number, (file, _)) in groups.enumerated() {
      guard let issue = file.issue else { continue }
      if file.isFurtherPart, !issues.isEmpty {
        issues[issues.count - 1].add(issue)
      } else {
        issues.append(issue)
      }
      // Documents of an issue whose time is known are of that time.
      let isDated = issue.date != nil || issue.year != nil
      let hasOwnDates = splitsDocuments && file.reading.format == .jsonl && !isDated
      issueOfFile.append((number, issues.count - 1, hasOwnDates))
    }
    self.issues = issues
    timeline = IssueTimeline(issues)
    var slotOfIssue = [Int?](repeating: nil, count: issues.count)
    for (group, issue, isOfDates) in issueOfFile {
      let end = groups[group].documents.upperBound.rawValue
      if isOfDates {
        let own = try ownDates(group)
        let first = Int32(slots.count)
        for (value, articles, characters) in own.dates {
          let date = Self.text(ofDate: value)
          slots.append(
            Slot(
              issue: issue, group: group, dateValue: value, date: date, time: date,
              articles: articles, characters: characters))
        }
        files.append((end, -1, own.each.map { $0 + first }))
        continue
      }
      if let slot = slotOfIssue[issue] {
        files.append((end, slot, []))
        continue
      }
      let summary = issues[issue]
      slotOfIssue[issue] = slots.count
      files.append((end, slots.count, []))
      slots.append(
        Slot(
          issue: issue, group: group, date: summary.date ?? summary.year.map { "\($0)" },
          time: timeline.times[issue], articles: summary.articleCount,
          characters: summary.characterCount))
    }
  }

  private static func text(ofDate value: Int) -> String? {
    guard value > 0 else { return nil }
    let date = CalendarDate(
      year: value / 10_000, month: value / 100 % 100,
      day: value % 100 == 0 ? nil : value % 100)
    return date.isPossible ? "\(date)" : nil
  }

  /// Tells the slots of documents that are asked for in ascending order.
  struct Lookup {
    private let slots: TrendSlots
    private var file = 0
    private var start: UInt32 = 0

    init(_ slots: TrendSlots) { self.slots = slots }

    /// The slot of a document that is not before the last one.
    mutating func slot(of document: DocumentID) -> Int? {
      while file < slots.files.count, document.rawValue >= slots.files[file].end {
        start = slots.files[file].end
        file += 1
      }
      guard file < slots.files.count else { return nil }
      let (_, slot, each) = slots.files[file]
      guard slot < 0 else { return slot }
      // Files without an issue have no documents, so that this one's begin where the last one's end.
      let place = Int(document.rawValue - start)
      return place < each.count ? Int(each[place]) : nil
    }
  }
}

extension TrendSlots.OwnDates {
  /// - Throws: `IndexError` if the index is damaged.
  init(of documents: Range<DocumentID>, in index: BulletinIndex) throws {
    var known: [Int: Int] = [:]
    for number in documents.lowerBound.rawValue..<documents.upperBound.rawValue {
      let document = DocumentID(rawValue: number)
      let value = Int(
        clamping: try index.reader.value(ofColumn: BulletinSchema.dateColumn, for: document))
      let place = known[value] ?? dates.count
      if place == dates.count {
        known[value] = place
        dates.append((value, 0, 0))
      }
      dates[place].articles += 1
      dates[place].characters += try index.reader.scalars(of: document)
        .count { $0 != UInt32(Field.separator) }
      each.append(Int32(place))
    }
  }
}
