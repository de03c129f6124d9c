/// What the name of a style says, in lower case; Word has its own in English in documents of every language.
enum StyleNames {
  /// The level of the headings that a style is for; nil if it is for others.
  static func headingLevel(_ name: String) -> Int? {
    if ["title", "标题", "標題", "toc heading", "toc 标题"].contains(name) { return 1 }
    for prefix in ["heading", "标题", "標題"] where name.hasPrefix(prefix) {
      let number = name.dropFirst(prefix.count).drop { $0 == " " }
      if let level = Int(number), (1...9).contains(level) { return level }
    }
    return nil
  }

  /// Whether it is for lines of a table of contents.
  static func isContents(_ name: String) -> Bool {
    for prefix in ["toc ", "目录 ", "目錄 "] where name.hasPrefix(prefix) {
      return Int(name.dropFirst(prefix.count)) != nil
    }
    return false
  }
}
