internal import BulletinSearch

/// A suggestion in the words of JSON output.
struct SuggestionRecord: Encodable {
  struct Replacement: Encodable {
    var original: String
    var text: String
    var kind: Suggestion.Kind
  }

  var query: String
  var replacements: [Replacement]
  var articles: Int

  init(_ suggestion: Suggestion) {
    query = suggestion.query
    replacements = suggestion.replacements.map {
      Replacement(original: $0.original, text: $0.text, kind: $0.kind)
    }
    articles = suggestion.articles
  }
}
