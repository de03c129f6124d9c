/// Gives the entries whose title the body does not have as it is to the articles whose titles come
/// nearest.
struct EntryMatcher {
  private let entries: [ContentsEntry]

  /// How many articles are compared with an entry.
  private static let longestSearch = 20

  init(_ entries: [ContentsEntry]) {
    self.entries = entries
  }

  /// Looks between the articles of the entries before and after, for contents and body are in the
  /// same order; by the beginning first, then by the number of characters that differ.
  func match(_ outline: inout Outline, in marked: MarkedFile) {
    guard !entries.isEmpty else { return }
    var articleOfEntry: [Int: Int] = [:]
    for (index, article) in outline.articles.enumerated() {
      if let entry = article.entry { articleOfEntry[entry] = index }
    }
    var start = 0
    for (index, entry) in entries.enumerated() where !entry.isSection {
      if let article = articleOfEntry[index] {
        start = article + 1
        continue
      }
      let candidates = outline.articles.indices.dropFirst(start).prefix(Self.longestSearch)
        .prefix { outline.articles[$0].entry == nil }
      let wanted = FoldedTitle(entry.title)
      let titles = candidates.map { (index: $0, title: title(of: outline.articles[$0], marked)) }
      let found =
        titles.first { $0.title.isNearlyPrefix(of: wanted) }
        ?? titles.first { $0.title.isNearlyEqual(to: wanted) }
      guard let found else { continue }
      outline.articles[found.index].entry = index
      start = found.index + 1
    }
  }

  private func title(of article: ArticleDraft, _ marked: MarkedFile) -> FoldedTitle {
    FoldedTitle(joining: article.titleLines.map { FoldedTitle(marked.file.string($0)) })
  }
}
