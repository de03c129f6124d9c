/// What separates a name from the text around it.
enum NameCharacters {
  static let openBrackets = scalars("（(")
  static let closeBrackets = scalars("）)")
  /// Quotation marks and the marks of titles, by the mark that ends them.
  static let openQuotes: [UInt32: UInt32] = Dictionary(
    uniqueKeysWithValues: zip(codes("”」』》’\"`"), codes("“「『《‘\"`")))
  static let quotes = Set(openQuotes.keys).union(openQuotes.values)
  /// Between two names in one bracket.
  static let itemBorders = scalars("，,；;、/")
  static let blanks = scalars(" \u{A0}\u{3000}\t")
  /// Particles, conjunctions and pronouns that hardly any name has in it.
  ///
  /// 中, 有 and 对 are in many.
  static let borders = scalars("的了和是与及等也都就将被把或而这那其之们着还又不很我你他她它")

  /// Those of them that names of bodies have between two words: what stands before may belong to the name.
  static let conjunctions = scalars("和与及")
  /// Prepositions with which what stands before a bracket begins, but no name.
  static let prepositions = scalars("如到于在从由")
  /// With what the full names of bodies and places end that are not written behind 简称.
  static let bodies = scalars("局会會所院部署厅廳处處司校社团團心盟行洲区區")

  static func isHan(_ scalar: UInt32) -> Bool {
    (0x4E00...0x9FFF).contains(scalar) || (0x3400...0x4DBF).contains(scalar)
  }

  static func isLetter(_ scalar: UInt32) -> Bool {
    isCapital(scalar) || (0x61...0x7A).contains(scalar)
  }

  static func isCapital(_ scalar: UInt32) -> Bool { (0x41...0x5A).contains(scalar) }

  static func isDigit(_ scalar: UInt32) -> Bool { (0x30...0x39).contains(scalar) }

  static func codes(_ text: String) -> [UInt32] { text.unicodeScalars.map(\.value) }

  private static func scalars(_ text: String) -> Set<UInt32> { Set(codes(text)) }
}
