internal import BulletinSearch

/// The words of `index`.
extension Messages {
  func progress(_ progress: IndexingProgress) -> String {
    let percent = progress.byteCount > 0 ? 100 * progress.bytesDone / progress.byteCount : 100
    let files = "\(grouped(progress.filesDone))/\(grouped(progress.fileCount))"
    return say(
      "已读 \(files) 个文件，\(grouped(progress.articles)) 篇  \(percent)%",
      "read \(files) files, \(grouped(progress.articles)) articles  \(percent)%")
  }

  /// `UTF-8 12，GB18030 1`, the most frequent first.
  func encodings(_ report: IndexingReport) -> String {
    list(
      report.encodings.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        .map { "\($0.key) \(grouped($0.value))" })
  }

  func analysis(_ status: IndexStatus) -> String {
    guard !status.isAnalyzerCurrent else { return status.analyzer }
    return say(
      "\(status.analyzer)（本版为 \(status.currentAnalyzer)；重新建库后排序更准）",
      "\(status.analyzer) (this version has \(status.currentAnalyzer); index again to rank better)")
  }

  /// The line that ends a run.
  func summary(_ report: IndexingReport, index: String, elapsed: Duration) -> String {
    let path = index.singleLine
    let seconds = fixed(elapsed.milliseconds / 1000, digits: 2)
    var parts = [
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
    parts.append(say("用时 \(seconds) 秒", "\(seconds) seconds"))
    parts.append(
      say(
        "索引 \(path)（\(byteSize(report.indexByteCount))）",
        "index \(path) (\(byteSize(report.indexByteCount)))"))
    return parts.joined(separator: say("；", "; "))
  }
}
