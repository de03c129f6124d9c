internal import AnswerRecords
internal import InvertedIndex

/// What `check` says.
extension Messages {
  /// Of an index without damage.
  func intact(_ path: String, byteCount: Int, isDeep: Bool) -> String {
    isDeep
      ? say(
        "\(path.pathLine)：完好，\(byteSize(byteCount)) 全部解码并核对",
        "\(path.pathLine): intact, \(byteSize(byteCount)) decoded and verified")
      : say(
        "\(path.pathLine)：完好，\(byteSize(byteCount)) 全部核对",
        "\(path.pathLine): intact, \(byteSize(byteCount)) verified")
  }

  /// Of an index with damage, behind the lines that name it.
  func damaged(_ path: String, faultCount: Int) -> String {
    say(
      "\(path)：已损坏，\(grouped(faultCount)) 处；请用 bsearch check --repair --index \(path) 重建",
      "\(path): damaged in \(count(faultCount, "处", "place")); "
        + "rebuild it with `bsearch check --repair --index \(path)`")
  }

  /// A fault, with its place.
  func fault(_ fault: IndexFault) -> String {
    let english = fault.segment.map { "segment \($0), " } ?? ""
    let chinese = fault.segment.map { "第 \($0) 段 " } ?? ""
    return say(
      "\(chinese)\(fault.section) 第 \(fault.offset) 字节：\(word(for: fault.kind))",
      "\(english)\(fault.section), byte \(fault.offset): \(fault.reason)"
    ).singleLine
  }

  /// Behind the faults that are named.
  func moreFaults(_ count: Int) -> String {
    say("…… 另有 \(grouped(count)) 处", "… and \(grouped(count)) more")
  }

  /// When the index has become shorter while it was read.
  func shortened() -> String {
    say(
      "索引文件在读取时被截短；请用 bsearch check 检查，或用 bsearch index 重建",
      "the index was cut short while it was read; check it with `bsearch check` or rebuild it with "
        + "`bsearch index`")
  }

  func word(for kind: IndexFault.Kind) -> String {
    switch kind {
    case .checksum: say("校验和不符", "checksum")
    case .unreadable: say("读不出来", "unreadable")
    case .order: say("次序不对", "order")
    case .number: say("数目不对", "number")
    case .bound: say("界限不对", "bound")
    case .text: say("文字不对", "text")
    case .space: say("字节多余或重叠", "space")
    }
  }
}
