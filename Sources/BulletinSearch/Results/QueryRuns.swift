/// What is highlighted for a query.
struct QueryRuns {
  /// Its texts as they stand, for articles that have all of them.
  let whole: SoughtRuns
  /// Its texts, and their words, for other articles.
  let all: SoughtRuns

  init(_ plan: QueryPlan) {
    let texts = plan.items.map(\.scalars)
    whole = SoughtRuns(texts)
    all = SoughtRuns(texts + plan.items.filter { !$0.isExact }.flatMap(\.words))
  }
}
