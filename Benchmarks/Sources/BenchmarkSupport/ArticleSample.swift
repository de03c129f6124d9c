public import BulletinSearch

/// Articles taken evenly from all of an index.
public struct ArticleSample: Sendable {
  /// Enough for stable figures, and few enough to be read before each benchmark.
  private static let size = 200

  /// The texts of the articles, a paragraph a line.
  public let texts: [String]

  public init(of index: BulletinIndex) throws {
    let issues = try index.issues()
    let total = issues.reduce(0) { $0 + $1.articleCount }
    let distance = max(1, total / Self.size)
    var texts: [String] = []
    var next = 0
    var start = 0
    for issue in issues {
      while next < start + issue.articleCount {
        let id = "\(issue.bulletin):\(issue.label)/\(next - start + 1)"
        if let article = try index.article(id) {
          texts.append(article.paragraphs.joined(separator: "\n"))
        }
        next += distance
      }
      start += issue.articleCount
    }
    self.texts = texts
  }
}
