internal import AnswerRecords
internal import BulletinSearch

/// The words of `open`, and of the command alone on a terminal.
extension Messages {
  func changedSource(_ path: String) -> String {
    say(
      "\(path) 建库后改过，打开的位置可能不准；可先 bsearch index 更新",
      "\(path) has changed since it was indexed, so the place may be another; `bsearch index` updates the index"
    )
  }

  func missingSource(_ path: String, _ problem: FileProblem, id: String) -> String {
    say(
      "打不开 \(path)：\(reason(problem))；正文仍在索引里，可用 bsearch show \(id) 阅读",
      "cannot open \(path): \(reason(problem)); the index still has the text: `bsearch show \(id)`")
  }

  func failedCollection(_ reason: String) -> String {
    say(
      "总库没有应答：\(reason.singleLine)", "the collection does not answer: \(reason.singleLine)")
  }

  /// Of a program that a command runs in its place.
  func missingCompanion(_ name: String, variable: String) -> String {
    say(
      "缺 \(name.singleLine)，它应与 bsearch 装在同一文件夹；请重新安装（make install），或以环境变量 \(variable) 指明",
      "\(name.singleLine) is missing, which belongs beside bsearch; install it again (make install), or name it by $\(variable)"
    )
  }

  func failedCompanion(_ path: String, _ problem: FileProblem) -> String {
    say(
      "运行不了 \(path.pathLine)：\(reason(problem))；请重新安装（make install）",
      "cannot run \(path.pathLine): \(reason(problem)); install it again (make install)")
  }

  func noSourceFile(id: String) -> String {
    say(
      "\(id) 来自标准输入，没有文件可打开；可用 bsearch show \(id) 阅读",
      "\(id) came from standard input, so there is no file to open; read it with `bsearch show \(id)`"
    )
  }

  func nothingOpens(_ path: String) -> String {
    say(
      "没有程序能打开 \(path)；请设 EDITOR（如 export EDITOR=vim），或安装 xdg-open",
      "there is no program to open \(path) with; set EDITOR, as in `export EDITOR=vim`, or install xdg-open"
    )
  }

  func cannotRun(_ program: String, _ problem: FileProblem) -> String {
    say(
      "运行不了 \(program)：\(reason(problem))；请检查 VISUAL 和 EDITOR",
      "cannot run \(program): \(reason(problem)); check VISUAL and EDITOR")
  }

  /// What there is to search, in three lines.
  func collection(_ index: BulletinIndex, issueCount: Int, last: IssueSummary?) -> [String] {
    let counts = list([
      count(issueCount, "期", "issue"), count(index.articleCount, "篇", "article"),
    ])
    let issue =
      last.map { say("\($0.heading)（\($0.id)）", "\($0.heading) (\($0.id))") } ?? say("无", "none")
    return [
      say("索引 \(index.path)：\(counts)", "index \(index.path): \(counts)"),
      say("最近一期：\(issue)", "last issue: \(issue)"),
      say(
        "检索：bsearch 5G基站；各期：bsearch issues；用法：bsearch --help",
        "search: bsearch 5G基站; issues: bsearch issues; help: bsearch --help"),
    ]
  }

  func noIndexYet(in folder: String) -> String {
    say("\(folder) 及其上级文件夹里还没有索引", "\(folder) and its parents have no index yet")
  }

  /// What to do where there is no index.
  func welcome(_ problem: String) -> [String] {
    [
      problem,
      say(
        "建库：bsearch index 简讯文件夹，然后检索：bsearch 5G基站",
        "make an index: bsearch index FOLDER; then search: bsearch 5G基站"),
      say("用法：bsearch --help", "help: bsearch --help"),
    ]
  }
}
