/// The mark-up that a line of Markdown may carry around its words.
enum Markup {
  /// The line without the marks of headings and bold around it.
  static func stripped(_ line: Substring) -> Substring {
    var bare = line.trimmed
    while true {
      let before = bare.utf8.count
      bare = Substring(bare.unicodeScalars.drop { $0 == "#" || $0 == "*" }).trimmed
      while let last = bare.unicodeScalars.last, last == "#" || last == "*" {
        bare = bare.dropLast().trimmed
      }
      for tag in tags where bare.hasPrefix(tag) { bare = bare.dropFirst(tag.count).trimmed }
      for tag in tags where bare.hasSuffix(tag) { bare = bare.dropLast(tag.count).trimmed }
      if bare.utf8.count == before { return bare }
    }
  }

  /// The line without any mark of bold inside it: contents set the title and the page apart.
  static func withoutBold(_ line: Substring) -> String {
    guard line.utf8.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "*") }) else {
      return String(line)
    }
    var text = ""
    var rest = line
    while let first = rest.first {
      if first == "<", let tag = tags.first(where: rest.hasPrefix) {
        rest = rest.dropFirst(tag.count)
      } else if first == "*", rest.hasPrefix("**") {
        rest = rest.dropFirst(2)
      } else {
        text.append(first)
        rest = rest.dropFirst()
      }
    }
    return text
  }

  private static let tags = ["<b>", "</b>", "<strong>", "</strong>", "<B>", "</B>"]
}
