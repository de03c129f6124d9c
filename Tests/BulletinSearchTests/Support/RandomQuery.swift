import BulletinSearch
import TestSupport
import TextAnalysis

/// A query of texts, perhaps in fields, and what it looks for.
struct RandomQuery {
  let text: String
  let isWritten: Bool
  /// The texts, and the number of the field that has to hold each.
  let runs: [(text: String, field: Int?)]

  init(using random: inout SeededGenerator) {
    let names = ["", "", "", "title:", "栏目：", "作者：", "unit:", "body:"]
    let fields = [nil, nil, nil, 0, 1, 2, 2, 3] as [Int?]
    var texts: [String] = []
    var runs: [(String, Int?)] = []
    for _ in 0..<Int.random(in: 1...3, using: &random) {
      let place = Int.random(in: 0..<names.count, using: &random)
      let words = Self.words(1...3, using: &random).filter { $0 != "，" }
      guard !words.isEmpty else { continue }
      texts.append(names[place] + (Bool.random(using: &random) ? "“\(words)”" : words))
      runs.append((words, fields[place]))
    }
    if texts.isEmpty {
      texts = ["水"]
      runs = [("水", nil)]
    }
    var text = texts.joined(separator: [" ", " ", " OR "][Int.random(in: 0..<3, using: &random)])
    switch Int.random(in: 0..<6, using: &random) {
    case 0: text += " -岚江坝"
    case 1: text = "(\(text)) 日期：2024"
    default: break
    }
    self.text = text
    self.runs = runs
    isWritten = Int.random(in: 0..<5, using: &random) == 0
  }

  /// A text of few characters, so that others are found in it often and overlap.
  static func words(_ counts: ClosedRange<Int>, using random: inout SeededGenerator) -> String {
    let parts = ["水", "库", "水库", "大坝", "坝", "岚江", "江岚", "哈", "哈哈", "5G", "庫", "，", "g", "aa"]
    return (0..<Int.random(in: counts, using: &random))
      .map { _ in parts[Int.random(in: 0..<parts.count, using: &random)] }.joined()
  }
}

/// The fields of an article, read from front to back.
struct FieldScan {
  private let folded: [[UInt32]]
  private let written: [[UInt32]]
  private let analyzer = TextAnalyzer()

  init(_ article: ArticleContent) {
    let analyzer = self.analyzer
    let fields = [
      article.title, article.section ?? "", article.byline ?? "",
      article.paragraphs.joined(separator: "\n"),
    ]
    folded = fields.map { analyzer.fold(Array($0.utf8)).scalars }
    written = fields.map { $0.unicodeScalars.map(\.value) }
  }

  /// How often any of some texts stands there: the longest at the first place, and on behind it.
  func count(of runs: [(text: String, field: Int?)], isWritten: Bool) -> Int {
    var count = 0
    for (number, field) in (isWritten ? written : folded).enumerated() {
      let sought = runs.filter { $0.field == nil || $0.field == number }.map { run in
        isWritten
          ? run.text.unicodeScalars.map(\.value) : analyzer.fold(Array(run.text.utf8)).scalars
      }
      var rest = field[...]
      while !rest.isEmpty {
        let longest = sought.filter { rest.starts(with: $0) }.map(\.count).max()
        if longest != nil { count += 1 }
        rest = rest.dropFirst(longest ?? 1)
      }
    }
    return count
  }
}
