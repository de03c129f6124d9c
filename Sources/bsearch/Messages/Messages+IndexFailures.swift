internal import AnswerRecords
internal import BulletinSearch
internal import InvertedIndex

/// Why an index cannot be read or written.
extension Messages {
  func index(_ error: IndexError) -> String {
    switch error {
    case .notAnIndex(let path):
      say(
        "\(path) 不是索引；请指定索引文件，或用 bsearch index 文件夹 建库",
        "\(path) is not an index; name an index, or make one with `bsearch index FOLDER`")
    case .schemaDiffers(let path): index(BulletinIndexError.otherContent(path: path))
    case .unsupportedFormat(let found, let supported)
    where IndexError.isOlder(found, than: supported):
      say(
        "索引是第 \(found) 版格式，本版读不了；请用 bsearch index 重建",
        "the index has format \(found), which this version cannot read; rebuild it with "
          + "`bsearch index`")
    case .unsupportedFormat(let found, _):
      say(
        "索引是第 \(found) 版格式，本版不认识，没有改动；请用较新的 bsearch，或用 --index 另建一个",
        "the index has format \(found), which this version does not know, and was not changed; use a newer "
          + "bsearch, or make another index with --index")
    case .truncated(let path, let found, let expected):
      say(
        "\(path) 被截短：应有 \(expected) 字节，只有 \(found) 字节；请从备份恢复，或用 bsearch check --repair 修复",
        "\(path) is cut short: it has \(found) of \(expected) bytes; restore it from a backup, or "
          + "repair it with `bsearch check --repair`")
    case .corrupted, .wrongChecksum: IndexFault(error).map(damaged) ?? "\(error)"
    case .io(_, let path, let code) where isDiskFull(code),
      .notWritable(let path, let code) where isDiskFull(code):
      say(
        "\(path) 写不进去：磁盘已满；请腾出空间，或用 --index 指定别的文件",
        "\(path) cannot be written: the disk is full; free some space, or name another file with "
          + "--index")
    case .io(let call, let path, let code):
      say("\(path)：\(call) 失败（\(system(code))）", "\(path): \(call) failed: \(system(code))")
    case .notWritable(let path, let code):
      say(
        "\(path) 写不进去：\(system(code))；请用 --index 指定别的文件",
        "\(path) cannot be written: \(system(code)); name another file with --index")
    case .occupied(let path):
      say(
        "\(path) 已经存在，不是索引，没有改动；请用 --index 指定别的文件",
        "\(path) exists and is not an index; it was not changed; name another file with --index")
    case .locked(let path, let holder):
      say(
        "\(path) 正由 \(holder) 写入；请等它结束",
        "\(path) is being written by \(holder); wait until it has finished")
    case .cancelled: say("已停止，没有写入", "stopped before anything was written")
    case .limitExceeded(let what, let limit):
      say(
        "\(name(what))超过上限 \(grouped(limit))；请分几次建库，或缩短检索词",
        "\(name(what)) exceeds the limit of \(grouped(limit)); make several indexes, or shorten the query"
      )
    }
  }

  private func damaged(_ fault: IndexFault) -> String {
    say(
      "索引已损坏：\(fault.section) 第 \(fault.offset) 字节\(word(for: fault.kind))；请用 bsearch check --repair 修复",
      "the index is damaged in its \(fault.section) at byte \(fault.offset): \(fault.reason); repair it with "
        + "`bsearch check --repair`")
  }

  /// Of a file that is no index of bulletins.
  func index(_ error: BulletinIndexError) -> String {
    switch error {
    case .noSuchIndex(let path): missingIndex(path)
    case .otherContent(let path):
      say(
        "\(path) 是索引，但不是简讯的；请用 bsearch index 文件夹 建库，或用 --index 另外指定",
        "\(path) is an index, but not of bulletins; make one with `bsearch index FOLDER`, or name "
          + "another file with --index")
    case .otherVersion(let path):
      say(
        "\(path) 是另一版本建的索引；请用 bsearch index 文件夹 重建",
        "\(path) was made by another version; rebuild it with `bsearch index FOLDER`")
    case .newerVersion(let path):
      say(
        "\(path) 是较新版本的 bsearch 建的索引，没有改动；请用那个版本，或用 --index 另建一个",
        "\(path) was made by a newer version of bsearch and was not changed; use that version, or make another "
          + "index with --index")
    }
  }

  /// Of ICU, by its number of the failure.
  func segmentation(_ code: Int) -> String {
    say(
      "ICU 不能切分文本（错误 \(code)）；请重新安装 ICU 及其数据",
      "ICU cannot cut the text into words (error \(code)); reinstall ICU with its data")
  }

  /// What may be too large.
  private func name(_ limit: IndexLimit) -> String {
    switch limit {
    case .bytes: say("索引的字节数", "the size of the index in bytes")
    case .documentsOfSegment: say("一段的文章数", "the number of articles in a segment")
    case .documents: say("文章数", "the number of articles")
    case .segments: say("段数", "the number of segments")
    case .properties: say("属性数", "the number of properties")
    case .termsOfQuery: say("检索词的词项数", "the number of terms in the query")
    case .dictionaryBytes: say("词典的字节数", "the size of the term dictionary in bytes")
    }
  }
}
