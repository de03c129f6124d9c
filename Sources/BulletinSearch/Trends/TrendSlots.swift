internal import InvertedIndex

/// The issues of an index as a trend sees them: when each appeared, and which documents it has.
///
/// A slot is an issue, or of a file of documents with dates of their own those of one date.
struct TrendSlots {
  /// The documents of a slot, and what is known of them together.
  struct Slot {
    /// The place of the issue in ``issues``.
    var issue: Int
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

  /// - Parameters:
  ///   - index: The index.
  ///   - splitsDocuments: Whether documents with dates of their own are told apart.
  /// - Throws: `IndexError` if the index is damaged.
  init(of index: BulletinIndex, splitsDocuments: Bool) throws {
    var issues: [IssueSummary] = []
    var issueOfFile: [(issue: Int, documents: Range<DocumentID>, isOfDates: Bool)] = []
    try index.forEachFile { file, documents in
      guard let issue = file.issue else { return }
      if file.isFurtherPart, !issues.isEmpty {
        issues[issues.count - 1].add(issue)
      } else {
        issues.append(issue)
      }
      // Documents of an issue whose time is known are of that time.
      let isDated = issue.date != nil || issue.year != nil
      let hasOwnDates = splitsDocuments && file.reading.format == .jsonl && !isDated
      issueOfFile.append((issues.count - 1, documents, hasOwnDates))
    }
    self.issues = issues
    timeline = IssueTimeline(issues)
    var slotOfIssue = [Int?](repeating: nil, count: issues.count)
    for (issue, documents, isOfDates) in issueOfFile {
      let end = documents.upperBound.rawValue
      if isOfDates {
        files.append((end, -1, try slots(ofDocuments: documents, issue, in: index)))
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
          issue: issue, date: summary.date ?? summary.year.map { "\($0)" },
          time: timeline.times[issue], articles: summary.articleCount,
          characters: summary.characterCount))
    }
  }

  /// Makes the slots of documents with dates of their own, and returns that of each.
  private mutating func slots(
    ofDocuments documents: Range<DocumentID>, _ issue: Int, in index: BulletinIndex
  ) throws -> [Int32] {
    var known: [UInt64: Int] = [:]
    var each: [Int32] = []
    for number in documents.lowerBound.rawValue..<documents.upperBound.rawValue {
      let document = DocumentID(rawValue: number)
      let value = try index.reader.value(ofColumn: BulletinSchema.dateColumn, for: document)
      let slot = known[value] ?? slots.count
      if slot == slots.count {
        known[value] = slot
        let date = Self.text(ofDate: value)
        slots.append(Slot(issue: issue, date: date, time: date))
      }
      slots[slot].articles += 1
      slots[slot].characters += try index.reader.scalars(of: document)
        .count { $0 != UInt32(Field.separator) }
      each.append(Int32(slot))
    }
    return each
  }

  private static func text(ofDate value: UInt64) -> String? {
    let value = Int(clamping: value)
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
