/// The heading at the top of a newsletter, which names the bulletin and not an article.
struct NewsletterHead {
  /// The line of the heading.
  private(set) var line: Int?
  /// The name of the bulletin if the heading holds nothing else.
  private(set) var name: String?
  /// What the text right below is titled.
  private(set) var title: BorrowedTitle?
  /// Whether the title says more than the name and number of the issue, so that it may not be lost.
  private(set) var isTelling = false

  init(_ marked: MarkedFile, finder: MastheadFinder) {
    let masthead = finder.masthead
    if let named = finder.headingLine ?? finder.lines.min() {
      line = named
      let whole = marked.file.string(named).replacingLineFeeds()
      isTelling = masthead.subtitle != nil
      title = BorrowedTitle(text: masthead.subtitle ?? whole, line: named)
      if finder.isOfVolume, masthead.subtitle == nil,
        let above = marked.file.head.title ?? finder.lines.min(), above < named,
        marked.nextOpen(0, before: named) != nil
      {
        // What stands above the first issue of a volume is titled as the volume is.
        title = BorrowedTitle(text: marked.file.string(above).replacingLineFeeds(), line: above)
      }
      return
    }
    let posted = marked.file.head.title.map {
      BorrowedTitle(text: marked.file.string($0), line: $0)
    }
    title = posted
    let named = masthead.claims.first { $0.place == .frontMatter }
    isTelling = posted != nil && (named?.name == nil || named?.title != nil)
    let headings = marked.roles.indices.filter {
      marked.isOpen($0) && marked.file.lines[$0].isHeading
    }
    guard let first = headings.first, let level = marked.file.lines[first].headingLevel else {
      return
    }
    let text = marked.file.string(first).replacingLineFeeds()
    let part = PeriodicalName.part(of: text)?.name ?? text
    let isOnTop =
      headings.count > 1
      && headings.dropFirst().allSatisfy { (marked.file.lines[$0].headingLevel ?? 0) > level }
    let repeatsName = masthead.name.map { FoldedTitle($0) == FoldedTitle(part) } ?? false
    guard isOnTop || repeatsName else { return }
    line = first
    // What is not called like a periodical may be the title of an article as well; the siblings tell.
    if PeriodicalName.isName(part) { name = PeriodicalName.withoutCounter(Self.name(part)) }
    if posted == nil {
      title = BorrowedTitle(text: text, line: first)
      isTelling = name == nil || part != text
    }
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
