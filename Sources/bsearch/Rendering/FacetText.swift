internal import AnswerRecords
internal import BulletinSearch

/// How articles are spread, for people.
struct FacetText {
  let messages: Messages

  /// A line is read, JSON is looked through.
  static func limit(isForPeople: Bool) -> Int { isForPeople ? 10 : 1_000 }

  /// The lines of the facets, each to be broken where a terminal ends.
  func lines(_ facets: SearchFacets) -> [String] { messages.facets(facets).map(\.singleLine) }
}
