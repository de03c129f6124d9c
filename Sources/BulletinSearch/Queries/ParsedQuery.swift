/// What somebody typed, taken apart but not yet looked up.
indirect enum ParsedQuery: Equatable {
  /// A text as it was typed between spaces.
  case text(String)
  /// A text in quotation marks, which has to be there as it stands.
  case exact(String)
  case all([ParsedQuery])
  case any([ParsedQuery])
  /// The first, without what matches the second.
  case excluding(ParsedQuery, ParsedQuery)
}
