/// Reads what the front matter of a file says of the issue.
enum HeadReader {
  static func claim(of file: ReadFile) -> IssueClaim {
    var claim = IssueClaim(place: .frontMatter)
    if let title = file.head.title {
      let text = file.string(title)
      if let heading = IssueLine.parseHeading(text[...]) {
        claim.name = heading.name
        claim.title = heading.subtitle
        claim.number = heading.number
        claim.date = heading.date
      } else if let number = IssueLine.parse(text[...]) {
        claim.number = number.number
        claim.date = number.date
      } else if let (name, rest) = PeriodicalName.part(of: text) {
        claim.name = name
        claim.title = rest
      } else if PeriodicalName.isName(text) {
        claim.name = text
      } else {
        claim.title = text
      }
    }
    claim.name = claim.name ?? category(of: file)
    if let date = file.head.date.flatMap({ IssueDate.parseValue(file.string($0)[...]) }) {
      claim.date = date
    }
    return claim
  }

  /// A category that is the name of a periodical: `categories: 茶社周报`.
  private static func category(of file: ReadFile) -> String? {
    file.head.categories.lazy.map { file.string($0) }.first(where: PeriodicalName.isName)
  }

  /// Whether a file is one post of a site and no issue: its front matter has a title, and nothing says that it is
  /// one of a series of issues.
  static func isPost(_ file: ReadFile, _ masthead: Masthead) -> Bool {
    guard file.head.title != nil else { return false }
    return masthead.claims.allSatisfy { claim in
      switch claim.place {
      case .printedMasthead: false
      case .heading:
        claim.number == nil && claim.date == nil
          && !(claim.name.map(PeriodicalName.matches) ?? false)
      case .frontMatter: claim.name == nil && claim.number == nil
      default: true
      }
    }
  }
}
