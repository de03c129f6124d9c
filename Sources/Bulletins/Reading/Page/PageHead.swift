/// What a page says of itself for browsers and search engines: `<title>`, `<meta>`, `<time>`.
struct PageHead {
  /// The text of `<title>`, which mostly has the name of the site behind the headline.
  private(set) var title: String?
  /// What the page calls its headline: `og:title`, `ArticleTitle`.
  private(set) var headline: String?
  private(set) var siteName: String?
  private(set) var author: String?
  /// When the page says that it was published; of several, the surest.
  private(set) var date: IssueDate?
  private var dateRank = Int.max

  /// Longer values are descriptions.
  private static let longestValue = 600

  /// Takes the text of a `<title>`, unless it belongs to a picture.
  mutating func readTitle(_ bytes: ArraySlice<UInt8>, within parent: String?) {
    guard title == nil, parent != "svg", bytes.count <= Self.longestValue else { return }
    title = Self.words(CharacterReference.decoded(bytes, in: .page))
  }

  mutating func read(_ tag: Tag, in source: [UInt8]) {
    switch tag.name {
    case "meta": readMeta(tag, in: source)
    case "time":
      if let value = tag.text(of: "datetime", in: source) { take(date: value, rank: Self.timeRank) }
    default: break
    }
    if tag.name != "meta", let property = tag.text(of: "itemprop", in: source),
      property == "datePublished",
      let value = tag.text(of: "content", in: source) ?? tag.text(of: "datetime", in: source)
    {
      take(date: value, rank: 0)
    }
  }

  private mutating func readMeta(_ tag: Tag, in source: [UInt8]) {
    guard
      let key = tag.text(of: "name", in: source) ?? tag.text(of: "property", in: source)
        ?? tag.text(of: "itemprop", in: source),
      let content = tag.value(of: "content", in: source), content.count <= Self.longestValue,
      let value = Self.words(CharacterReference.decoded(source[content], in: .attribute))
    else { return }
    let name = key.lowercased()
    if let rank = Self.dateNames.firstIndex(of: name) {
      take(date: value, rank: rank)
    } else if Self.headlineNames.contains(name) {
      headline = headline ?? value
    } else if Self.siteNames.contains(name) {
      siteName = siteName ?? value
    } else if Self.authorNames.contains(name), !value.contains("://") {
      author = author ?? value
    }
  }

  private mutating func take(date value: String, rank: Int) {
    guard rank < dateRank else { return }
    var scanner = LineScanner(value[...].trimmed)
    guard let date = scanner.takeDate() ?? scanner.takeCompactDate() else { return }
    self.date = date
    dateRank = rank
  }

  /// A text on one line; nil if there is none.
  private static func words(_ text: String) -> String? {
    let words = text.unicodeScalars.split(whereSeparator: { Blanks.isBlank($0) })
    return words.isEmpty ? nil : words.map { String($0) }.joined(separator: " ")
  }

  /// The surest first: when it appeared comes before when it was made.
  private static let dateNames = [
    "datepublished", "article:published_time", "og:article:published_time", "publishdate",
    "publish_date", "pubdate", "publishtime", "dcterms.issued", "dc.date.issued", "og:release_date",
    "dc.date", "dcterms.date", "date", "dcterms.created", "dc.date.created",
  ]
  private static let timeRank = 2
  private static let headlineNames: Set<String> = [
    "og:title", "articletitle", "dc.title", "twitter:title",
  ]
  private static let siteNames: Set<String> = ["og:site_name", "sitename", "application-name"]
  private static let authorNames: Set<String> = [
    "author", "article:author", "og:article:author", "dc.creator", "dcterms.creator",
  ]
}

extension PageHead {
  /// The parts of the title between marks that stand there: `标题_栏目_网站`, `Title - Site`.
  var titleParts: [String] {
    guard let title else { return [] }
    var parts: [String] = []
    var part: [Unicode.Scalar] = []
    let scalars = Array(title.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      let isBetweenBlanks =
        index > 0 && index + 1 < scalars.count && scalars[index - 1] == " "
        && scalars[index + 1] == " "
      let separates =
        scalar == "_" || scalar == "|" || scalar == "｜" || scalar == "»"
        || isBetweenBlanks && "-–—·•:：/>«‹›~".unicodeScalars.contains(scalar)
        || scalar == "-" && Self.isHan(scalars, index - 1) && Self.isHan(scalars, index + 1)
      if separates {
        parts.append(Self.string(part))
        part = []
      } else {
        part.append(scalar)
      }
    }
    parts.append(Self.string(part))
    return parts.filter { !$0.isEmpty }
  }

  private static func isHan(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
    scalars.indices.contains(index) && (0x3400...0x9FFF).contains(scalars[index].value)
  }

  private static func string(_ scalars: [Unicode.Scalar]) -> String {
    String(Substring(String(String.UnicodeScalarView(scalars))).trimmed)
  }
}
