internal import AnswerRecords
internal import BulletinSearch

/// Why an article has its score: a line of facts, the terms as a table, the sum.
struct ExplanationText {
  let messages: Messages

  /// Digits after the point of scores, weights and rarities.
  private static let digits = 4

  func render(_ explanation: ScoreExplanation, width: Int?) -> String {
    "\(explanation.id)  \(explanation.title)".singleLine + "\n"
      + reasons(explanation, width: width)
  }

  /// The same without the name of the article.
  func reasons(_ explanation: ScoreExplanation, width: Int?) -> String {
    var table = termTable(explanation.terms, withScores: true)
    if let nearness = explanation.nearness {
      for (name, gain) in [
        (messages.say("词语相近", "words near each other"), nearness.window),
        (messages.say("词语在一处", "words in one clause"), nearness.close),
        (messages.say("开头就有", "words at the beginning"), nearness.lead),
        (messages.say("整段连写", "run as typed"), nearness.run),
        (messages.say("标题连写", "run in the title"), nearness.titleRun),
        (messages.say("含全部词语", "all words"), nearness.complete),
      ] where gain > 0 {
        table.rows.append([number(gain), name])
      }
    }
    table.rows.append([number(explanation.score), messages.say("合计", "sum")])
    return messages.place(of: explanation) + "\n" + table.aligned(width: width)
      + messages.missingTerms(explanation.missingTermCount) + "\n"
  }

  func render(_ query: QueryInspection, _ terms: [ScoreExplanation.Term], width: Int?) -> String {
    let problems = query.problems.map {
      messages.warning(messages.queryProblem($0)).singleLine + "\n"
    }
    return query.canonical.singleLine + "\n" + query.tree.multiLine + "\n" + problems.joined()
      + termTable(terms, withScores: false).aligned(width: width)
  }

  private func termTable(_ terms: [ScoreExplanation.Term], withScores: Bool) -> Table {
    var table = Table()
    table.numberColumns = withScores ? [0, 3, 4, 5, 6] : [2, 3, 4]
    table.rows = terms.map { term in
      let kind = term.field.map { "\(term.kind) \($0)" } ?? term.kind
      let facts = [
        term.text, kind, number(term.weight), number(term.inverseDocumentFrequency),
        grouped(term.documentFrequency),
      ]
      return withScores ? [number(term.score)] + facts + ["× \(term.frequency)"] : facts
    }
    return table
  }

  private func number(_ value: Double) -> String { fixed(value, digits: Self.digits) }
}
