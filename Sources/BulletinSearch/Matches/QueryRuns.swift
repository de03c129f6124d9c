/// What is looked for in the fields of articles: to light it, to list it and to count it.
struct QueryRuns {
  /// For each field, the texts of the query as they stand, for articles that have all of them.
  private let whole: [SoughtRuns]
  /// For each field, the texts and their words, for other articles.
  private let all: [SoughtRuns]
  /// Whether the same is looked for in every field.
  let areOfAllFields: Bool
  /// Whether the runs of articles that have all texts cannot overlap, so that each may be counted for
  /// itself.
  let areApart: Bool

  /// A run, and the field that has to hold it; nil for any.
  private struct PlannedRun {
    var run: SoughtRuns.Run
    var field: Field?
  }

  /// - Parameters:
  ///   - plan: The query.
  ///   - hasWhole: Whether there may be articles that have the query as one text, whatever it looks
  ///     like.
  init(_ plan: QueryPlan, hasWhole: Bool = true) {
    var texts: [PlannedRun] = []
    var words: [PlannedRun] = []
    for item in plan.items where item.isRequired {
      let isPrefix = item.form == .prefix
      func planned(_ runs: [[UInt32]]) -> [PlannedRun] {
        runs.map { scalars in
          PlannedRun(
            run: SoughtRuns.Run(scalars: scalars, weight: scalars.count, beginsWord: isPrefix),
            field: item.field)
        }
      }
      guard !plan.comparesAsWritten else {
        texts += planned(item.writtenRuns.map { $0.map(UInt32.init) })
        continue
      }
      texts += planned(item.runs)
      words += planned(item.words)
    }
    // What was pasted may be found as it is and not as it was read.
    if plan.isWholeApart, hasWhole {
      let runs =
        plan.comparesAsWritten ? [plan.writtenText.map(UInt32.init)] : plan.wholeItem?.runs ?? []
      for run in runs {
        texts.append(
          PlannedRun(run: SoughtRuns.Run(scalars: run, weight: run.count), field: plan.field))
      }
    }
    self.init(texts, texts + words, areWritten: plan.comparesAsWritten)
  }

  /// The same runs however an article was found.
  init(_ runs: [[UInt32]]) {
    let runs = runs.map { PlannedRun(run: SoughtRuns.Run(scalars: $0, weight: $0.count)) }
    self.init(runs, runs, areWritten: false)
  }

  private init(_ texts: [PlannedRun], _ all: [PlannedRun], areWritten: Bool) {
    let areOfAllFields = all.allSatisfy { $0.field == nil }
    func sought(_ runs: [PlannedRun]) -> [SoughtRuns] {
      let fields = areOfAllFields ? [Field.body] : Field.allCases
      return fields.map { field in
        let runs = runs.filter { $0.field == field || $0.field == nil && field != .furniture }
          .map(\.run)
        return areWritten ? SoughtRuns(written: runs) : SoughtRuns(runs)
      }
    }
    self.areOfAllFields = areOfAllFields
    whole = sought(texts)
    self.all = sought(all)
    areApart = Self.areApart(texts)
  }

  /// The characters of what is looked for, in order; nil if more must be known of a text than where they
  /// stand in it.
  func characters(ofWhole isWhole: Bool) -> [UInt32]? {
    let sought = isWhole ? whole : all
    guard sought.allSatisfy({ !$0.isWritten && !$0.runs.contains(where: \.beginsWord) }) else {
      return nil
    }
    return Set(sought.flatMap { $0.runs.flatMap(\.scalars) }).sorted()
  }

  /// What is looked for in a field of an article that has all texts as they stand, or of another one.
  func runs(in field: Field, ofWhole isWhole: Bool) -> SoughtRuns {
    if areOfAllFields, field == .furniture { return SoughtRuns([SoughtRuns.Run]()) }
    let place = areOfAllFields ? 0 : field.rawValue
    return isWhole ? whole[place] : all[place]
  }
}

// MARK: - Overlaps

extension QueryRuns {
  /// Queries of more texts are counted text by text only after a look at each article.
  private static let mostCompared = 16
  private static let longestCompared = 256

  private static func areApart(_ texts: [PlannedRun]) -> Bool {
    guard texts.count > 1 else { return true }
    guard texts.count <= mostCompared, texts.allSatisfy({ $0.run.scalars.count <= longestCompared })
    else { return false }
    for (place, text) in texts.enumerated() {
      for other in texts[(place + 1)...]
      where text.field == nil || other.field == nil || text.field == other.field {
        if mayOverlap(text.run.scalars, other.run.scalars) { return false }
      }
    }
    return true
  }

  /// Whether one run may begin within the other.
  private static func mayOverlap(_ one: [UInt32], _ other: [UInt32]) -> Bool {
    func mayBegin(_ inner: [UInt32], in outer: [UInt32]) -> Bool {
      outer.indices.contains { start in
        zip(outer[start...], inner).allSatisfy { $0 == $1 }
      }
    }
    return mayBegin(one, in: other) || mayBegin(other, in: one)
  }
}
