internal import AnswerRecords
internal import BulletinSearch

/// The words of `index`.
extension Messages {
  func progress(_ progress: IndexingProgress) -> String {
    let share = Double(progress.bytesDone) / Double(max(progress.byteCount, 1))
    let percent = progress.byteCount > 0 ? Int(100 * min(share, 1)) : 100
    let files = "\(grouped(progress.filesDone))/\(grouped(progress.fileCount))"
    let documents =
      progress.documents > 0
      ? say("（", " (") + self.documents(progress.documents, pages: progress.pages) + say("）", ")")
      : ""
    return say(
      "已读 \(files) 个文件\(documents)，\(grouped(progress.articles)) 篇  \(percent)%",
      "read \(files) files\(documents), \(grouped(progress.articles)) articles  \(percent)%")
  }

  /// `UTF-8 12，GB18030 1`, the most frequent first.
  func encodings(_ report: IndexingReport) -> String {
    list(
      report.encodings.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        .map { "\($0.key) \(grouped($0.value))" })
  }

  func analysis(_ status: IndexStatus) -> String {
    guard !status.isAnalyzerCurrent else { return status.analyzer }
    guard status.isFoldedAlike else {
      return say(
        "\(status.analyzer)（本版为 \(status.currentAnalyzer)；有的文字可能找不到，请运行 bsearch index）",
        "\(status.analyzer) (this version has \(status.currentAnalyzer); some text may not be found "
          + "until `bsearch index`)")
    }
    return say(
      "\(status.analyzer)（本版为 \(status.currentAnalyzer)；重新建库后排序更准）",
      "\(status.analyzer) (this version has \(status.currentAnalyzer); index again to rank better)")
  }

  /// `3: a.md 2, b.md 1`; 0 if all could be decoded.
  func undecoded(_ report: IndexingReport) -> String {
    guard report.undecodedCount > 0 else { return "0" }
    let files = report.undecoded.map { "\($0.path.pathLine) \(grouped($0.count))" }
    return "\(grouped(report.undecodedCount))" + say("：", ": ") + list(files)
  }

  private func isNew(_ report: IndexingReport) -> Bool {
    report.changes.changed.isEmpty && report.changes.renamed.isEmpty
      && report.changes.removed.isEmpty && report.changes.unchangedCount == 0
  }

  /// `新增 2，改动 1，未变 561`.
  func changes(_ changes: FileChanges) -> String {
    guard !changes.isEmpty || changes.redecidedCount > 0 else {
      return say("没有变化", "nothing has changed")
    }
    let counts = [
      (changes.added.count, "新增", "added"), (changes.changed.count, "改动", "changed"),
      (changes.renamed.count, "改名", "renamed"), (changes.removed.count, "移除", "removed"),
      (changes.unchangedCount, "未变", "unchanged"),
    ]
    let files = list(
      counts.filter { $0.0 > 0 }.map { count, chinese, english in
        say("\(chinese) \(grouped(count))", "\(grouped(count)) \(english)")
      })
    guard changes.redecidedCount > 0 else { return files }
    let count = grouped(changes.redecidedCount)
    return files
      + say(
        "（其中 \(count) 个的期号、名称或分篇随其他文件改变）", " (\(count) of them called or divided otherwise now)")
  }

  /// What would be done with each file, a line each: `+` added, `~` changed, `>` renamed, `-` removed.
  func listing(_ changes: FileChanges) -> String {
    let kinds = [
      ("+", changes.added), ("~", changes.changed), (">", changes.renamed), ("-", changes.removed),
    ]
    return kinds.flatMap { sign, paths in paths.map { "\(sign) \($0.pathLine)\n" } }.joined()
  }

  func notice(_ notice: IndexingNotice) -> String {
    switch notice {
    case .otherFormat(let path):
      say(
        "\(path.pathLine) 是另一版本的索引，现在重新建立",
        "\(path.pathLine) was made by another version and is being rebuilt")
    case .damaged(let path): replaced(path)
    case .otherAnalysis:
      say(
        "分析规则与建库时不同，全部文件重新读取",
        "the rules of analysis have changed; all files are read again")
    case .otherFolding:
      say(
        "索引所用的字形对照表与本版不同，全部文章重新处理；文件不在的，用索引里存的原文",
        "the table of character forms has changed; all articles are folded anew, those whose files are "
          + "not there from what the index holds")
    case .undecoded(let path, let count):
      say(
        "\(path.pathLine)：\(grouped(count)) 个字符无法解码",
        "\(path.pathLine): \(self.count(count, "", "character")) could not be decoded")
    case .identifiers(let problems): identifiers(problems)
    case .missingSource(let path):
      say(
        "\(path.pathLine) 现在找不到，其中的文章仍留在索引里；确已删除时用 bsearch remove \(path.pathLine) 移除",
        "\(path.pathLine) does not exist at the moment; its articles stay in the index; if it is "
          + "gone for good, remove them with `bsearch remove \(path.pathLine)`")
    case .leftOut(let counts): leftOut(counts)
    case .remarks(let path, let remarks):
      path.pathLine + say("：", ": ") + list(remarks.map(remark))
    }
  }

  /// Which lines have an id that is empty or that another line has.
  private func identifiers(_ problems: IdentifierProblems) -> String {
    var parts = problems.repetitions.map { repetition in
      say(
        "第 \(repetition.line) 行的 id 与第 \(repetition.firstLine) 行相同",
        "line \(repetition.line) has the id of line \(repetition.firstLine)")
    }
    parts += problems.emptyLines.map { say("第 \($0) 行的 id 是空的", "line \($0) has an empty id") }
    let rest = problems.repetitionCount + problems.emptyCount - parts.count
    if rest > 0 { parts.append(say("另有 \(grouped(rest)) 行", "\(grouped(rest)) more lines")) }
    return say(
      "\(problems.path.pathLine)：\(list(parts))；都已编入索引，可用 \(problems.path.pathLine):行号 指称",
      "\(problems.path.pathLine): \(list(parts)); all are in the index, and "
        + "\(problems.path.pathLine):LINE names each")
  }

  /// How many files of other kinds there were, the most frequent first.
  func leftOut(_ counts: [String: Int]) -> String {
    let kinds = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    var parts = kinds.prefix(Self.namedKindCount).map { ending, count in
      ending.isEmpty
        ? say("其他 \(grouped(count)) 个", "\(grouped(count)) other")
        : "\(grouped(count)) " + say("个 ", "") + ".\(ending)"
    }
    let rest = kinds.dropFirst(Self.namedKindCount).reduce(0) { $0 + $1.value }
    if rest > 0 { parts.append(say("其余 \(grouped(rest)) 个", "\(grouped(rest)) of other kinds")) }
    let archives =
      counts.keys.contains(where: Self.archiveEndings.contains)
      ? say("；压缩包里的文件不会打开，请先解开", "; files inside of archives are not opened: unpack them first")
      : ""
    return say("未读：", "not read: ") + list(parts) + archives
  }

  private static let archiveEndings: Set<String> = [
    "zip", "rar", "7z", "tar", "gz", "tgz", "bz2", "xz",
  ]

  private static let namedKindCount = 8

  /// What `remove` says when it is done.
  func removed(_ report: IndexingReport, from index: String) -> String {
    list([
      say(
        "移除 \(grouped(report.changes.removed.count)) 个文件",
        "removed \(count(report.changes.removed.count, "", "file"))"),
      say("索引 \(index.pathLine) 尚有 ", "index \(index.pathLine) has ")
        + count(report.issues, "期", "issue"),
      count(report.articles, "篇", "article"),
    ])
  }

  /// Of a path that was removed and will be found again.
  func comesBack(_ path: String) -> String {
    say(
      "\(path.pathLine) 还在所跟踪的文件夹里，下次更新会再读入；要长久移除，请把它移出文件夹",
      "\(path.pathLine) still exists in a folder that the index follows, so the next update reads it "
        + "again; move it out of the folder to keep it out")
  }

  /// What a search in an index that another version has folded says.
  func otherFolding() -> String {
    say(
      "索引所用的字形对照表与本版不同，有的文字可能找不到；运行 bsearch index 更新索引",
      "the index was made with another table of character forms, so some text may not be found; "
        + "`bsearch index` brings it up to date")
  }

  func watching() -> String {
    say("等待文件变化；按 Ctrl-C 结束", "watching for changes; press Ctrl-C to stop")
  }

  func polling(_ reason: FileProblem) -> String {
    say(
      "每两秒检查一次文件：\(self.reason(reason))",
      "checking the files every two seconds: \(self.reason(reason))")
  }

  /// What `compact` says when it is done.
  func compacted(_ path: String, before: Int, after: Int) -> String {
    say(
      "\(path.pathLine)：\(byteSize(before)) → \(byteSize(after))",
      "\(path.pathLine): \(byteSize(before)) → \(byteSize(after))")
  }

  /// The line that ends a run.
  func summary(_ report: IndexingReport, index: String, elapsed: Duration) -> String {
    let path = index.pathLine
    let seconds = fixed(elapsed.milliseconds / 1000, digits: 2)
    let isUpdate = report.changes.unchangedCount > 0 || !isNew(report) || !report.isWritten
    var parts = isUpdate ? [changes(report.changes)] : []
    parts += [
      list([
        count(report.issues, "期", "issue"), count(report.articles, "篇", "article"),
        count(report.characters, "字", "character"),
      ]),
      say("编码 ", "encodings ") + encodings(report),
      list([
        say("接页 \(grouped(report.joins)) 处", count(report.joins, "", "page join")),
        say("未署名 \(grouped(report.unsigned)) 篇", "\(grouped(report.unsigned)) unsigned"),
        say("目录对上 ", "contents matched ")
          + "\(grouped(report.contentsMatched))/\(grouped(report.contents))",
      ]),
    ]
    if report.skippedCount > 0 {
      parts.append(
        say(
          "跳过 \(grouped(report.skippedCount)) 个文件",
          "\(count(report.skippedCount, "", "file")) skipped"))
    }
    if report.twinCount > 0 { parts.append(twins(report.twinCount)) }
    if !report.unread.isEmpty {
      parts.append(
        say(
          "读不到 \(grouped(report.unread.count)) 处",
          "\(grouped(report.unread.count)) could not be read"))
    }
    parts.append(say("用时 \(seconds) 秒", "\(seconds) seconds"))
    parts.append(
      say(
        "索引 \(path)（\(byteSize(report.indexByteCount))）",
        "index \(path) (\(byteSize(report.indexByteCount)))"))
    return parts.joined(separator: say("；", "; "))
  }
}
