/// Which numbers are wanted.
public struct FigureOptions: Sendable, Equatable {
  /// How the term is looked for; how many results, passages and totals are wanted does not matter.
  public var search = SearchOptions()
  /// Whether numbers are given too of which the rules are not certain.
  public var includesUncertain = false
  /// The units that are wanted, without 万 and 亿; all if there are none.
  public var units: Set<String> = []
  /// The kinds that are wanted; all if there are none.
  public var kinds: Set<FoundFigure.Kind> = []

  /// The usual options.
  public init() {}
}

/// The numbers that stand with a term.
public struct FigureList: Sendable, Equatable {
  /// By the dates of the issues, and in each as they stand in it.
  public var figures: [FoundFigure]
  /// What issues say differently.
  public var contradictions: [FigureContradiction]
  /// How many numbers were left out because the rules are not certain of them.
  public var uncertainCount: Int
  /// How many articles have the term as it was typed.
  public var articleCount: Int
  /// What was searched for besides what was typed.
  public var alternatives: [String]
}

/// Numbers that cannot all be right: of one thing, kind, unit and time, with different values.
public struct FigureContradiction: Sendable, Equatable, Encodable {
  /// The places of the numbers in ``FigureList/figures``, the first with each value.
  public var figures: [Int]

  /// What numbers have to have in common to contradict each other.
  private struct Key: Hashable {
    var subject: String
    var owner: String?
    var unit: String
    var kind: FoundFigure.Kind
    var comparison: String?
    var period: FoundFigure.Period
    var bulletin: String
  }

  /// The contradictions of some figures.
  ///
  /// Only certain ones count, of which is said when, and with no word such as 约 or 超过. Values that may be one, rounded in
  /// different places, do not contradict each other, and neither do those of one article, which may be of parts.
  static func all(of figures: [FoundFigure]) -> [FigureContradiction] {
    var groups: [Key: [Int]] = [:]
    var order: [Key] = []
    for (place, figure) in figures.enumerated() {
      guard figure.isCertain, figure.qualifier == nil, figure.upper == nil, figure.kind != .plan,
        figure.kind != .rank,
        let period = figure.period
      else { continue }
      let key = Key(
        subject: figure.plainSubject, owner: figure.owner, unit: figure.fullUnit, kind: figure.kind,
        comparison: figure.comparison, period: period, bulletin: figure.issue.bulletin)
      if groups[key] == nil { order.append(key) }
      groups[key, default: []].append(place)
    }
    return order.compactMap { key in
      var different: [Int] = []
      for place in groups[key] ?? [] {
        let isNew = different.allSatisfy {
          figures[$0].id != figures[place].id && !figures[$0].value.mayEqual(figures[place].value)
        }
        if isNew { different.append(place) }
      }
      return different.count > 1 ? FigureContradiction(figures: different) : nil
    }
  }
}

extension FoundFigure {
  /// The subject without whose it is and without 总数 and the like.
  fileprivate var plainSubject: String {
    var text = subject[...]
    if let owner, text.hasPrefix(owner) { text = text.dropFirst(owner.count) }
    for ending in ["总数量", "总数", "数量", "总量", "数"]
    where text.hasSuffix(ending) && text.count > ending.count {
      return String(text.dropLast(ending.count))
    }
    return String(text)
  }
}
