internal import AnswerRecords
internal import BulletinSearch

/// What is said when a damaged index is made anew.
extension Messages {
  /// Of `index --force`.
  func replaced(_ path: String) -> String {
    say(
      "\(path.pathLine) 已损坏，打不开，现在重新建立",
      "\(path.pathLine) is damaged and cannot be opened; rebuilding it")
  }

  /// What could not be restored, a line each.
  func losses(_ report: RepairReport) -> [String] {
    var lines = report.lost.map { file in
      say(
        "没有恢复 \(file.path.pathLine)：\(reason(file.reason))",
        "not restored: \(file.path.pathLine): \(reason(file.reason))")
    }
    lines += report.missingSources.map { path in
      say("\(path.pathLine) 现在找不到", "\(path.pathLine) is not there")
    }
    if report.unreadableFileCount > 0 {
      let files = count(report.unreadableFileCount, "个文件", "file")
      lines.append(
        say(
          "索引里 \(files)的名字已读不出；凡在所跟踪的文件夹里的，已重新读入",
          "the names of \(files) could not be read in the index; those in the folders that it follows "
            + "were found again"))
    }
    if report.isOfCommitBefore {
      lines.append(
        say(
          "最近一次更新的记录已损坏，文件名单取自前一次；凡在所跟踪的文件夹里的，已重新读入",
          "the record of the last update is damaged, and the list of files is that of the one before; "
            + "those in the folders that it follows were found again"))
    }
    return lines
  }

  func kept(_ path: String) -> String {
    say("损坏的索引保留为 \(path.pathLine)", "the damaged index is kept as \(path.pathLine)")
  }

  func repair(_ error: RepairError) -> String {
    switch error {
    case .nothingKnown(let path, _):
      say(
        "\(path)：已读不出索引里有哪些文件；请用 bsearch index 文件夹 --force --index \(path) 重新建立",
        "\(path) no longer says which files it had; rebuild it with "
          + "`bsearch index FOLDER --force --index \(path)`")
    case .nothingLeft(let path, let fileCount):
      say(
        "\(path)：原有的 \(grouped(fileCount)) 个文件都已读不到，索引没有改动；请找回文件，"
          + "或用 bsearch index 文件夹 --force --index \(path) 重新建立",
        "none of the \(grouped(fileCount)) files of \(path) can be read any more, so it was not changed; "
          + "bring them back, or rebuild it with `bsearch index FOLDER --force --index \(path)`")
    }
  }
}
