internal import AnswerRecords
internal import BulletinSearch

/// The words about texts that are near to what was typed.
extension Messages {
  /// `没有找到 X；是不是：Y（12 篇）、Z（3 篇）？…`; without suggestions what to try that was not tried.
  func nothingFound(_ query: String, suggestions: [Suggestion], tried: MatchWays) -> String {
    let query = query.cut(toWidth: Self.longestQuery)
    guard suggestions.isEmpty else {
      return say("没有找到 \(query)；", "nothing found for \(query); ")
        + didYouMean(suggestions)
    }
    let options =
      (tried.fuzziness < 2 ? ["--fuzzy 2"] : []) + (tried.matchesPinyin ? [] : ["--pinyin"])
    guard !options.isEmpty else {
      return say(
        "没有找到 \(query)；可以少写几个词再试", "nothing found for \(query); try fewer words")
    }
    return say(
      "没有找到 \(query)；可以少写几个词，或加 \(options.joined(separator: " 或 ")) 再试",
      "nothing found for \(query); try fewer words, or \(options.joined(separator: " or "))")
  }

  /// How many columns of a query a message repeats: of a pasted text the beginning is enough.
  static let longestQuery = 60

  /// What is said of words that are nowhere, where others were found; nil if there is nothing to say.
  func missingWords(_ suggestions: [Suggestion]) -> String? {
    guard let first = suggestions.first else { return nil }
    let words = list(first.replacements.map(\.original))
    return say("没有文章写有 \(words)；", "no article has \(words); ") + didYouMean(suggestions)
  }

  private func didYouMean(_ suggestions: [Suggestion]) -> String {
    let queries = suggestions.map { suggestion in
      let count = count(suggestion.articles, "篇", "article")
      return suggestion.query.cut(toWidth: Self.longestQuery) + say("（\(count)）", " (\(count))")
    }.joined(separator: say("、", ", "))
    return say(
      "是不是：\(queries)？请照此再检索一次", "did you mean: \(queries)? Search for it as written here")
  }

  /// What was searched for besides what was typed.
  func alsoSearched(_ texts: [String]) -> String {
    let texts = texts.joined(separator: say("、", ", "))
    return say("也检索：\(texts)", "also searched for: \(texts)")
  }
}

/// The words of `suggest`.
extension Messages {
  func name(_ kind: Completion.Kind) -> String {
    switch kind {
    case .text: say("正文", "text")
    case .title: say("标题", "title")
    case .section: say("栏目", "section")
    case .author: say("作者", "author")
    }
  }
}
