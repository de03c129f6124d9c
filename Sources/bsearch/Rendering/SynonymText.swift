internal import AnswerRecords
internal import BulletinSearch

/// Names that stand for each other, with the places that say so.
struct SynonymText {
  let messages: Messages

  func render(_ synonyms: [SuggestedSynonym], as form: SuggestionForm) throws -> String {
    switch form {
    case .json: try JSONText.answer(["synonyms": synonyms])
    case .table: table(synonyms).render(for: .results)
    case .dict:
      "# \(messages.synonymHeading())\n"
        + synonyms.map { "\($0.short) = \($0.full)  # \(evidence($0))\n" }.joined()
    }
  }

  private func table(_ synonyms: [SuggestedSynonym]) -> Table {
    var table = Table()
    table.rows = synonyms.map {
      [
        $0.short, $0.full, "\($0.definitions)", "\($0.shortArticles)", "\($0.fullArticles)",
        evidence($0),
      ]
    }
    table.numberColumns = [2, 3, 4]
    return table
  }

  /// The first place that says so, as other tools cite lines.
  private func evidence(_ synonym: SuggestedSynonym) -> String {
    guard let place = synonym.evidence.first else { return "" }
    return "\(place.path):\(place.line): \(place.text)".singleLine
  }
}
