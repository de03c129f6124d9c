internal import TextAnalysis

extension IssueList {
  /// Orders issues by bulletin, the one of the first path first, and those of a bulletin by time.
  init(_ all: [IssueSummary]) {
    let timeline = IssueTimeline(all)
    issues = timeline.order.flatMap { $0.issues.map { all[$0] } }
    bulletins = timeline.order.map { bulletin in
      let own = bulletin.issues.map { all[$0] }
      return BulletinSummary(name: own[0].bulletin, issues: own)
    }
  }
}

/// The issues of an index by bulletin and time, by their places among all.
struct IssueTimeline {
  /// The bulletins, the one of the first issue first.
  let order: [Bulletin]
  /// The place in ``order`` of each issue's bulletin.
  let bulletins: [Int]
  /// The place of each issue among all in their order.
  let ranks: [Int]
  /// The date of each issue, or that of the issue with the number before its own, as far as that is known too; nil
  /// if neither date nor number are.
  let times: [String?]

  /// The issues of a bulletin.
  struct Bulletin {
    /// In the order of time.
    var issues: [Int] = []
  }

  init(_ all: [IssueSummary]) {
    var naming = IssueNaming(analyzer: TextAnalyzer())
    var order: [Bulletin] = []
    bulletins = all.map { naming.number(ofBulletin: $0.bulletin) }
    for (issue, bulletin) in bulletins.enumerated() {
      if bulletin == order.count { order.append(Bulletin()) }
      order[bulletin].issues.append(issue)
    }
    var times = [String?](repeating: nil, count: all.count)
    for number in order.indices {
      let issues = order[number].issues
      let (places, known) = issues.map { all[$0] }.inOrderOfTime
      for (place, issue) in issues.enumerated() { times[issue] = known[place] }
      order[number].issues = places.map { issues[$0] }
    }
    var ranks = [Int](repeating: 0, count: all.count)
    for (rank, issue) in order.flatMap(\.issues).enumerated() { ranks[issue] = rank }
    (self.order, self.times, self.ranks) = (order, times, ranks)
  }
}

extension IssueTimeline.Bulletin {
  /// An issue that is there, or one that is not.
  enum Entry {
    /// The place of the issue among all.
    case issue(Int)
    /// The label that it would have.
    case missing(String)
  }

  /// The issues, and those that are missing where they would stand.
  func entries(of all: [IssueSummary]) -> [Entry] {
    let own = issues.map { all[$0] }
    var entries: [Entry] = []
    var missing = BulletinSummary.missing(of: own)[...]
    for (issue, place) in zip(own, issues) {
      while let gap = missing.first, issue.isBehind(gap) {
        entries += gap.labels.map(Entry.missing)
        missing.removeFirst()
      }
      entries.append(.issue(place))
    }
    return entries + missing.flatMap { $0.labels.map(Entry.missing) }
  }
}

extension IssueSummary {
  /// Whether issues that are missing come before this one.
  fileprivate func isBehind(_ missing: BulletinSummary.MissingIssues) -> Bool {
    guard kind != .supplement else { return false }
    if missing.isTotal { return (total ?? 0) > missing.last }
    guard let year = missing.year, let counter else { return (number ?? 0) > missing.last }
    return (counter, number ?? 0) > (year, missing.last)
  }
}

extension BulletinSummary.MissingIssues {
  /// The labels that the issues would have.
  fileprivate var labels: [String] {
    (first...last).map { number in year.map { "\($0)-\(number)" } ?? "\(number)" }
  }
}

extension [IssueSummary] {
  /// The issues of a bulletin by date, then by number; those of which neither is known last.
  ///
  /// An issue without a date stands behind the one with the number before its own.
  fileprivate var inOrderOfTime: (places: [Int], times: [String?]) {
    // Asked once: it looks at all issues.
    let isInYears = numbersBeginAnew
    let countings = map { $0.counting(inYears: isInYears) }
    let numbered = indices.filter { self[$0].total != nil || self[$0].number != nil }
      .sorted { (countings[$0], $0) < (countings[$1], $1) }
    var times = map { $0.date ?? $0.year.map { "\($0)" } }
    var last = ""
    for index in numbered {
      if self[index].date == nil {
        let year = self[index].year.map { "\($0)" } ?? ""
        times[index] = Swift.max(last, year)
      } else {
        last = times[index] ?? ""
      }
    }
    let places = indices.sorted {
      (times[$0] ?? Self.noDate, countings[$0], $0) < (times[$1] ?? Self.noDate, countings[$1], $1)
    }
    return (places, times)
  }

  /// Whether the year has to be known to tell which number comes first.
  ///
  /// If one of the numbers has no year and none needs one to be told from the others, they run on over the years.
  private var numbersBeginAnew: Bool {
    var isKnown = true
    for issue in self where issue.number != nil && issue.total == nil {
      guard let counter = issue.counter else {
        isKnown = false
        continue
      }
      if issue.label.hasPrefix("\(counter)-") { return true }
    }
    return isKnown
  }

  /// Comes after all dates.
  private static var noDate: String { "~" }
}

extension IssueSummary {
  /// Orders as issues of a bulletin are counted: running numbers, else years and numbers.
  fileprivate func counting(inYears: Bool) -> Counting {
    Counting(
      year: total == nil && inYears ? counter ?? 0 : 0, number: total ?? number ?? 0,
      isSupplement: kind == .supplement ? 1 : 0, part: part ?? "")
  }

  fileprivate struct Counting: Comparable {
    var year: Int
    var number: Int
    var isSupplement: Int
    var part: String

    static func < (left: Counting, right: Counting) -> Bool {
      // The order of 上 中 下 is not that of their code points.
      (left.year, left.number, left.isSupplement, left.place)
        < (right.year, right.number, right.isSupplement, right.place)
    }

    private var place: Int { ["上", "中", "下"].firstIndex(of: part) ?? -1 }
  }
}
