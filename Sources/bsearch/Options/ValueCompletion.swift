internal import ArgumentParser
internal import BulletinSearch

/// What a shell proposes for a value that only the index knows.
///
/// A shell asks while somebody types: whatever is wrong, there is just nothing to propose.
enum ValueCompletion {
  /// Issues, and behind `/` their articles.
  static let identifiers = CompletionKind.custom { words, _, typed in
    values(words) { index in
      guard let slash = typed.lastIndex(of: "/") else {
        return try index.issueList().issues.map(\.id).filter { $0.hasPrefix(typed) }
      }
      return try index.articles(ofIssue: String(typed[..<slash])).map(\.id)
        .filter { $0.hasPrefix(typed) }
    }
  }

  /// Issues.
  static let issues = CompletionKind.custom { words, _, typed in
    values(words) { try $0.issueList().issues.map(\.id).filter { $0.hasPrefix(typed) } }
  }

  static let sections = names(of: .section)
  static let authors = names(of: .author)
  static let units = names(of: .unit)
  static let bulletins = names(of: .bulletin)

  /// Names of a kind, those of most articles first.
  private static func names(of kind: NameKind) -> CompletionKind {
    .custom { words, _, typed in
      values(words) { index in
        Array(
          try index.names(of: kind).map(\.name).filter { $0.hasPrefix(typed) }.prefix(mostNames))
      }
    }
  }

  /// A shell shows no more at once.
  private static let mostNames = 200

  /// Names of fields, and what goes on as the articles do.
  static let query = CompletionKind.custom { words, _, typed in
    guard !typed.isEmpty else { return [] }
    let fields = fieldNames.filter { $0.hasPrefix(typed) && $0 != typed }
    return fields + values(words) { try $0.completions(of: typed, limit: mostWords).map(\.text) }
  }

  private static let mostWords = 20

  private static let fieldNames = [
    "标题：", "正文：", "作者：", "栏目：", "单位：", "刊头：", "刊：", "期：", "总期：", "日期：",
    "title:", "body:", "author:", "section:", "unit:", "furniture:", "bulletin:", "issue:",
    "total:",
    "date:",
  ]

  private static func values(
    _ words: [String], _ values: (BulletinIndex) throws -> [String]
  ) -> [String] {
    guard let path = try? IndexLocation.path(OptionSyntax.value(of: "--index", in: words)),
      let index = try? BulletinIndex(path: path)
    else { return [] }
    return (try? values(index)) ?? []
  }
}
