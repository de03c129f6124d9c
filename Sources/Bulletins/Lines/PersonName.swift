/// Tells the names of persons from other short runs of Han.
enum PersonName {
  /// Whether the text is a name: a surname, single or compound, and one or two characters, or parts
  /// joined by ·.
  ///
  /// Common words and places that begin like a surname are none.
  static func matches(_ text: Substring) -> Bool {
    guard text.utf8.count <= maximumByteCount else { return false }
    let scalars = text.unicodeScalars.map(LineFolding.fold)
    if let joined = matchesJoined(scalars) { return joined }
    guard (2...4).contains(scalars.count), scalars.allSatisfy(LineFolding.isHan) else {
      return false
    }
    let folded = String(String.UnicodeScalarView(scalars))
    guard !Surnames.commonWords.contains(folded), let last = scalars.last,
      !Surnames.neverLast.contains(last)
    else { return false }
    if scalars.count >= 3, Surnames.compound.contains(String(folded.prefix(2))) { return true }
    return scalars.count <= 3 && Surnames.single.contains(scalars[0])
      && !Surnames.commonWords.contains(String(folded.prefix(2)))
  }

  /// The names in a list, or nil if anything in it is no name.
  ///
  /// Blanks, 、 and commas separate; two single characters with a blank between them are one name (王　宁).
  static func list(in text: Substring) -> [String]? {
    guard text.utf8.count <= maximumListByteCount else { return nil }
    let parts = text.unicodeScalars.split {
      LineFolding.isBlank($0) || "、,，/;；".unicodeScalars.contains($0)
    }.map(Substring.init)
    var names: [String] = []
    var pending: Substring?
    for part in parts {
      if let first = pending {
        guard part.unicodeScalars.count == 1, matches(first + part) else { return nil }
        names.append(String(first + part))
        pending = nil
      } else if part.unicodeScalars.count == 1 {
        pending = part
      } else {
        guard matches(part) else { return nil }
        names.append(String(part))
      }
    }
    return pending == nil && !names.isEmpty ? names : nil
  }

  /// Whether the text is one name in Pinyin with the family name first, as catalogues have it: `Gao, Yifan`.
  static func isInverted(_ text: String) -> Bool {
    guard text.utf8.count <= maximumByteCount else { return false }
    let parts = text.unicodeScalars.split(separator: ",", omittingEmptySubsequences: false)
      .map { Substring($0).trimmed }
    return parts.count == 2 && Surnames.pinyin.contains(parts[0].lowercased())
      && !parts[1].isEmpty
      && parts[1].unicodeScalars.allSatisfy {
        $0.isASCII && $0.properties.isAlphabetic || $0 == "-" || $0 == "'"
      }
  }

  private static let maximumByteCount = 60
  private static let maximumListByteCount = 240

  /// Nil if there is no · in the text.
  private static func matchesJoined(_ scalars: [Unicode.Scalar]) -> Bool? {
    let isDot = { (scalar: Unicode.Scalar) in "·•・".unicodeScalars.contains(scalar) }
    guard scalars.contains(where: isDot) else { return nil }
    let parts = scalars.split(omittingEmptySubsequences: false, whereSeparator: isDot)
    return (2...3).contains(parts.count)
      && parts.allSatisfy { (1...8).contains($0.count) && $0.allSatisfy(LineFolding.isHan) }
      && scalars.count >= 5
  }
}
