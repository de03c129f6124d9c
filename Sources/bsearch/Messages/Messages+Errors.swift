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
      "\(path): there is no such index; make it with `bsearch index FOLDER --index \(path)`")
  }

  func nothingToSearch(_ query: String) -> String {
    say(
      "“\(query)”里没有可以检索的字词；请至少写一个汉字、字母或数字",
      "'\(query)' has nothing to search for; give at least one character, letter or digit")
  }

  func noArticle(_ id: String) -> String {
    say(
      "索引里没有编号为 \(id) 的文章或期；用 bsearch issues 查看各期，用 bsearch show 期号 查看文章编号",
      "the index has no article or issue \(id); `bsearch issues` lists the issues, "
        + "`bsearch show ISSUE` its articles")
  }

  func cannotWrite(_ reason: String) -> String {
    say("结果写不出去：\(reason)", "cannot write the results: \(reason)")
  }

  func skipped(_ file: SkippedFile) -> String {
    say("跳过 \(file.path.singleLine)：\(file.reason.singleLine)",
      "skipped \(file.path.singleLine): \(file.reason.singleLine)")
  }

  /// What is wrong with the arguments, from the words of ArgumentParser.
  ///
  /// Its errors are not public, so the frequent ones are known by how they begin; the others stay
  /// English.
  func usage(_ description: String, helpCommand: String) -> String {
    let help = say(
      "用 \(helpCommand) 查看用法", "see `\(helpCommand)`")
    let line = description.singleLine
    guard language == .chinese else { return "\(line.withoutFullStop); \(help)" }
    let known = [
      ("Unknown option ", "没有这个选项："), ("Missing value for ", "缺少选项的值："),
      ("Missing expected argument ", "缺少参数："), ("Unexpected argument ", "多出的参数："),
      ("The value ", "选项的值不对："), ("Unexpected value ", "多出的值："),
    ]
    let chinese = known.first { line.hasPrefix($0.0) }
      .map { $0.1 + line.dropFirst($0.0.count) }
    return "\(chinese ?? line.withoutFullStop)；\(help)"
  }

  func optionOrWord() -> String {
    say("要检索以 - 开头的词，请把它写在 -- 之后", "put words that begin with - behind --")
  }

  func mustNotBeNegative(_ option: String) -> String {
    say("\(option) 不能小于 0", "\(option) must not be negative")
  }
}

extension String {
  fileprivate var withoutFullStop: Substring {
    last == "." ? dropLast() : self[...]
  }
}
