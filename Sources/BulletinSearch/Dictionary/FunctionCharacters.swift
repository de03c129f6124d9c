/// Characters that words do not begin or end with, but phrases do.
///
/// They are frequent next to everything, so that neither cohesion nor entropy tells a phrase such as
/// 的建设 from a word.
enum FunctionCharacters {
  /// Particles, prepositions, conjunctions, pronouns and adverbs that are hardly ever parts of names.
  static let all = Set("的了和在是为与及等中也都就将对从被把并或而于这那其之们着还又不很我你他她它个一以到有请".unicodeScalars.map(\.value))
}
