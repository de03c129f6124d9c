internal import BulletinSearch

/// How texts match.
struct MatchWays {
  var fuzziness = 0
  var matchesPinyin = false
  var comparesAsWritten = false
  var matchesAny = false
  var requiresAllWords = false

  func set(in options: inout SearchOptions) {
    options.fuzziness = fuzziness
    options.matchesPinyin = matchesPinyin
    options.comparesAsWritten = comparesAsWritten
    options.matchesAny = matchesAny
    options.requiresAllWords = requiresAllWords
  }
}
