internal import AnswerRecords
internal import BulletinSearch

/// Two articles that have text in common: what they are, how much is common, and what differs.
struct ReprintText {
  let messages: Messages
  let painter: Painter
  /// The columns of a terminal; nil if there is none.
  let width: Int?

  /// More than these nobody reads through; JSON has them all.
  private static let mostDifferences = 8
  /// In characters; a passage that is longer is shown by its beginning and its length.
  private static let longestPassage = 60

  func render(_ pair: Reprint) -> String {
    let percent = Int((pair.share * 100).rounded(.down))
    var lines = [
      StyledText(
        messages.say(
          "相同 \(percent)%，\(grouped(pair.commonCount)) 字",
          "\(percent)% in common, \(messages.count(pair.commonCount, "", "character"))"), .heading),
      line(pair.earlier), line(pair.later),
    ]
    for difference in pair.differences.prefix(Self.mostDifferences) {
      if !difference.earlier.isEmpty {
        lines.append(StyledText("    − " + passage(difference.earlier)))
      }
      if !difference.later.isEmpty {
        lines.append(StyledText("    + " + passage(difference.later)))
      }
    }
    let rest = pair.differences.count - Self.mostDifferences
    if rest > 0 {
      lines.append(
        StyledText(
          messages.say("    另有 \(rest) 处不同", "    \(rest) more differences"), .faint))
    }
    return lines.flatMap { line in
      width.map { LineBreaker(width: $0, indent: 6).lines(of: line) } ?? [line]
    }.map { painter.paint($0) + "\n" }.joined()
  }

  private func line(_ article: Reprint.Article) -> StyledText {
    var line = StyledText("  ")
    line.append(article.id, .identifier)
    line.append(
      "  " + [article.date ?? "", article.title].filter { !$0.isEmpty }.joined(separator: "  "))
    let count = messages.count(article.characterCount, "字", "character")
    line.append(
      messages.say("（\(article.bulletin)，\(count)）", " (\(article.bulletin), \(count))"), .faint)
    return line
  }

  private func passage(_ text: String) -> String {
    let count = text.count
    guard count > Self.longestPassage else { return text }
    let length = grouped(count)
    return text.prefix(Self.longestPassage)
      + messages.say("…（共 \(length) 字）", "… (\(length) characters)")
  }
}
