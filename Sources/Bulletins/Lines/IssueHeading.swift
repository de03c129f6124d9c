/// A heading or a file name that holds the name of the bulletin beside its number or date:
/// `# 某某周刊（第 288 期）：副题`.
struct IssueHeading: Equatable {
  var name: String?
  var number: IssueNumber?
  var date: IssueDate?
  var subtitle: String?
}

extension IssueLine {
  /// The name, number, date and subtitle of a heading; nil unless a name stands before a number, or
  /// before a date that ends the line.
  static func parseHeading(_ line: Substring) -> IssueHeading? {
    guard line.utf8.count <= maximumHeadingByteCount else { return nil }
    let bare = Markup.stripped(line)
    var scanner = LineScanner(bare)
    var previous: Unicode.Scalar?
    while let next = scanner.next {
      if mayBegin(next, after: previous), let heading = heading(of: bare, at: scanner) {
        // A line that begins with the number has no name: 第8期 总第92期.
        return heading.name == nil ? nil : heading
      }
      previous = next
      scanner.advance()
    }
    return nil
  }

  static let maximumHeadingByteCount = 300
  private static let maximumNameLength = 40
  private static let starters = Set("第总#([年增专特期NnVv0123456789一二三四五六七八九十〇".unicodeScalars)
  private static let edges = Set(" ·.,|:-—–/•_、".unicodeScalars)

  /// A run does not begin inside a numeral or a Latin word.
  static func mayBegin(_ next: Unicode.Scalar, after previous: Unicode.Scalar?) -> Bool {
    guard starters.contains(next) else { return false }
    guard let previous else { return true }
    if previous.isASCII, next.isASCII, previous.properties.isAlphabetic { return false }
    return !(ChineseNumeral.isPart(previous) && ChineseNumeral.isPart(next))
  }

  private static func heading(of line: Substring, at start: LineScanner) -> IssueHeading? {
    var run = IssueRun()
    var end = start
    run.extend(from: &end)
    guard run.hasNumber || run.date != nil || run.hasDayRange else { return nil }
    let name = name(in: line[..<start.index])
    let rest = withoutClosing(end.remainder, of: line[..<start.index])
    // 第 77 期·2025 年 12 月汇总: after number and date any words may follow, else only words apart.
    let isClosed = rest.utf8.count < end.remainder.utf8.count
    let isApart =
      rest.isEmpty || isClosed || run.endedAtBlank || beginsApart(rest) || run.date != nil
    guard run.hasNumber || rest.isEmpty, isApart
    else { return nil }
    let heading = IssueHeading(
      name: name, number: run.hasNumber ? run.number : nil, date: run.date,
      subtitle: words(in: rest))
    return heading.withNameAlone()
  }

  /// The rest without the partner of a bracket that the name stands behind.
  private static func withoutClosing(_ rest: Substring, of name: Substring) -> Substring {
    guard let first = LineScanner(name.trimmed).rest.first, let closer = brackets[first],
      !name.unicodeScalars.contains(closer), rest.unicodeScalars.first == closer
    else { return rest }
    return rest.dropFirst().trimmed
  }

  fileprivate static func isEdge(_ scalar: Unicode.Scalar) -> Bool {
    edges.contains(LineFolding.fold(scalar))
  }

  static func beginsApart(_ rest: Substring) -> Bool {
    guard let first = LineScanner(rest).next else { return true }
    return edges.contains(first) || "(《“\"【".unicodeScalars.contains(first)
  }

  static func name(in text: Substring) -> String? {
    guard let words = words(in: text), words.unicodeScalars.count <= maximumNameLength,
      !words.unicodeScalars.contains(where: { "。！？；".unicodeScalars.contains($0) })
    else { return nil }
    return withoutBrackets(words)
  }

  /// The name in a pair of brackets, or behind one that the number stands in too: 【岚江周刊 第8期】.
  private static func withoutBrackets(_ words: String) -> String? {
    guard let first = words.unicodeScalars.first, let closer = brackets[first] else { return words }
    let inner = words.unicodeScalars.dropFirst()
    guard let end = inner.firstIndex(of: closer) else { return self.words(in: Substring(inner)) }
    let isPair = inner.index(after: end) == inner.endIndex
    return isPair ? self.words(in: Substring(inner[..<end])) : words
  }

  private static let brackets: [Unicode.Scalar: Unicode.Scalar] = [
    "《": "》", "【": "】", "「": "」", "『": "』", "〖": "〗", "〔": "〕", "［": "］", "[": "]", "“": "”",
  ]

  /// The text without the separators at its ends, and without a bracket that the number left open.
  static func words(in text: Substring) -> String? {
    var scalars = text.unicodeScalars.drop(while: isEdge)
    while let last = scalars.last, isEdge(last) || LineFolding.fold(last) == "(" {
      scalars = scalars.dropLast()
    }
    let words = Substring(scalars)
    return words.unicodeScalars.contains { $0.properties.isAlphabetic } ? String(words) : nil
  }
}

extension IssueHeading {
  /// The heading with the name alone as its name: without Issue, No and Vol at its end, and without the title
  /// that stands beside it in 写给园丁的十句话｜山茶周刊会员邮件 Vol.089.
  fileprivate func withNameAlone() -> IssueHeading {
    guard let name else { return self }
    var result = self
    if let (part, rest) = PeriodicalName.part(of: name) {
      result.name = part
      if result.subtitle == nil { result.subtitle = rest }
    }
    result.name = result.name.flatMap { PeriodicalName.withoutCounter($0) }
    return result
  }
}
