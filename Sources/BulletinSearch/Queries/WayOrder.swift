/// How much the way in which articles match decides about their places.
///
/// What somebody looks up or pastes is to be found where it stands as it was typed, before all else. In a
/// question the way of matching is one thing that speaks for an article among others: one that happens to have all of its
/// words may score half of another. `Ranker.enough` says from how many articles on looser ways come behind.
public enum WayOrder: String, Sendable, Codable {
  /// One way after the other: for queries with signs of the query language.
  case ways
  /// Verbatim ones come first, the others by their scores: for one text, but for a question of nine to sixteen
  /// characters. What is shorter is looked up, and what is longer pasted.
  case verbatimFirst
  /// By their scores, to which having all words adds `RankingParameters.complete`: for such questions, and for words
  /// between spaces. What has all of them as one text comes first if they have more than sixteen characters.
  case evidence
}
