/// The heading at the top of a newsletter, which names the bulletin and not an article.
struct NewsletterHead {
  /// The line of the heading.
  private(set) var line: Int?
  /// The name of the bulletin if the heading holds nothing else.
  private(set) var name: String?
  /// What the text right below is titled.
  private(set) var title: BorrowedTitle?

  init(_ marked: MarkedFile, finder: MastheadFinder) {
    if let named = finder.lines.min() {
      line = named
      title =
        finder.masthead.subtitle.map { subtitle in
          // The subtitle stands behind the name, which need not be the first line of the masthead.
          let lines = finder.lines.sorted()
          let line = lines.first { marked.file.string($0).contains(subtitle) } ?? named
          return BorrowedTitle(text: subtitle, line: line)
        } ?? BorrowedTitle(text: marked.file.string(named).replacingLineFeeds(), line: named)
      return
    }
    let headings = marked.roles.indices.filter {
      marked.isOpen($0) && marked.file.lines[$0].isHeading
    }
    guard let first = headings.first, headings.count > 1,
      let level = marked.file.lines[first].headingLevel,
      headings.dropFirst().allSatisfy({ (marked.file.lines[$0].headingLevel ?? 0) > level })
    else { return }
    line = first
    let text = marked.file.string(first).replacingLineFeeds()
    name = Self.name(text)
    title = BorrowedTitle(text: text, line: first)
  }

  /// What stands before 第70期 in a heading.
  private static func name(_ text: String) -> String {
    let scalars = text.unicodeScalars
    guard scalars.contains("期"), let number = scalars.firstIndex(of: "第") else { return text }
    let name = scalars[..<number]
    let end = name.lastIndex { !" ·|-—：:（(".unicodeScalars.contains($0) }
    return end.map { String(name[...$0]) } ?? text
  }
}
