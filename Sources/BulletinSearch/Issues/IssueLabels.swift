internal import Bulletins

/// The short names that an issue has within its bulletin.
enum IssueLabels {
  /// How people may type a label: without regard to width, case and blanks.
  static func fold(_ text: some StringProtocol) -> String {
    let folded = text.unicodeScalars.map(LineFolding.fold).filter { $0 != " " }
    return String(String.UnicodeScalarView(folded)).lowercased()
  }

  /// The label of an issue: the running number, else the number within the year, else the date, else the
  /// name of the file.
  ///
  /// - Parameters:
  ///   - issue: The issue.
  ///   - needsYear: Whether its bulletin counts anew every year, so that the number alone is not enough.
  /// - Returns: The label, without blanks.
  static func label(of issue: IssueSummary, needsYear: Bool) -> String {
    let year = needsYear ? issue.counter.map { "\($0)-" } ?? "" : ""
    if issue.kind == .supplement { return "\(year)增刊\(issue.number ?? 1)" }
    if let total = issue.total { return "\(total)\(issue.part ?? "")" }
    if let number = issue.number { return "\(year)\(number)\(issue.part ?? "")" }
    if let date = issue.date { return date }
    if issue.kind == .special, let year = issue.year { return "\(year)特刊" }
    return stem(of: issue.path).filter { !$0.isWhitespace }
  }

  /// What an issue may be called besides its label, as ``fold(_:)`` leaves it.
  static func others(of issue: IssueSummary) -> [String] {
    var labels: [String] = []
    let years = [issue.year, issue.volume].compactMap(\.self)
    if issue.kind == .supplement {
      let number = "增刊\(issue.number ?? 1)"
      labels = [number] + years.map { "\($0)-\(number)" }
    } else {
      if let total = issue.total { labels.append("\(total)") }
      if let number = issue.number {
        labels.append("\(number)")
        labels += years.map { "\($0)-\(number)" }
        // 第7-8期 is called by either of its numbers.
        if let last = issue.lastNumber {
          labels += ["\(last)", "\(number)-\(last)"] + years.map { "\($0)-\(last)" }
        }
      }
    }
    if let date = issue.date {
      labels.append(date)
      if date.utf8.count > monthLength { labels.append(String(date.prefix(monthLength))) }
    }
    return labels
  }

  /// The bytes of a year and a month, as in `2022-08`.
  private static let monthLength = 7

  /// The number of `第八期` or `总第92期`, as a label; nil for other texts.
  static func number(in text: String) -> String? {
    NumberRange.number(text).map { "\($0)" }
  }

  /// The name of a file without folder and ending.
  static func stem(of path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return name }
    return String(name[..<dot])
  }
}

extension IssueSummary {
  /// Within what the numbers of issues begin anew: the year, or where none is known the volume.
  var counter: Int? { year ?? volume }
}
