internal import AnswerRecords
internal import BulletinSearch

/// The words of `dict` and of the dictionaries of other commands.
extension Messages {
  func dictionary(_ error: DictionaryError) -> String {
    switch error {
    case .unreadable(let path, let reason):
      say(
        "\(path.pathLine)：词典读不了（\(self.reason(reason))）；请检查路径和编码，或用 bsearch dict add 词语 新建",
        "\(path.pathLine): cannot read the dictionary (\(self.reason(reason))); check the path and the "
          + "encoding, or make one with `bsearch dict add WORD`")
    case .unwritable(let path, let reason):
      say(
        "\(path.pathLine)：词典写不了（\(self.reason(reason))）；可用环境变量 BSEARCH_DICTIONARY 指定别处",
        "\(path.pathLine): cannot write the dictionary (\(self.reason(reason))); name another place with "
          + "$BSEARCH_DICTIONARY")
    case .badWord(let word, let problem):
      say(
        "“\(word.singleLine)”不能作词语：\(reason(problem))",
        "'\(word.singleLine)' cannot be a word: \(reason(problem))")
    }
  }

  func problem(_ problem: DictionaryFile.Problem, in path: String) -> String {
    say(
      "\(path.pathLine):\(problem.line)：略去此行：\(reason(problem.problem))",
      "\(path.pathLine):\(problem.line): line ignored: \(reason(problem.problem))")
  }

  func moreProblems(_ count: Int, in path: String) -> String {
    say(
      "\(path.pathLine)：另有 \(grouped(count)) 行略去",
      "\(path.pathLine): \(grouped(count)) more lines ignored")
  }

  private func reason(_ problem: WordProblem) -> String {
    switch problem {
    case .tooLong: say("超过 20 个字", "it has more than 20 characters")
    case .nothingSearchable: say("没有汉字、字母或数字", "it has no letter, digit or Chinese character")
    case .badCost: say("cost= 后应是 0 到 10000 的整数", "its cost is not a number from 0 to 10,000")
    case .tooMany: say("词语已满一百万个", "the dictionary has a million words already")
    case .noWord: say("词语里不能有空白，不能以 # 开头", "a word has no blanks and does not begin with #")
    case .noNames:
      say(
        "等号两边应是不同的名称，各有汉字、字母或数字，不超过 100 个字",
        "the names must differ, have letters, digits or Chinese characters, and up to 100 of them")
    }
  }

  func added(_ count: Int, of total: Int, to path: String) -> String {
    let known = total - count
    let rest = known > 0 ? say("，\(grouped(known)) 个原已有", ", \(grouped(known)) already known") : ""
    return say(
      "加入 \(grouped(count)) 个词语\(rest)：\(path.pathLine)",
      "added \(self.count(count, "", "word"))\(rest): \(path.pathLine)")
  }

  func removed(_ count: Int, of total: Int, from path: String) -> String {
    let missing = total - count
    let rest = missing > 0 ? say("，\(grouped(missing)) 个没有", ", \(grouped(missing)) not found") : ""
    return say(
      "删去 \(grouped(count)) 个词语\(rest)：\(path.pathLine)",
      "removed \(self.count(count, "", "word"))\(rest): \(path.pathLine)")
  }

  func noSuggestions() -> String {
    say(
      "没有可建议的词语；可用 --min 放宽出现次数", "no words to suggest; a lower --min gives rarer ones")
  }

  func noSynonyms() -> String {
    say("文章里没有写明的简称和全称", "no article defines a short name for a full one")
  }

  /// The heading of a written list of names.
  func synonymHeading() -> String {
    say(
      "bsearch dict suggest --synonyms 从文章中发现的简称和全称，以及写明之处",
      "short and full names that bsearch dict suggest --synonyms found in the articles, and where")
  }

  /// The heading of a written list of suggestions.
  func suggestionHeading() -> String {
    say(
      "bsearch dict suggest 从文章中发现的词语：词语、处数、篇数、凝固度、自由度、原切分",
      "words that bsearch dict suggest found in the articles: word, occurrences, articles, cohesion, "
        + "freedom, cut without it")
  }
}
