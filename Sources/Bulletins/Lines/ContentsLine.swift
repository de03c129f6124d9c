/// A line of the contents: 山西召开数字经济发展峰会 .....	1.
struct ContentsLine: Equatable {
  /// What leads the eye from the title to the page.
  enum Leader: Equatable {
    case dots, ellipsis, dashes, tab, blanks, slash
  }

  /// The title without bullets and mark-up; for a section the name inside its mark.
  var title: String
  /// Whether the title is a section mark.
  var isSection: Bool
  var leader: Leader?
  var page: PageRange?

  /// Any short line can stand in the contents; without a leader it has no page.
  ///
  /// Nil if the line is blank, longer than a title can be, or of leaders alone.
  static func parse(_ line: Substring) -> ContentsLine? {
    guard line.utf8.count <= maximumByteCount else { return nil }
    let plain = Markup.withoutBold(line)
    var rest = Substring(plain).trimmed
    let withPage = takePage(from: &rest)
    var leader = takeLeader(from: &rest)
    var page = withPage?.page
    if leader == nil, page != nil, rest.unicodeScalars.last.map(isSlash) == true,
      !rest.contains("://")
    {
      rest = Substring(rest.unicodeScalars.dropLast())
      leader = takeLeader(from: &rest) ?? .slash
    } else if leader == nil, let before = withPage?.before {
      // Without a leader the number belongs to the title.
      rest = before
      page = nil
    }
    let title = withoutBullets(rest)
    guard title.unicodeScalars.contains(where: { $0.properties.isAlphabetic }) else { return nil }
    let section = SectionMark.parse(title)
    return ContentsLine(
      title: section ?? String(title), isSection: section != nil,
      leader: leader, page: page)
  }

  /// Whether the line is the heading of the contents: 目 录, 本期要目, ≡本期要目≡.
  static func isHeading(_ line: Substring) -> Bool {
    guard line.utf8.count <= maximumHeadingByteCount else { return false }
    var name = String.UnicodeScalarView()
    var count = 0
    for scalar in line.unicodeScalars.lazy.map(LineFolding.fold)
    where LineFolding.isHan(scalar) || scalar.properties.isAlphabetic {
      // Nearly every line ends here: this is asked of all lines of a file.
      count += 1
      guard count <= longestHeading else { return false }
      name.append(scalar)
    }
    guard headings.contains(String(name)) else { return false }
    return !Markup.stripped(line).unicodeScalars.contains(where: isProse)
  }

  /// Whether a title says that a text tells in short what the others are about: 新闻摘要, 本期节目主要内容：.
  static func isSummaryHeading(_ line: String) -> Bool {
    guard line.utf8.count <= maximumHeadingByteCount else { return false }
    if isHeading(line[...]) { return true }
    let name = line.unicodeScalars.map(LineFolding.fold).filter {
      LineFolding.isHan($0) || $0.properties.isAlphabetic
    }
    let text = String(String.UnicodeScalarView(name))
    return name.count <= longestSummaryHeading && summaryEndings.contains(where: text.hasSuffix)
  }

  private static let longestSummaryHeading = 12
  private static let summaryEndings = [
    "摘要", "提要", "目录", "导读", "要目", "看点", "速览", "概览", "主要内容", "本期内容", "索引", "一览",
  ]
  private static let maximumByteCount = 480
  private static let maximumHeadingByteCount = 90
  /// Three, because two may be a slip and one a full stop.
  private static let minimumDotCount = 3
  private static let headings: Set<String> = [
    "目录", "本期目录", "本期要目", "要目", "本期导读", "导读", "内容提要", "本期提要", "目次",
    "内容导读", "要目导读", "本期内容", "目录CONTENTS", "CONTENTS", "目录Contents", "Contents",
  ]

  /// The letters of the longest of these names.
  private static let longestHeading = headings.map(\.unicodeScalars.count).max() ?? 0

  private static func isProse(_ scalar: Unicode.Scalar) -> Bool {
    switch LineFolding.fold(scalar) {
    case "。", ",", ";", "/", "<", "!", "0"..."9": true
    default: false
    }
  }

  private static func isSlash(_ scalar: Unicode.Scalar) -> Bool {
    LineFolding.fold(scalar) == "/"
  }

  /// Takes `3`, `1-3`, `(3)`, `第3页` or `P3` off the right end.
  private static func takePage(
    from rest: inout Substring
  ) -> (page: PageRange, before: Substring)? {
    let scalars = rest.unicodeScalars
    let start =
      scalars.lastIndex { !isPagePart(LineFolding.fold($0)) }
      .map(scalars.index(after:)) ?? scalars.startIndex
    var scanner = LineScanner(rest[start...])
    scanner.skip { !("0"..."9").contains($0) }
    let digits = scanner.index
    guard let first = scanner.takeNumeral(), first < maximumPage else { return nil }
    scanner.skipBlanks()
    var last = first
    if !scanner.take(while: isDash).isEmpty {
      scanner.skipBlanks()
      guard let end = scanner.takeNumeral(), end >= first, end < maximumPage else { return nil }
      last = end
    }
    scanner.skip { $0 == " " || $0 == ")" || $0 == "页" }
    guard scanner.isAtEnd else { return nil }
    let before = rest
    rest = withoutPageMarks(rest[..<digits])
    return (PageRange(first: first, last: last), before)
  }

  private static let maximumPage = 2000

  private static func isPagePart(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "0"..."9", "-", "–", "~", " ", ")", "页": true
    default: false
    }
  }

  /// Drops the opening of (3), 第3页 or P3, and no blank before it: blanks are leaders.
  private static func withoutPageMarks(_ text: Substring) -> Substring {
    let scalars = text.unicodeScalars
    guard let last = scalars.last else { return text }
    switch LineFolding.fold(last) {
    case "(", "第", "P", "p": return Substring(scalars.dropLast())
    default: return text
    }
  }

  /// Takes the leader off the right end; blanks around it go too.
  private static func takeLeader(from rest: inout Substring) -> Leader? {
    let scalars = rest.unicodeScalars
    let end = scalars.lastIndex { !isLeaderPart($0) }.map(scalars.index(after:))
    let run = scalars[(end ?? scalars.startIndex)...]
    rest = Substring(scalars[..<(end ?? scalars.startIndex)])
    let dots = run.count { ".．·•。‥_".unicodeScalars.contains($0) }
    let dashes = run.count(where: isDash)
    if run.contains("…") || run.contains("⋯") { return .ellipsis }
    if dots >= minimumDotCount { return .dots }
    if dashes >= 2 { return .dashes }
    if dots + dashes > 0 {
      rest = Substring(rest.base[rest.startIndex..<run.endIndex]).trimmed
      return nil
    }
    if run.contains("\t") { return .tab }
    return run.count >= 2 ? .blanks : nil
  }

  private static func isLeaderPart(_ scalar: Unicode.Scalar) -> Bool {
    LineFolding.isBlank(scalar) || isDash(scalar) || ".．·•。‥_…⋯".unicodeScalars.contains(scalar)
  }

  private static func isDash(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "-", "－", "\u{2010}"..."\u{2015}", "\u{2500}", "~", "～": true
    default: false
    }
  }

  private static func withoutBullets(_ text: Substring) -> Substring {
    let trimmed = text.trimmed
    var scalars = trimmed.unicodeScalars
    let bullets = "·•●○◎▪*+-–".unicodeScalars
    scalars = scalars.drop { bullets.contains($0) || LineFolding.isBlank($0) || $0 == "#" }
    return Substring(scalars)
  }
}
