/// Signs at the begin and end of a line.
enum ListMark {
  private static let bullets = Set("•●○■□◆◇▪▫▲△►▶★☆·‣⁃∙–—-*※➢➤✓✔".unicodeScalars)
  private static let leaders = Set("….·．・。-—─_".unicodeScalars)

  /// Whether a line is an item with a sign before it.
  static func beginsWithBullet(_ text: String) -> Bool {
    var scalars = text.unicodeScalars.makeIterator()
    guard let first = scalars.next(), bullets.contains(first), let second = scalars.next() else {
      return false
    }
    return second == " " || !"-—–*·".unicodeScalars.contains(first) && second != first
  }

  /// Whether a line begins with what stands before an item, as (1), 1., ①, 一、, （一）, a) and • do.
  static func begins(_ text: String) -> Bool {
    if beginsWithBullet(text) { return true }
    var count = 0
    var hasNumber = false
    var hasPoint = false
    for scalar in text.unicodeScalars {
      // 1.5 is a number.
      if hasPoint { return !("0"..."9").contains(scalar) }
      switch scalar {
      case "0"..."9", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "壹", "貳", "叁", "肆", "伍":
        hasNumber = true
      case "a"..."z", "A"..."Z": hasNumber = hasNumber || count <= 1
      case "①"..."⓿", "㈠"..."㉃": return true
      case "(", "（", "[", "第": guard count == 0 else { return false }
      case ".", "．", ":":
        guard hasNumber else { return false }
        hasPoint = true
      case ")", "）", "、", "]", "：", "条", "章": return hasNumber
      default: return false
      }
      count += 1
      guard count <= 6 else { return false }
    }
    return false
  }

  private static let longestMark = 5.0

  /// Whether a text is only what stands before an item.
  static func isMark(_ text: String) -> Bool {
    guard ScalarWidth.units(text) <= longestMark else { return false }
    return begins(text + "x")
      || text.unicodeScalars.count == 1 && text.unicodeScalars.allSatisfy(bullets.contains)
  }

  /// In squares: the breadth of what stands before an item or a statement (决议：) at the begin of a line.
  static func leadWidth(_ text: String) -> Double? {
    var units = 0.0
    var end: Double?
    for scalar in text.unicodeScalars {
      units += ScalarWidth.isChinese(scalar) ? 1 : 0.5
      guard units <= longestLead else { break }
      if end != nil, scalar == " " { end = units } else if end != nil { break }
      if ")）、.．:：".unicodeScalars.contains(scalar) || units <= 1 && bullets.contains(scalar) {
        end = units
      }
    }
    return end
  }

  private static let longestLead = 7.0

  /// Whether a line is a name in brackets of sections: 【协会动态】.
  static func isSection(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last else {
      return false
    }
    return first == "【" && last == "】" || first == "〖" && last == "〗"
  }

  /// Whether a line begins as a foot- or endnote does.
  static func beginsNote(_ text: String) -> Bool {
    if begins(text) { return true }
    guard let first = text.unicodeScalars.first else { return false }
    return ("0"..."9").contains(first) || "*†‡注※¹²³⁴⁵⁶⁷⁸⁹".unicodeScalars.contains(first)
  }

  static func isPageNumber(_ text: String) -> Bool {
    text.utf8.count <= 4 && !text.isEmpty && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }

  private static let mostBracketed = 60

  /// Whether a text is the next part of a list within brackets, of which another one ends with an open part: （供稿：某某
  /// before 审核：某某）.
  static func isNextCredit(_ text: String, after first: String) -> Bool {
    var count = 0
    for scalar in text.unicodeScalars {
      if scalar == "：" { break }
      guard ScalarWidth.isHan(scalar), count < 4 else { return false }
      count += 1
    }
    guard count >= 2, count < text.unicodeScalars.count else { return false }
    var hasColon = false
    for scalar in first.unicodeScalars.reversed().prefix(mostBracketed) {
      if scalar == "：" { hasColon = true }
      if scalar == "）" { return false }
      if scalar == "（" { return hasColon }
    }
    return false
  }

  private static let contentsHeadings: Set = [
    "目录", "目錄", "目次", "要目", "本期要目", "本期目录", "本期导读", "导读", "内容提要",
  ]

  /// Whether a text is the heading of contents: 目 录.
  static func isContentsHeading(_ text: String) -> Bool {
    guard text.utf8.count < 40 else { return false }
    return contentsHeadings.contains(String(text.filter { !$0.isWhitespace }))
  }

  /// Whether a line ends with a leader and a page number.
  static func endsLikeContents(_ text: String) -> Bool {
    var dots = 0
    var digits = 0
    for scalar in text.unicodeScalars.reversed() {
      if ("0"..."9").contains(scalar) || ("０"..."９").contains(scalar), dots == 0 {
        digits += 1
      } else if leaders.contains(scalar), digits > 0,
        dots > 0 || !"-—".unicodeScalars.contains(scalar)
      {
        dots += scalar == "…" ? 3 : 1
      } else if !" \t)）(（第页-—–/~".unicodeScalars.contains(scalar) || dots > 0 && scalar != " " {
        break
      }
    }
    return digits > 0 && digits <= 8 && dots >= 3
  }

  /// Whether a paragraph may end with the text: with a sentence, or with names in brackets.
  static func endsParagraph(_ text: String) -> Bool {
    endsSentence(text) || text.unicodeScalars.last.map { "）)".unicodeScalars.contains($0) } == true
  }

  /// Whether a sentence ends with the text.
  static func endsSentence(_ text: String) -> Bool {
    let end = text.unicodeScalars.suffix(3).reversed().first {
      !"”’）)」』】》\"' ".unicodeScalars.contains($0)
    }
    return end.map { "。！？!?；;：:.".unicodeScalars.contains($0) } ?? false
  }
}
