package import AnswerRecords
internal import BulletinSearch
internal import InvertedIndex

extension AssistantServer {
  /// A server over the index that `bsearch` names, with the words and names of the user.
  package init(language: Language, settings: CompanionSettings) {
    self.init(
      language: language,
      surroundings: Surroundings(
        open: { try BulletinIndex(path: settings.index) }, options: settings.searchOptions,
        explain: { Self.explanation(of: $0, Words(language: language)) }))
  }

  /// What is wrong, in words that an assistant can act on or pass on.
  private static func explanation(of error: any Error, _ words: Words) -> String {
    switch error {
    case QueryError.nothingToSearch(let query):
      words.say("检索式“\(query)”里没有可查的字", "There is nothing to search for in the query \"\(query)\".")
    case ArticleFilterError.noIssue(let text):
      words.say(
        "没有“\(text)”这一期；issues 列出各期", "There is no issue \(text); the tool issues lists them.")
    case ArticleFilterError.noTotal(let text):
      words.say("“\(text)”不是总期号", "\(text) is no running number.")
    case ArticleFilterError.emptyName(let text):
      words.say("“\(text)”里没有可查的字", "There is nothing to search for in the name \"\(text)\".")
    case IssueReferenceError.ambiguous(let text, let candidates):
      words.say(
        "“\(text)”可以是：\(candidates.map(\.id).joined(separator: "、"))",
        "\(text) may be one of \(candidates.map(\.id).joined(separator: ", ")).")
    case IssueReferenceError.repeatedIdentifier(let text, let places):
      words.say(
        "几篇文章的编号都是 \(text)：\(places.joined(separator: "、"))",
        "Several articles are called \(text): \(places.joined(separator: ", ")).")
    case BulletinIndexError.otherVersion(let path), BulletinIndexError.newerVersion(let path):
      words.say(
        "\(path) 是另一版本 bsearch 建的；请重新 bsearch index",
        "\(path) was made by another version of bsearch: run bsearch index again.")
    case BulletinIndexError.otherContent(let path):
      words.say("\(path) 不是简讯索引", "\(path) is no index of bulletins.")
    case let error as IndexError:
      words.say("索引读不了：\(error)", "The index cannot be read: \(error)")
    default: "\(error)"
    }
  }
}
