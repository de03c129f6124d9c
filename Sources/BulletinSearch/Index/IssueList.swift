/// The issues of an index, by bulletin and in the order in which they appeared.
public struct IssueList: Sendable, Equatable {
  /// All issues; those of a bulletin stand together.
  public var issues: [IssueSummary]
  /// In the order of ``issues``.
  public var bulletins: [BulletinSummary]
}

/// What an index has of a bulletin, and what it lacks.
public struct BulletinSummary: Sendable, Equatable, Codable {
  /// The name of the bulletin.
  public var name: String
  /// How many of its issues the index has.
  public var issueCount: Int
  /// The numbers between the first and the last issue that no issue has.
  public var missing: [MissingIssues]
  /// The issues that several files have.
  public var duplicates: [DuplicateIssue]

  /// Numbers that follow each other and that no issue has.
  public struct MissingIssues: Sendable, Equatable, Codable {
    /// The year in which they are counted; nil if the numbers run on over the years.
    public var year: Int?
    /// Whether they are running numbers, 总第N期.
    public var isTotal = false
    /// The first number that is missing.
    public var first: Int
    /// The last of them.
    public var last: Int
  }

  /// An issue that several files have.
  public struct DuplicateIssue: Sendable, Equatable, Codable {
    /// Names the issue within its bulletin.
    public var label: String
    /// The files that have it.
    public var paths: [String]
  }
}

extension BulletinSummary {
  /// - Parameters:
  ///   - name: The name of the bulletin.
  ///   - issues: All its issues, in their order.
  init(name: String, issues: [IssueSummary]) {
    self.init(
      name: name, issueCount: issues.count, missing: Self.missing(of: issues),
      duplicates: Self.duplicates(of: issues))
  }

  /// Only numbers can be given twice: several papers of one day are no copies.
  private static func duplicates(of issues: [IssueSummary]) -> [DuplicateIssue] {
    var places: [String: Int] = [:]
    var found: [DuplicateIssue] = []
    for issue in issues where issue.number != nil || issue.total != nil {
      if let place = places[issue.label] {
        found[place].paths.append(issue.path)
      } else {
        places[issue.label] = found.count
        found.append(DuplicateIssue(label: issue.label, paths: [issue.path]))
      }
    }
    return found.filter { $0.paths.count > 1 }
  }

  /// The numbers that are left out in the counting that most issues have.
  ///
  /// Supplements are counted apart, and of issues without a number nobody knows how many there are.
  static func missing(of issues: [IssueSummary]) -> [MissingIssues] {
    let regular = issues.filter { $0.kind != .supplement }
    let totals = regular.filter { $0.total != nil }
    if !totals.isEmpty, totals.count * 2 >= regular.count(where: \.isNumbered) {
      return gaps(in: totals.map(\.totals), year: nil, isTotal: true, isFirst: true)
    }
    let numbered = regular.filter { $0.number != nil }
    guard numbered.contains(where: \.labelHasYear) else {
      return gaps(in: numbered.map(\.numbers), year: nil, isFirst: true)
    }
    let ofYears = Dictionary(grouping: numbered.filter { $0.counter != nil }) { $0.counter ?? 0 }
    guard let first = ofYears.keys.min(), let last = ofYears.keys.max() else { return [] }
    let perYear = issuesPerYear(of: numbered)
    let years =
      perYear == nil || last - first > mostYears ? ofYears.keys.sorted() : Array(first...last)
    return years.flatMap { year in
      gaps(
        in: (ofYears[year] ?? []).map(\.numbers), year: year, isFirst: year == first,
        through: year == last ? nil : perYear)
    }
  }

  /// A bulletin with a longer gap has two lives, or a misprinted year.
  private static let mostYears = 30

  /// How many issues a year has, if their numbers are those of months or quarters; nil if that cannot be seen.
  ///
  /// So it is known that a year that ends with the tenth issue of a monthly lacks two. Nine in ten issues with a date have
  /// to be numbered so.
  private static func issuesPerYear(of numbered: [IssueSummary]) -> Int? {
    let dated = numbered.compactMap { issue in issue.month.map { (month: $0, issue.numbers) } }
    for perYear in [12, 4] where dated.count >= perYear {
      let fitting = dated.count { issue in
        issue.1.contains((issue.month - 1) * perYear / 12 + 1) && issue.1.upperBound <= perYear
      }
      if fitting * 10 >= dated.count * 9 { return perYear }
    }
    return nil
  }

  /// More numbers than these between two issues are a misprint and no gap.
  private static let widestGap = 500

  /// - Parameters:
  ///   - numbers: Those of each issue.
  ///   - year: That they are counted in.
  ///   - isTotal: Whether they are running numbers.
  ///   - isFirst: Whether the issues may have begun with any number; if not, they begin with 1.
  ///   - through: The last number that there has to be; nil if that is not known.
  /// - Returns: The numbers between them.
  private static func gaps(
    in numbers: [ClosedRange<Int>], year: Int?, isTotal: Bool = false, isFirst: Bool,
    through: Int? = nil
  ) -> [MissingIssues] {
    let sorted = numbers.sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
    var last = isFirst ? (sorted.first?.lowerBound ?? 1) - 1 : 0
    var missing: [MissingIssues] = []
    for range in sorted {
      if range.lowerBound > last + 1, range.lowerBound - last <= widestGap {
        missing.append(
          MissingIssues(
            year: year, isTotal: isTotal, first: last + 1, last: range.lowerBound - 1))
      }
      last = max(last, range.upperBound)
    }
    if let through, last < through {
      missing.append(MissingIssues(year: year, first: last + 1, last: through))
    }
    return missing
  }
}

extension IssueSummary {
  fileprivate var isNumbered: Bool { number != nil || total != nil }

  /// The month of the date.
  fileprivate var month: Int? {
    date?.split(separator: "-").dropFirst().first.flatMap { Int($0) }
  }

  /// Whether the number is counted within a year.
  fileprivate var labelHasYear: Bool { label.contains("-") && total == nil }

  /// The numbers that the issue has; those of 第7-8期 are two.
  fileprivate var numbers: ClosedRange<Int> {
    let first = min(number ?? 0, Int(Int32.max))
    return first...max(first, min(lastNumber ?? first, first + Self.mostNumbers))
  }

  /// The running numbers that the issue may have: 第7-8期（总第92期） may have taken 91 or 93 as well.
  fileprivate var totals: ClosedRange<Int> {
    let total = min(total ?? 0, Int(Int32.max))
    let further = numbers.count - 1
    return total - further...total + further
  }

  /// A joint issue of more is a misprint.
  private static let mostNumbers = 12
}

extension [FileRecord] {
  /// The issues of files, each once however many parts it has.
  var issues: [IssueSummary] {
    var issues: [IssueSummary] = []
    for file in self {
      guard let issue = file.issue else { continue }
      if file.isFurtherPart, !issues.isEmpty {
        issues[issues.count - 1].add(issue)
      } else {
        issues.append(issue)
      }
    }
    return issues
  }
}

extension BulletinIndex {
  /// The issues, those of a bulletin together and in the order of dates and numbers, and what is missing.
  ///
  /// - Throws: `IndexError` if the index is damaged.
  /// - Complexity: O(*n* log *n*) in the number of issues.
  public func issueList() throws -> IssueList {
    var files: [FileRecord] = []
    try forEachFile { file, _ in files.append(file) }
    return IssueList(files.issues)
  }

  /// All issues, as ``issueList()`` orders them.
  ///
  /// - Throws: `IndexError` if the index is damaged.
  public func issues() throws -> [IssueSummary] { try issueList().issues }
}
