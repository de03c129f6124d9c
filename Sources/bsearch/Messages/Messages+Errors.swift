internal import BulletinSearch

/// What is said when something went wrong: the thing first, then what is wrong, then what to do.
extension Messages {
  func noIndex(from folder: String) -> String {
    say(
      "\(folder) 及其上级文件夹里没有索引（.bsearch）；先用 bsearch index 文件夹 建库，或用 --index 指定",
      "\(folder) and its parents have no index (.bsearch); make one with `bsearch index FOLDER` "
        + "or name one with --index")
  }

  func missingIndex(_ path: String) -> String {
    say(
      "\(path)：没有这个索引文件；先用 bsearch index 文件夹 --index \(path) 建库",
      "\(path): no such index; make it with `bsearch index FOLDER --index \(path)`")
  }

  func nothingToSearch(_ query: String) -> String {
    say(
      "“\(query)”里没有可以检索的字词；请至少写一个汉字、字母或数字",
      "there is nothing to search for in '\(query)'; give at least one character, letter or digit")
  }

  func noArticle(_ id: String) -> String {
    say(
      "索引里没有编号为 \(id) 的文章或期；用 bsearch issues 查看各期，用 bsearch show 期号 查看文章编号",
      "the index has no article or issue \(id); `bsearch issues` lists the issues, "
        + "`bsearch show ISSUE` its articles")
  }

  func missingQuery() -> String {
    say("缺少检索词", "the query is missing")
  }

  func cannotWrite(_ code: Int32) -> String {
    say("结果写不出去：\(system(code))", "cannot write the results: \(system(code))")
  }

  func skipped(_ file: SkippedFile) -> String {
    say(
      "跳过 \(file.path.singleLine)：\(reason(file.reason))",
      "skipped \(file.path.singleLine): \(reason(file.reason))")
  }

  /// What is wrong with the arguments, from the words of ArgumentParser.
  ///
  /// Its errors are not public, so Chinese takes the place of the words that it uses most; the
  /// others stay English.
  func usage(_ description: String, helpCommand: String) -> String {
    let line = oneLine(description)
    let help = say("用 \(helpCommand) 查看用法", "see `\(helpCommand)`")
    let advice = line.hasPrefix("Unknown option ") ? [dashedWord(), help] : [help]
    let problem = line.last == "." || line.last == "?" ? String(line.dropLast()) : line
    return ([translated(problem)] + advice).joined(separator: say("；", "; "))
  }

  /// A list of values, which ArgumentParser writes as lines with dashes, becomes a part of the line.
  private func oneLine(_ description: String) -> String {
    let parts = description.split(separator: " of the following:\n", maxSplits: 1)
    let lines = parts.dropFirst().flatMap { $0.split(separator: "\n") }
    let values = lines.map { $0.drop { $0 == " " || $0 == "-" } }.joined(separator: ", ")
    let problem = parts.first.map(String.init) ?? ""
    return (values.isEmpty ? problem : "\(problem) of \(values)").singleLine
  }

  private func translated(_ problem: String) -> String {
    guard language == .chinese else { return problem }
    return Self.usageWords.reduce(problem) { problem, words in
      problem.replacing(words.english, with: words.chinese)
    }
  }

  private static let usageWords = [
    (english: "Unknown option ", chinese: "没有这个选项："),
    (english: "Missing value for ", chinese: "缺少选项的值："),
    (english: "Missing expected argument ", chinese: "缺少参数："),
    (english: "Unexpected argument ", chinese: "多出的参数："),
    (english: "The value ", chinese: "选项的值不对："),
    (english: " is invalid for ", chinese: " 不能用于 "),
    (english: ". Did you mean ", chinese: "；是不是 "),
    (english: ". Please provide one of ", chinese: "；可用 "),
  ]

  private func dashedWord() -> String {
    say("要检索以 - 开头的词，请把它写在 -- 之后", "put words that begin with - after --")
  }

  func outOfRange(_ option: String, _ range: ClosedRange<Int>) -> String {
    let range = "\(range.lowerBound)–\(range.upperBound)"
    return say("\(option) 要在 \(range) 之间", "\(option) must be within \(range)")
  }

  func indexing(_ error: IndexingError) -> String {
    switch error {
    case .missingPath(let path, let reason):
      say(
        "\(path)：读不到（\(self.reason(reason))）；请写简讯所在的文件夹或文件",
        "\(path): \(self.reason(reason)); name a folder of issues or a file")
    case .missingSource(let path):
      say(
        "\(path)：现在找不到，其中的文章仍留在索引里；确已删除时用 bsearch remove \(path) 移除",
        "\(path) does not exist; its articles stay in the index, and `bsearch remove \(path)` "
          + "removes them")
    case .notIndexed(let path):
      say(
        "\(path)：索引里没有它的内容；用 bsearch issues 查看各期的路径",
        "the index has nothing from \(path); `bsearch issues` lists the paths of its issues")
    case .encodingOfJSON:
      say(
        "JSON 行只能是 UTF-8；请先转换文件，去掉 --encoding",
        "JSON lines are always UTF-8; convert the file and omit --encoding")
    case .noFiles(let paths, .jsonl):
      say(
        "\(paths.joined(separator: "，"))：里面没有 .jsonl .ndjson 文件；请写文件名",
        "\(paths.joined(separator: ", ")): no .jsonl or .ndjson files; name the file")
    case .noFiles(let paths, .bulletin):
      say(
        "\(paths.joined(separator: "，"))：里面没有 .md .markdown .txt .html .htm 文件；请写简讯所在的文件夹",
        "\(paths.joined(separator: ", ")): no .md, .markdown, .txt, .html or .htm files; name the "
          + "folder that holds the issues")
    case .nothingReadable(let count):
      say(
        "\(count) 个文件都读不了，原因见上；可用 --encoding 指定编码",
        "none of the \(count) files could be read, for the reasons above; --encoding names their "
          + "encoding")
    case .cancelled: say("已停止；索引没有改动", "stopped; the index was not changed")
    case .nothingToUpdate(let path):
      say(
        "\(path)：没有可以更新的索引；请写简讯所在的文件夹",
        "\(path): there is no index to update; name the folder that holds the issues")
    case .unknownEncoding(let name):
      say(
        "没有 \(name) 这种编码；可用 utf-8、gb18030、big5、utf-16le、utf-16be",
        "unknown encoding \(name); use utf-8, gb18030, big5, utf-16le or utf-16be")
    }
  }
}
