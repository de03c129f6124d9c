internal import AnswerRecords
internal import BulletinSearch

/// What is said of issues: which are missing, which are there twice, which may be meant.
extension Messages {
  /// Which numbers are missing, as in `山茶周刊: missing 4–9, 11`.
  func missing(_ bulletin: BulletinSummary) -> String {
    let shown = bulletin.missing.prefix(Self.mostGaps).map(numbers)
    let rest = bulletin.missing.count - shown.count
    let more = rest > 0 ? [say("另有 \(rest) 处", "\(rest) more gaps")] : []
    let all = (shown + more).joined(separator: say("、", ", "))
    return say(
      "\(bulletin.name.singleLine)：缺第 \(all) 期", "\(bulletin.name.singleLine): missing \(all)")
  }

  /// `4–9`, or with the year in which they are counted `2023-4–9`.
  private func numbers(_ missing: BulletinSummary.MissingIssues) -> String {
    let year = missing.year.map { "\($0)-" } ?? ""
    return year + "\(missing.first)"
      + (missing.last > missing.first ? "–\(missing.last)" : "")
  }

  /// The numbers of issues that are missing, and how many these are.
  func gap(_ missing: BulletinSummary.MissingIssues) -> [String] {
    let numbers =
      "\(missing.first)" + (missing.last > missing.first ? "–\(missing.last)" : "")
    let year = missing.year.map { say("\($0)年", "\($0) ") } ?? ""
    let count = missing.last - missing.first + 1
    return [
      missing.isTotal
        ? say("总第\(numbers)期", "no. \(numbers) in total")
        : say("\(year)第\(numbers)期", "\(year)no. \(numbers)"),
      self.count(count, "期", "issue"),
    ]
  }

  /// Which files have one issue, as in `山茶周刊: 3 twice: a.md, b.md`.
  func duplicate(_ issue: BulletinSummary.DuplicateIssue, of bulletin: BulletinSummary) -> String {
    let count = issue.paths.count
    let paths =
      issue.paths.prefix(Self.mostFiles).map(\.pathLine).joined(separator: say("、", ", "))
      + (count > Self.mostFiles ? "…" : "")
    return say(
      "\(bulletin.name.singleLine)：\(issue.label) 有 \(count) 份：\(paths)",
      "\(bulletin.name.singleLine): \(issue.label) \(count == 2 ? "twice" : "\(count) times"): \(paths)"
    )
  }

  func noIssue(_ text: String) -> String {
    let text = text.singleLine.cut(toWidth: Self.longestName)
    return say(
      "索引里没有叫 \(text) 的一期；用 bsearch issues 查看各期",
      "the index has no issue \(text); `bsearch issues` lists them")
  }

  func articleOrReprints() -> String {
    say("请写一篇文章的编号，或者写 --reprints", "give an article, or --reprints")
  }

  /// That a list goes on.
  func moreNames(_ count: Int, of all: Int) -> String {
    say(
      "显示了 \(grouped(all)) 个中的 \(grouped(count)) 个；--all 显示全部",
      "\(grouped(count)) of \(grouped(all)) shown; --all shows all")
  }

  /// Which issues or articles a text may name, as they can be typed.
  func ambiguous(_ text: String, _ candidates: [IssueReferenceError.Candidate]) -> String {
    let shown = candidates.prefix(Self.mostCandidates).map { candidate in
      say("\(candidate.id)（\(candidate.issue.path)）", "\(candidate.id) (\(candidate.issue.path))")
    }
    let rest = candidates.count - shown.count
    let more = rest > 0 ? [say("另有 \(rest) 期", "\(rest) more")] : []
    let all = (shown + more).joined(separator: say("、", ", "))
    return say(
      "\(text) 可以指 \(candidates.count) 期，请写其中一个：\(all)",
      "\(text) may be \(candidates.count) issues; give one of them: \(all)")
  }

  func repeatedIdentifier(_ text: String, _ places: [String]) -> String {
    let shown = places.prefix(Self.mostCandidates)
    let rest = places.count - shown.count
    let more = rest > 0 ? [say("另有 \(rest) 篇", "\(rest) more")] : []
    let all = (shown + more).joined(separator: say("、", ", "))
    return say(
      "\(places.count) 篇文档的 id 都是 \(text)，请写其中一个：\(all)",
      "\(places.count) documents have the id \(text); give one of them: \(all)")
  }

  /// More than these no one reads on a line.
  private static let mostGaps = 30
  private static let mostFiles = 10
  private static let mostCandidates = 20
  /// In columns.
  private static let longestName = 60
}
