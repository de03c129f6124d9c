internal import BulletinSearch

/// Why an index cannot be read or written.
extension Messages {
  /// The words of the error itself, or in Chinese what it says.
  func index(_ failure: IndexFailure, _ error: any Error) -> String {
    guard language == .chinese else { return "\(error)" }
    return switch failure {
    case .notAnIndex(let path):
      "\(path) 不是索引；请指定索引文件，或用 bsearch index 文件夹 建库"
    case .otherContent(let path):
      "\(path) 是索引，但不是简讯的；请用 bsearch index 文件夹 建库，或用 --index 另外指定"
    case .otherVersion(let path):
      "\(path) 是另一版本建的索引；请用 bsearch index 文件夹 重建"
    case .otherFormat(let found):
      "索引是第 \(found) 版格式，本版读不了；请用 bsearch index 重建"
    case .truncated(let path, let found, let expected):
      "\(path) 被截短：应有 \(expected) 字节，只有 \(found) 字节；请从备份恢复，或用 bsearch check --repair 修复"
    case .damaged(let section, let offset, let reason):
      "索引已损坏：\(section) 第 \(offset) 字节（\(reason)）；请用 bsearch check --repair 修复"
    case .diskFull(let path):
      "\(path) 写不进去：磁盘已满；请腾出空间，或用 --index 指定别的文件"
    case .system(let path, let call, let reason):
      "\(path)：\(call) 失败（\(self.reason(reason))）"
    case .notWritable(let path, let reason):
      "\(path) 写不进去：\(self.reason(reason))；请用 --index 指定别的文件"
    case .occupied(let path):
      "\(path) 已经存在，不是索引，原样保留；请用 --index 指定别的文件"
    case .locked(let path, let holder):
      "\(path) 正由 \(holder) 写入；请等它结束"
    case .limitExceeded(let what, let limit):
      "\(limited(what))超过上限 \(grouped(limit))；请分几次建库，或缩短检索词"
    }
  }

  /// What may be too large, in Chinese.
  private func limited(_ what: String) -> String {
    switch what {
    case "the bytes of an index": "索引的字节数"
    case "the number of documents of a segment": "一段的文章数"
    case "the number of documents": "文章数"
    case "the number of segments": "段数"
    case "the number of terms in a query": "检索词的词项数"
    case "the size of the term dictionary": "词典的字节数"
    default: what
    }
  }
}
