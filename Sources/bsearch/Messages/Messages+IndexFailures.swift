internal import BulletinSearch

/// Why an index cannot be read or written.
extension Messages {
  func index(_ failure: IndexFailure) -> String {
    switch failure {
    case .notAnIndex(let path):
      say(
        "\(path) 不是索引；请指定索引文件，或用 bsearch index 文件夹 建库",
        "\(path) is not an index; name an index, or make one with `bsearch index FOLDER`")
    case .otherContent(let path):
      say(
        "\(path) 是索引，但不是简讯的；请用 bsearch index 文件夹 建库，或用 --index 另外指定",
        "\(path) is an index, but not of bulletins; make one with `bsearch index FOLDER`, or name "
          + "another file with --index")
    case .otherVersion(let path):
      say(
        "\(path) 是另一版本建的索引；请用 bsearch index 文件夹 重建",
        "\(path) was made by another version; rebuild it with `bsearch index FOLDER`")
    case .otherFormat(let found):
      say(
        "索引是第 \(found) 版格式，本版读不了；请用 bsearch index 重建",
        "the index has format \(found), which this version cannot read; rebuild it with "
          + "`bsearch index`")
    case .truncated(let path, let found, let expected):
      say(
        "\(path) 被截短：应有 \(expected) 字节，只有 \(found) 字节；请从备份恢复，或用 bsearch check --repair 修复",
        "\(path) is cut short: it has \(found) of \(expected) bytes; restore it from a backup, or "
          + "repair it with `bsearch check --repair`")
    case .damaged(let section, let offset, let kind, let reason):
      say(
        "索引已损坏：\(section) 第 \(offset) 字节\(word(for: kind))；请用 bsearch check --repair 修复",
        "the index is damaged in its \(section) at byte \(offset): \(reason); repair it with "
          + "`bsearch check --repair`")
    case .diskFull(let path):
      say(
        "\(path) 写不进去：磁盘已满；请腾出空间，或用 --index 指定别的文件",
        "\(path) cannot be written: the disk is full; free some space, or name another file with "
          + "--index")
    case .system(let path, let call, let reason):
      say("\(path)：\(call) 失败（\(self.reason(reason))）", "\(path): \(call) failed: \(reason)")
    case .notWritable(let path, let reason):
      say(
        "\(path) 写不进去：\(self.reason(reason))；请用 --index 指定别的文件",
        "\(path) cannot be written: \(reason); name another file with --index")
    case .occupied(let path):
      say(
        "\(path) 已经存在，不是索引，没有改动；请用 --index 指定别的文件",
        "\(path) exists and is not an index; it was not changed; name another file with --index")
    case .locked(let path, let holder):
      say(
        "\(path) 正由 \(holder) 写入；请等它结束",
        "\(path) is being written by \(holder); wait until it has finished")
    case .limitExceeded(let what, let limit):
      say(
        "\(limited(what))超过上限 \(grouped(limit))；请分几次建库，或缩短检索词",
        "\(what) exceeds the limit of \(grouped(limit)); make several indexes, or shorten the query"
      )
    }
  }

  /// What may be too large, in Chinese.
  private func limited(_ what: IndexLimit) -> String {
    switch what {
    case .bytes: "索引的字节数"
    case .documentsOfSegment: "一段的文章数"
    case .documents: "文章数"
    case .segments: "段数"
    case .properties: "属性数"
    case .termsOfQuery: "检索词的词项数"
    case .dictionaryBytes: "词典的字节数"
    }
  }
}
