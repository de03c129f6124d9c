package import BulletinSearch

/// How much was found, in words.
extension Messages {
  /// The totals and how many articles match in other ways: `1 篇，1 期，4 处（逐字）；另有分散 3 篇，部分 812 篇`.
  package func totals(_ totals: SearchTotals, _ ways: [WayCount] = []) -> String {
    let others = ways.filter { $0.match != totals.match }
    guard totals.articles > 0, !others.isEmpty else { return strictest(totals) }
    let counts = list(
      others.map { way in
        let number = grouped(way.articles)
        return say("\(name(way.match)) \(number) 篇", "\(number) \(name(way.match))")
      })
    return strictest(totals)
      + (others.contains { $0.match == .verbatim }
        ? say("，其中\(counts)", ", of which \(counts)") : say("；另有\(counts)", "; besides \(counts)"))
  }

  private func strictest(_ totals: SearchTotals) -> String {
    let counts = list(
      [count(totals.articles, "篇", "article"), count(totals.issues, "期", "issue")]
        + (totals.occurrences.map { [count($0, "处", "place")] } ?? []))
    guard totals.articles > 0 else { return counts }
    return counts + say("（\(name(totals.match))）", " (\(name(totals.match)))") + whole(totals)
  }

  /// How much there is of the query as one text: `，其中连写 3 篇 5 处`.
  private func whole(_ totals: SearchTotals) -> String {
    guard let whole = totals.whole else { return "" }
    let counts = [
      count(whole.articles, "篇", "article"), count(whole.occurrences, "处", "place"),
    ]
    return say("，其中连写 \(counts.joined(separator: " "))", ", as one text: \(list(counts))")
  }

  package func name(_ match: MatchKind) -> String {
    switch match {
    case .verbatim: say("逐字", "verbatim")
    case .scattered: say("分散", "scattered")
    case .some: say("部分", "partial")
    }
  }
}
