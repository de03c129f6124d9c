internal import AnswerRecords
internal import BulletinSearch
internal import InvertedIndex

/// The state of an index, a line for each fact.
struct StatusText {
  let messages: Messages

  /// `issues --duplicates` has them all.
  private static let mostTwins = 10

  func table(
    _ status: IndexStatus, _ sizes: [IndexStatus.Postings] = [], path: String
  ) -> Table {
    let report = status.report
    var table = Table()
    func add(_ chinese: String, _ english: String, _ value: String) {
      table.rows.append([messages.say(chinese, english), value])
    }
    add("索引", "index", "\(path)  \(messages.byteSize(status.byteCount))")
    add("来源", "sources", messages.list(status.sources))
    if let share = status.share { add("份额", "share", messages.share(share)) }
    add("期", "issues", grouped(report.issues))
    add("篇", "articles", grouped(status.articles))
    add("字", "characters", grouped(report.characters))
    add("编码", "encodings", messages.encodings(report))
    if report.documents > 0 {
      add("文档", "documents", messages.documents(report.documents, pages: report.pages))
    }
    add("接页", "page joins", grouped(report.joins))
    add("未署名", "unsigned", grouped(report.unsigned))
    add(
      "目录对上", "contents matched",
      "\(grouped(report.contentsMatched))/\(grouped(report.contents))")
    add("跳过的文件", "skipped files", grouped(report.skippedCount))
    if report.twinCount > 0 {
      add("同期的文件", "twin files", grouped(report.twinCount))
      for twin in report.twins.prefix(Self.mostTwins) {
        table.rows.append(["  " + twin.path.pathLine, "= " + twin.other.pathLine])
      }
    }
    for line in messages.faults(report.skipped) { table.rows.append(line) }
    for file in report.remarked {
      table.rows.append([
        "  " + messages.list(file.remarks.map(messages.remark)), file.path.pathLine,
      ])
    }
    add("无法解码的字符", "undecoded characters", messages.undecoded(report))
    add("段", "segments", grouped(status.segments))
    add("词项", "terms", grouped(status.terms))
    add("分析规则", "analysis", messages.analysis(status))
    for section in status.sections {
      table.rows.append(["  \(section.name)", messages.byteSize(section.byteCount)])
    }
    for kind in sizes {
      let sizes = kind.sizes
      let parts = [
        ("列头", "heads", sizes.headers), ("间隔", "gaps", sizes.packedGaps),
        ("位集", "bit sets", sizes.bitSets), ("次数", "frequencies", sizes.frequencies),
        ("短列", "short lists", sizes.tails),
      ].filter { $0.2 > 0 }.map { "\(messages.say($0.0, $0.1)) \(messages.byteSize($0.2))" }
      table.rows.append([
        "    \(messages.name(of: kind.kind))",
        "\(messages.byteSize(sizes.byteCount))  "
          + messages.say(
            "\(grouped(sizes.terms)) 词项 \(grouped(sizes.postings)) 条",
            "\(grouped(sizes.terms)) terms, \(grouped(sizes.postings)) postings")
          + (parts.isEmpty ? "" : "  (\(parts.joined(separator: ", ")))"),
      ])
    }
    return table
  }
}
