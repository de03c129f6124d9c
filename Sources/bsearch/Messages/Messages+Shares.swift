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

  func notBeside(_ path: String, _ reason: NeighbourProblem) -> String {
    let words =
      switch reason {
      case .allFiles:
        say(
          "这个索引收全部文件，不是全部文件的一份；--beside 只用于 --share 建的索引",
          "this index takes all files and no share of them; --beside is for indexes made with --share"
        )
      case .otherCount(let share, let own):
        say(
          "这个索引是第 \(share) 份，与第 \(own) 份的份数不同；请写同一批建的索引",
          "this index has share \(share), which is of another number than \(own); name indexes made together"
        )
      case .sameShare(let share, let other):
        say(
          "第 \(share) 份已有 \(other.pathLine)；每份只写一个索引",
          "\(other.pathLine) has share \(share) already; name one index for each share")
      case .otherFolder:
        say(
          "不在同一个文件夹里；请把各份的索引放在一起",
          "it lies in another folder; keep the indexes of all shares in one")
      }
    return "\(path.pathLine)" + say("：", ": ") + words
  }
}
