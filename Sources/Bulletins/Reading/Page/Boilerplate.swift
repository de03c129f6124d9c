/// The parts of a page that are no text of its article: menus, breadcrumbs, related links,
/// buttons, footers, comments.
///
/// What an element is shows in its name, its role, its classes, and in how much of its text is
/// links and whether there are sentences outside of them (compare Kohlschütter, Fankhauser and
/// Nejdl, "Boilerplate detection using shallow text features", 2010). An element that holds the
/// headline or most of the text is never boilerplate, nor one that is not closed.
struct Boilerplate {
  struct Part {
    /// The bytes of the file.
    var range: Range<Int>
    /// Whether this is a sign within a line, as the # behind a heading, that breaks no line.
    var isSign: Bool
  }

  /// In order and without overlap.
  private(set) var parts: [Part] = []
  /// The element that is marked as the headline, if one is.
  private(set) var headline: Range<Int>?
  /// Where the tables begin that only place things on the page.
  private(set) var layoutTables: Set<Int> = []

  private let tree: PageTree
  private let source: [UInt8]
  private var verdicts: [BoilerplateNames.Verdict]
  /// Whether an element stands in an article, or is one.
  private var isInArticle: [Bool]
  /// Where the headline begins, be it marked as such or the first heading.
  private var headlineStart: Int?

  init(_ tree: PageTree, in source: [UInt8]) {
    self.tree = tree
    self.source = source
    verdicts = tree.elements.map { element in
      element.tag.map { BoilerplateNames.verdict(of: $0, in: source) } ?? .none
    }
    isInArticle = [Bool](repeating: false, count: tree.elements.count)
    for (index, element) in tree.elements.enumerated() {
      isInArticle[index] =
        isInArticle[element.parent] || element.name == "article" || element.name == "main"
        || verdicts[index] == .body
    }
    findHeadline()
    find()
  }

  private mutating func findHeadline() {
    let elements = tree.elements
    for (index, element) in elements.enumerated()
    where verdicts[index] == .headline
      && (1...Self.longestHeadline).contains(Int(element.byteCount))
      && element.isClosed && element.name != "body"
    {
      headline = element.range
      break
    }
    var headings: [String: Int] = [:]
    for (index, element) in elements.enumerated() where element.byteCount > 0 {
      guard element.name == "h1" || element.name == "h2" else { continue }
      // The first heading of a page may be the name of the site.
      let name = element.name == "h1" && isInArticle[index] ? "article" : element.name
      headings[name] = headings[name] ?? element.start
    }
    headlineStart = headline?.lowerBound ?? headings["article"] ?? headings["h1"] ?? headings["h2"]
  }

  private static let longestHeadline = ReadFile.shortByteCount
  private static let inline: Set<String> = [
    "a", "b", "em", "i", "label", "small", "span", "strong", "sup",
  ]
  /// Four characters.
  private static let longestSign = 12

  private mutating func find() {
    var end = 0
    for (index, element) in tree.elements.enumerated().dropFirst() {
      if element.name == "table", element.isLayoutTable { layoutTables.insert(element.start) }
      guard element.start >= end, element.isClosed, element.byteCount > 0 else { continue }
      if isBoilerplate(index, isInArticle: isInArticle[element.parent]) {
        let isSign = Self.inline.contains(element.name) && element.byteCount <= Self.longestSign
        parts.append(Part(range: element.range, isSign: isSign))
        end = element.range.upperBound
      }
    }
  }
}

extension Boilerplate {
  private func isBoilerplate(_ index: Int, isInArticle: Bool) -> Bool {
    let element = tree.elements[index]
    guard let tag = element.tag, !Self.wholes.contains(element.name),
      verdicts[index] != .body, verdicts[index] != .headline
    else { return false }
    if let headlineStart, element.range.contains(headlineStart) { return false }
    let isMost = element.plainByteCount * 2 > tree.elements[0].plainByteCount
    if verdicts[index] == .comments, let headlineStart, element.start > headlineStart,
      !isInArticle || !isMost
    {
      return true
    }
    if isMost, element.stopCount > 0 || !element.isLinked(percentage: 50) { return false }
    return isHidden(tag) || hasRole(tag) || isNamed(index, isInArticle: isInArticle)
      || isMenu(element)
  }

  /// Elements that are the page or the article as a whole.
  private static let wholes: Set<String> = ["html", "body", "main", "article", "head", "h1"]

  private func isHidden(_ tag: Tag) -> Bool {
    if tag.has("hidden", in: source) { return true }
    if let style = tag.text(of: "style", in: source)?.lowercased(),
      style.contains("display:none") || style.contains("display: none")
    {
      return true
    }
    return tag.text(of: "aria-hidden", in: source) == "true"
  }

  private func hasRole(_ tag: Tag) -> Bool {
    guard let role = tag.text(of: "role", in: source) else { return false }
    return BoilerplateNames.isRoleOfBoilerplate(role)
  }

  private func isNamed(_ index: Int, isInArticle: Bool) -> Bool {
    let element = tree.elements[index]
    let isSparse = element.stopCount == 0 && element.byteCount <= Self.longestMenu
    switch element.name {
    case "nav", "menu", "dialog": return true
    case "footer": return !isInArticle || isSparse
    case "aside": return !isInArticle || element.isLinked(percentage: 50)
    case "form": return element.stopCount < 2
    case "header" where !isInArticle && headlineStart != nil: return true
    default: break
    }
    switch verdicts[index] {
    case .strong: return !isInArticle || isSparse || element.isLinked(percentage: 30)
    case .info: return isSparse
    case .contents: return element.isLinked(percentage: 80) && leadsIntoPage(element)
    case .weak: return element.isLinked(percentage: 50) && element.stopCount == 0
    default: return false
    }
  }

  private static let longestMenu = 600

  /// Whether the links are to parts of the page itself: a printed 目录 has pages instead.
  private func leadsIntoPage(_ element: PageElement) -> Bool {
    guard element.range.count <= Self.longestContents else { return false }
    let bytes = source[element.range]
    return bytes.count(of: Self.innerLink) >= element.linkCount
  }

  private static let longestContents = 20_000
  private static let innerLink = Array("href=\"#".utf8)

  /// A list of short links above the headline, or one with the links of every page below it.
  private func isMenu(_ element: PageElement) -> Bool {
    guard let headlineStart, element.linkCount >= 3, element.isLinked(percentage: 80),
      element.linkByteCount <= Int(element.linkCount) * Self.longestMenuLink
    else { return false }
    if element.end <= headlineStart { return true }
    guard element.start > headlineStart, element.range.count <= Self.longestMenuElement else {
      return false
    }
    return Self.menuWords.contains { source[element.range].count(of: $0) > 0 }
  }

  /// Eight characters.
  private static let longestMenuLink = 24
  private static let longestMenuElement = 4000
  private static let menuWords = ["首页", "关于我们", "联系我们", "网站地图", "站点地图", "隐私", "版权"].map {
    Array($0.utf8)
  }
}

extension ArraySlice<UInt8> {
  /// How often the bytes hold others, which are short.
  fileprivate func count(of other: [UInt8]) -> Int {
    guard let first = other.first else { return 0 }
    var result = 0
    var position = startIndex
    while position + other.count <= endIndex {
      if self[position] == first, self[position..<position + other.count].elementsEqual(other) {
        result += 1
      }
      position += 1
    }
    return result
  }
}
