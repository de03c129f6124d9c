internal import BulletinSearch
internal import TextAnalysis

/// The texts of all articles of an index.
struct Texts: Sendable {
  var ids: [String] = []
  /// Title, section, byline and body of each article.
  var originals: [[String]] = []

  /// - Throws: `IndexError` if the index is damaged.
  init(of index: BulletinIndex) throws {
    for issue in try index.issues() {
      for article in try index.articles(ofIssue: issue.id) {
        ids.append(article.id)
        originals.append([
          article.title, article.section ?? "", article.byline ?? "",
          article.paragraphs.joined(separator: "\n"),
        ])
      }
    }
  }

  /// The characters that are searched, of each text of each article.
  func folded() -> [[[UInt32]]] {
    let analyzer = TextAnalyzer()
    return originals.map { $0.map { analyzer.fold(Array($0.utf8)).scalars } }
  }

  /// The characters as they are written.
  func written() -> [[[UInt32]]] {
    originals.map { $0.map { $0.unicodeScalars.map(\.value) } }
  }
}
