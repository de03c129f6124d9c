internal import AnswerRecords
internal import BulletinSearch

/// What is said when something went wrong: the thing first, then what is wrong, then what to do.
extension Messages {
  /// The folder in which the command runs has been removed.
  func noFolder() -> String {
    say(
      "当前文件夹已被删除；请换到别的文件夹，或用 --index 写索引的完整路径",
      "the current folder has been removed; go to another one, or give the whole path of an index with --index"
    )
  }

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
      "“\(shortened(query))”里没有可以检索的字词；请至少写一个汉字、字母或数字",
      "there is nothing to search for in '\(shortened(query))'; give at least one character, letter or digit"
    )
  }

  /// What was typed, as far as it is of use in a message: nobody needs to see again 16,000 characters, or blanks.
  func shortened(_ text: String) -> String {
    // Characters of no width would pass at any number.
    let words = String(text.unicodeScalars.prefix(10 * Self.mostRepeated).map(Character.init))
      .split(whereSeparator: \.isWhitespace)
    return words.joined(separator: " ").singleLine.cut(toWidth: Self.mostRepeated)
  }

  /// In columns.
  private static let mostRepeated = 60

  func noArticle(_ id: String) -> String {
    let id = shortened(id)
    return say(
      "索引里没有编号为 \(id) 的文章或期；用 bsearch issues 查看各期，用 bsearch show 期号 查看文章编号",
      "the index has no article or issue \(id); `bsearch issues` lists the issues, "
        + "`bsearch show ISSUE` its articles")
  }

  /// The system keeps back what the command was called with.
  func noArguments() -> String {
    say(
      "读不到命令的参数；请在能读 /proc 的环境里运行",
      "the arguments of the command cannot be read; run it where /proc can be read")
  }

  func missingQuery() -> String {
    say("缺少检索词", "the query is missing")
  }

  func cannotWrite(_ code: Int32) -> String {
    say("结果写不出去：\(system(code))", "cannot write the results: \(system(code))")
  }

  func skipped(_ file: SkippedFile) -> String {
    let path = file.path.pathLine
    if file.reason == .emptiedFolder { return emptied(path) }
    if file.keepsArticles {
      return say(
        "读不到 \(path)：\(reason(file.reason))；其中的文章仍留在索引里",
        "cannot read \(path): \(reason(file.reason)); its articles stay in the index")
    }
    return say(
      "跳过 \(file.path.pathLine)：\(reason(file.reason))",
      "skipped \(file.path.pathLine): \(reason(file.reason))")
  }

  /// Of a folder that has nothing in it any more, as if no drive were mounted there.
  private func emptied(_ path: String) -> String {
    say(
      "\(path) 是空的（磁盘没有挂载？），其中的文章仍留在索引里；确已删除时用 bsearch remove \(path) 移除，"
        + "或加 --force 更新",
      "\(path) is empty (is a drive not mounted?); its articles stay in the index; if they are gone for good, "
        + "remove them with `bsearch remove \(path)`, or update with --force")
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
    case .neededForRebuild(let path, let reason):
      say(
        "\(path)：现在读不到（\(self.reason(reason))），而旧版本的索引要连它一起重建，所以没有改动；"
          + "请先让它可读，或加 --force 不要它",
        "\(path): \(self.reason(reason)); an index of an older version has to be rebuilt with it, so nothing was "
          + "changed; make it readable, or leave it out with --force")
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
        "\(paths.joined(separator: "，"))：里面没有文本（.md .txt .html）和文档（.pdf .docx .ofd 等）；请写简讯所在的文件夹",
        "\(paths.joined(separator: ", ")): no text files (.md, .txt, .html) and no documents (.pdf, .docx, "
          + ".ofd …); name the folder that holds the issues")
    case .noFiles(let paths, .document):
      say(
        "\(paths.joined(separator: "，"))：里面没有文档（.pdf .docx .ofd 等）；请写文件名",
        "\(paths.joined(separator: ", ")): no documents (.pdf, .docx, .ofd …); name the file")
    case .nothingReadable(1, .document):
      say("文档读不了，原因见上", "the document could not be read, for the reason above")
    case .nothingReadable(let count, .document):
      say(
        "\(count) 个文档都读不了，原因见上",
        "none of the \(count) documents could be read, for the reasons above")
    case .nothingReadable(1, .bulletin):
      say(
        "文件读不了，原因见上；可用 --encoding 指定编码",
        "the file could not be read, for the reason above; --encoding names its encoding")
    case .nothingReadable(let count, .bulletin):
      say(
        "\(count) 个文件都读不了，原因见上；可用 --encoding 指定编码",
        "none of the \(count) files could be read, for the reasons above; --encoding names their "
          + "encoding")
    case .nothingReadable(1, .jsonl):
      say(
        "文件里没有可用的文档，原因见上；每行应是含 id、title、body 的 JSON 对象",
        "the file has no document that can be used, for the reasons above; each line has to be a JSON object "
          + "with id, title and body")
    case .nothingReadable(let count, .jsonl):
      say(
        "\(count) 个文件里都没有可用的文档，原因见上；每行应是含 id、title、body 的 JSON 对象",
        "none of the \(count) files has a document that can be used, for the reasons above; each line has to be "
          + "a JSON object with id, title and body")
    case .cancelled: say("已停止；索引没有改动", "stopped; the index was not changed")
    case .nothingToUpdate(let path):
      say(
        "\(path)：没有可以更新的索引，或者它不跟踪任何文件；请写简讯所在的文件夹",
        "\(path): there is no index, or it follows no files; name the folder that holds the issues")
    case .otherShare(let path, let found, let wanted):
      otherShare(path, found: found, wanted: wanted)
    case .notBeside(let path, let reason): notBeside(path, reason)
    case .unknownEncoding(let name):
      say(
        "没有 \(name) 这种编码；可用 utf-8、gb18030、big5、utf-16le、utf-16be",
        "unknown encoding \(name); use utf-8, gb18030, big5, utf-16le or utf-16be")
    }
  }
}
