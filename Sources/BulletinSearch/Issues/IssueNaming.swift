internal import Bulletins
internal import TextAnalysis

/// Gives the issues of an index the names by which people call them.
///
/// A label names an issue within its bulletin, an identifier in the index. What an issue is called depends
/// on all others, so all are named together.
struct IssueNaming {
  /// The names of an issue.
  struct Names: Equatable {
    var bulletin: String
    var label: String
    var identifier: IssueIdentifier
  }

  private let analyzer: TextAnalyzer
  /// The numbers of bulletins by their names.
  private var numbers: [String: Int] = [:]
  private var numbersByFolded: [[UInt32]: Int] = [:]

  init(analyzer: TextAnalyzer) {
    self.analyzer = analyzer
  }

  /// The number of a bulletin.
  ///
  /// A bulletin that prints its name once in traditional characters is still the same, so names are compared
  /// as they are searched.
  mutating func number(ofBulletin name: String) -> Int {
    if let number = numbers[name] { return number }
    let folded = analyzer.fold(Array(name.utf8)).scalars
    let number = numbersByFolded[folded] ?? numbersByFolded.count
    numbersByFolded[folded] = number
    numbers[name] = number
    return number
  }

  /// The name of a bulletin that no file names: that of the folder.
  static func folderName(of path: String) -> String {
    let parts = path.split(separator: "/")
    return parts.count > 1 ? String(parts[parts.count - 2]) : IssueLabels.stem(of: path)
  }

  /// The names of all issues of an index, in their order.
  ///
  /// - Parameter issues: What was read of them, with the names of their bulletins and the paths as they are written
  ///   in the index.
  /// - Returns: The names of each.
  /// - Complexity: O(*n*) in the number of issues, times the depth of folders with copies.
  mutating func names(of issues: [IssueSummary]) -> [Names] {
    let bulletins = issues.map { number(ofBulletin: $0.bulletin) }
    let labels = labels(of: issues, bulletins)
    var names = zip(issues, labels).map {
      Names(bulletin: $0.bulletin, label: $1, identifier: IssueIdentifier())
    }
    var claims = LabelClaims()
    for (index, issue) in issues.enumerated() {
      claims.add(issue, label: labels[index], bulletin: bulletins[index])
    }
    var open: [Int] = []
    for index in issues.indices {
      switch claims.form(of: names[index], bulletin: bulletins[index]) {
      case .some(let form): names[index].identifier.form = form
      case nil: open.append(index)
      }
    }
    if !open.isEmpty {
      Self.callByPath(open, &names, issues: issues, claims: claims)
    }
    return names
  }

  private func labels(of issues: [IssueSummary], _ bulletins: [Int]) -> [String] {
    struct Count: Hashable {
      var bulletin: Int
      var isSupplement: Bool
      var number: Int
      var part: String?
    }
    var counters: [Count: Int?] = [:]
    var countsAnew: Set<[Int]> = []
    func counted(_ issue: IssueSummary) -> Bool {
      issue.kind == .supplement || issue.total == nil && issue.number != nil
    }
    for (issue, bulletin) in zip(issues, bulletins) where counted(issue) {
      let isSupplement = issue.kind == .supplement
      let count = Count(
        bulletin: bulletin, isSupplement: isSupplement, number: issue.number ?? 1,
        part: issue.part)
      if let counter = counters[count], counter != issue.counter {
        countsAnew.insert([bulletin, isSupplement ? 1 : 0])
      }
      counters[count] = .some(issue.counter)
    }
    return zip(issues, bulletins).map { issue, bulletin in
      IssueLabels.label(
        of: issue,
        needsYear: countsAnew.contains([bulletin, issue.kind == .supplement ? 1 : 0]))
    }
  }
}

extension IssueNaming {
  /// Gives issues whose label is that of another one as well the shortest end of their path that is that of
  /// no other file.
  private static func callByPath(
    _ open: [Int], _ names: inout [Names], issues: [IssueSummary], claims: LabelClaims
  ) {
    var open = open
    let paths = issues.map(\.path)
    var form = 0
    while !open.isEmpty {
      let nameCount = form / 2 + 1
      let hasEnding = form % 2 == 1
      form += 1
      let ends = paths.map {
        IssueLabels.fold(
          IssueIdentifier.end(of: $0, nameCount: nameCount, hasEnding: hasEnding))
      }
      var counts: [String: Int] = [:]
      for end in ends { counts[end, default: 0] += 1 }
      let isWhole = open.allSatisfy { paths[$0].split(separator: "/").count <= nameCount }
      var copies: [String: Int] = [:]
      open = open.filter { index in
        let isUnique = counts[ends[index]] == 1 && !claims.isClaimed(ends[index])
        guard isUnique || isWhole && hasEnding else { return true }
        names[index].identifier.form = .path(nameCount: nameCount, hasEnding: hasEnding)
        guard !isUnique else { return false }
        copies[ends[index], default: 0] += 1
        names[index].identifier.copy = copies[ends[index]] ?? 0
        return false
      }
    }
  }
}

/// Which bulletins of an index have an issue that answers to a label.
struct LabelClaims {
  private struct NamedLabel: Hashable {
    var bulletin: Int
    var label: String
  }

  /// Stands for more bulletins than one.
  private static let several = -1
  private var owners: [String: Int] = [:]
  private var bulletins: [String: Int] = [:]
  private var counts: [NamedLabel: Int] = [:]

  mutating func add(_ issue: IssueSummary, label: String, bulletin: Int) {
    let folded = IssueLabels.fold(label)
    counts[NamedLabel(bulletin: bulletin, label: folded), default: 0] += 1
    Self.add(bulletin, to: &bulletins[IssueLabels.fold(issue.bulletin)])
    Self.add(bulletin, to: &owners[folded])
    for other in IssueLabels.others(of: issue) { Self.add(bulletin, to: &owners[other]) }
  }

  private static func add(_ bulletin: Int, to owner: inout Int?) {
    owner = owner == nil || owner == bulletin ? bulletin : several
  }

  /// Whether a text is a label, so that it is no part of a path.
  func isClaimed(_ text: String) -> Bool { owners[text] != nil }

  /// The shortest form by which only this issue is called; nil if label and name are not enough.
  func form(of names: IssueNaming.Names, bulletin: Int) -> IssueIdentifier.Form? {
    let folded = IssueLabels.fold(names.label)
    guard counts[NamedLabel(bulletin: bulletin, label: folded)] == 1 else { return nil }
    if owners[folded] == bulletin { return .label }
    return bulletins[IssueLabels.fold(names.bulletin)] == bulletin ? .namedLabel : nil
  }
}
