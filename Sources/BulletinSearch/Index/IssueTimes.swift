internal import InvertedIndex

/// When the articles of an index appeared, as far as that is known.
struct IssueTimes {
  let issues: [IssueSummary]
  private let timeline: IssueTimeline
  /// Where the documents of each file end, and its issue.
  private var files: [(end: UInt32, issue: Int)] = []

  /// - Throws: `IndexError` if the index is damaged.
  init(of index: BulletinIndex) throws {
    var issues: [IssueSummary] = []
    var files: [(end: UInt32, issue: Int)] = []
    try index.forEachFile { file, documents in
      guard let issue = file.issue else { return }
      if file.isFurtherPart, !issues.isEmpty {
        issues[issues.count - 1].add(issue)
      } else {
        issues.append(issue)
      }
      files.append((documents.upperBound.rawValue, issues.count - 1))
    }
    self.issues = issues
    self.files = files
    timeline = IssueTimeline(issues)
  }

  /// The place in ``issues`` of the issue that a document is in.
  func issue(of document: DocumentID) -> Int {
    let file = files.firstIndex(in: 0..<files.count) { $0.end > document.rawValue }
    return files[min(file, files.count - 1)].issue
  }

  /// The date of an issue, or what its number lets suppose; nil if nothing is known.
  func time(of issue: Int) -> String? { timeline.times[issue] }

  /// Whether an issue appeared before another one: of the same bulletin by date and number, of different ones by
  /// date, so that none of one day is before the other.
  func precedes(_ issue: Int, _ other: Int) -> Bool {
    if timeline.bulletins[issue] == timeline.bulletins[other] {
      return timeline.ranks[issue] < timeline.ranks[other]
    }
    guard let time = self.time(of: issue), let otherTime = self.time(of: other) else {
      return false
    }
    return time < otherTime && !otherTime.hasPrefix(time)
  }

  /// For each issue whether it appeared before a border.
  ///
  /// - Parameters:
  ///   - text: A date as `2023`, `2023-06` or `2023-06-30`, else what ``BulletinIndex/articles(ofIssue:)`` takes.
  ///   - index: The index.
  /// - Returns: Nil for an issue of which that is not known; nil instead of all if there is no such issue.
  /// - Throws: as ``BulletinIndex/articles(ofIssue:)``.
  func areBefore(_ text: String, in index: BulletinIndex) throws -> [Bool?]? {
    if Self.isDate(text) {
      return issues.indices.map { issue in time(of: issue).map { $0 < text } }
    }
    guard let first = try index.documents(ofIssue: text).first else { return nil }
    let border = issue(of: first)
    return issues.indices.map { issue in
      if precedes(issue, border) { return true }
      let isKnown =
        time(of: issue) != nil || timeline.bulletins[issue] == timeline.bulletins[border]
      return isKnown ? false : nil
    }
  }

  private static func isDate(_ text: String) -> Bool {
    let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard (1...3).contains(parts.count) else { return false }
    return parts.enumerated().allSatisfy { number, part in
      part.count == (number == 0 ? 4 : 2)
        && part.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }
  }
}
