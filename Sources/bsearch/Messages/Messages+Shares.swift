internal import AnswerRecords
internal import BulletinSearch

/// The words of indexes that have a share of a collection each.
extension Messages {
  func share(_ share: CollectionShare) -> String {
    say("\(share.count) 份中的第 \(share.number) 份", "\(share.number) of \(share.count)")
  }

  /// What is wrong with the value of `--share`.
  func wrongShare(_ text: String) -> String {
    let most = CollectionShare.mostShares
    return say(
      "--share 的值要写成 K/N（1 ≤ K ≤ N ≤ \(most)），如 2/8，而不是 \(text.singleLine)",
      "--share must be K/N with 1 ≤ K ≤ N ≤ \(most), as 2/8, and not \(text.singleLine)")
  }

  func otherShare(_ path: String, found: CollectionShare?, wanted: CollectionShare) -> String {
    say(
      "\(path.pathLine)：这个索引收的是"
        + (found.map { "第 \($0) 份" } ?? "全部文件")
        + "，不能改成 \(wanted)；更新时请去掉 --share，改变份数要另建索引",
      "\(path.pathLine): this index takes "
        + (found.map { "share \($0)" } ?? "all files")
        + " and cannot come to take share \(wanted); update it without --share, or make a new index"
    )
  }
}
