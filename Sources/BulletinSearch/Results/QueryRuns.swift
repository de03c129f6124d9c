/// What is highlighted for a query.
struct QueryRuns {
  /// Its texts as they stand, for articles that have all of them.
  let whole: SoughtRuns
  /// Its texts, and their words, for other articles.
  let all: SoughtRuns

  init(_ plan: QueryPlan) {
    guard !plan.comparesAsWritten else {
      let written = SoughtRuns(written: plan.writtenTexts)
      self.init(whole: written, all: written)
      return
    }
    var texts = plan.items.flatMap(\.runs)
    // What was pasted may be found as it is and not as it was read.
    if plan.isWholeApart, let item = plan.wholeItem { texts.append(item.scalars) }
    self.init(
      whole: SoughtRuns(texts), all: SoughtRuns(texts + plan.items.flatMap(\.words)))
  }

  /// The same runs however an article was found.
  init(_ runs: [[UInt32]]) {
    let runs = SoughtRuns(runs)
    self.init(whole: runs, all: runs)
  }

  private init(whole: SoughtRuns, all: SoughtRuns) {
    self.whole = whole
    self.all = all
  }
}
