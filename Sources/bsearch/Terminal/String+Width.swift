internal import BulletinSearch

extension String {
  /// The beginning of the text that takes at most `width` columns, with … if something is left out.
  func cut(toWidth width: Int) -> String {
    guard displayWidth(of: self) > width else { return self }
    var result = ""
    var column = 1
    for character in self {
      column += displayWidth(of: String(character))
      guard column <= width else { break }
      result.append(character)
    }
    return result + "…"
  }
}
