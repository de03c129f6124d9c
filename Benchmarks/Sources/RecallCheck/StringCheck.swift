internal import BulletinSearch
internal import Foundation

/// Strings with how many articles have each in their body as it is written, from a file.
struct StringCheck {
  private var rows: [(text: String, articles: Int)] = []

  /// Reads lines with a string, a tab and a number; others are passed over.
  init(path: String) throws {
    for line in try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n") {
      let parts = line.split(separator: "\t")
      guard parts.count == 2, let articles = Int(parts[1]) else { continue }
      rows.append((String(parts[0]), articles))
    }
  }

  /// Prints where the counts of `index` differ, and returns whether those as written do.
  func run(on index: BulletinIndex) throws -> Bool {
    var written = SearchOptions()
    written.comparesAsWritten = true
    var failureCount = 0
    var moreCount = 0
    for (text, articles) in rows {
      let inBody = "body:“\(text)”"
      let found = Self.articles(try index.count(inBody, options: written))
      if found != articles {
        failureCount += 1
        print("as written: \(found) articles, not \(articles): \(Report.quoted(text))")
      }
      let folded = Self.articles(try index.count(inBody))
      if folded < articles {
        failureCount += 1
        print("folded: \(folded) articles, fewer than \(articles): \(Report.quoted(text))")
      }
      if folded > articles { moreCount += 1 }
    }
    print("strings: \(rows.count), failures: \(failureCount), more when folded: \(moreCount)")
    return failureCount > 0
  }

  private static func articles(_ totals: SearchTotals) -> Int {
    totals.match == .verbatim ? totals.whole?.articles ?? totals.articles : 0
  }
}
