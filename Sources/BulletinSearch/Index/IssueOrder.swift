internal import TextAnalysis

extension IssueList {
  /// Orders issues by bulletin, the one of the first path first, and those of a bulletin by time.
  init(_ all: [IssueSummary]) {
    var naming = IssueNaming(analyzer: TextAnalyzer())
    var groups: [[IssueSummary]] = []
    for issue in all {
      let bulletin = naming.number(ofBulletin: issue.bulletin)
      if bulletin == groups.count { groups.append([]) }
      groups[bulletin].append(issue)
    }
    groups = groups.map(\.inOrderOfTime)
    issues = groups.flatMap(\.self)
    bulletins = groups.map { BulletinSummary(name: $0[0].bulletin, issues: $0) }
  }
}

extension [IssueSummary] {
  /// The issues of a bulletin by date, then by number; those of which neither is known last.
  ///
  /// An issue without a date stands behind the one with the number before its own.
  var inOrderOfTime: [IssueSummary] {
    let numbered = indices.filter { self[$0].total != nil || self[$0].number != nil }
      .sorted { (self[$0].counting, $0) < (self[$1].counting, $1) }
    var dates = map { $0.date ?? $0.year.map { "\($0)" } ?? Self.noDate }
    var last = ""
    for index in numbered {
      if self[index].date == nil {
        let year = self[index].year.map { "\($0)" } ?? ""
        dates[index] = Swift.max(last, year)
      } else {
        last = dates[index]
      }
    }
    return indices.sorted {
      (dates[$0], self[$0].counting, $0) < (dates[$1], self[$1].counting, $1)
    }.map { self[$0] }
  }

  /// Comes after all dates.
  private static var noDate: String { "~" }
}

extension IssueSummary {
  /// Orders as issues of a bulletin are counted: running numbers, else years and numbers.
  fileprivate var counting: Counting {
    Counting(
      year: total == nil ? counter ?? 0 : 0, number: total ?? number ?? 0,
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
