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

  /// The number or the date that a file name holds: `issue-288.md`, `第99期.md`, `2022-08-30.md`.
  static func parseFileName(_ name: some StringProtocol) -> IssueHeading? {
    let stem = stem(of: Substring(name))
    guard !stem.isEmpty, stem.utf8.count <= maximumHeadingByteCount else { return nil }
    if let serial = serial(of: stem) ?? monthly(stem) { return serial }
    var scanner = LineScanner(stem)
    var previous: Unicode.Scalar?
    while let next = scanner.next {
      if mayBegin(next, after: previous) {
        var run = IssueRun()
        var end = scanner
        run.extend(from: &end)
        if run.hasNumber || run.date != nil {
          let name = self.name(in: stem[..<scanner.index])
          return IssueHeading(
            name: name, number: run.hasNumber ? run.number : nil, date: run.date,
            subtitle: words(in: end.remainder))
        }
      }
      previous = next
      scanner.advance()
    }
    return nil
  }

  private static let maximumHeadingByteCount = 300
  private static let maximumNameLength = 40
  private static let extensions = [
    ".markdown", ".md", ".txt", ".html", ".htm", ".tc", ".zh", ".cn",
  ]
  private static let starters = Set("第总#([年增专特期NnVv0123456789一二三四五六七八九十〇".unicodeScalars)
  private static let edges = Set(" ·.,|:-—–/•_、".unicodeScalars)

  /// A run does not begin inside a numeral or a Latin word.
  private static func mayBegin(_ next: Unicode.Scalar, after previous: Unicode.Scalar?) -> Bool {
    guard starters.contains(next) else { return false }
    guard let previous else { return true }
    if previous.isASCII, next.isASCII, previous.properties.isAlphabetic { return false }
    return !(ChineseNumeral.isPart(previous) && ChineseNumeral.isPart(next))
  }

  private static func heading(of line: Substring, at start: LineScanner) -> IssueHeading? {
    var run = IssueRun()
    var end = start
    run.extend(from: &end)
    guard run.hasNumber || run.date != nil else { return nil }
    let name = name(in: line[..<start.index])
    let rest = end.remainder
    // 第 77 期·2025 年 12 月汇总: after number and date any words may follow, else only words apart.
    let isApart = rest.isEmpty || run.endedAtBlank || beginsApart(rest) || run.date != nil
    guard run.hasNumber || rest.isEmpty, isApart
    else { return nil }
    return IssueHeading(
      name: name, number: run.hasNumber ? run.number : nil, date: run.date,
      subtitle: words(in: rest))
  }

  private static func beginsApart(_ rest: Substring) -> Bool {
    guard let first = LineScanner(rest).next else { return true }
    return edges.contains(first) || "(《“\"【".unicodeScalars.contains(first)
  }

  private static func name(in text: Substring) -> String? {
    guard let words = words(in: text), words.unicodeScalars.count <= maximumNameLength,
      !words.unicodeScalars.contains(where: { "。！？；".unicodeScalars.contains($0) })
    else { return nil }
    guard words.hasPrefix("《"), words.hasSuffix("》") else { return words }
    return String(words.dropFirst().dropLast())
  }

  /// The text without the separators at its ends, and without a bracket that the number left open.
  private static func words(in text: Substring) -> String? {
    func isEdge(_ scalar: Unicode.Scalar) -> Bool { edges.contains(LineFolding.fold(scalar)) }
    var scalars = text.unicodeScalars.drop(while: isEdge)
    while let last = scalars.last, isEdge(last) || LineFolding.fold(last) == "(" {
      scalars = scalars.dropLast()
    }
    let words = Substring(scalars)
    return words.unicodeScalars.contains { $0.properties.isAlphabetic } ? String(words) : nil
  }

  private static func stem(of fileName: Substring) -> Substring {
    var stem = fileName.trimmed
    while let ending = extensions.first(where: { stem.lowercased().hasSuffix($0) }) {
      stem = stem.dropLast(ending.count)
    }
    return stem
  }

  /// `288`, `issue-288`, `plct-monthly-0077`: Latin words and a number at the end.
  private static func serial(of stem: Substring) -> IssueHeading? {
    let scalars = stem.unicodeScalars
    let isDigit = { (scalar: Unicode.Scalar) in ("0"..."9").contains(scalar) }
    let start = scalars.lastIndex { !isDigit($0) }.map(scalars.index(after:)) ?? scalars.startIndex
    let before = scalars[..<start]
    guard let value = ChineseNumeral.value(of: stem[start...]), stem[start...].utf8.count <= 5,
      before.isEmpty || stem[start...].utf8.count < 5,
      before.allSatisfy({
        $0.isASCII && ($0.properties.isAlphabetic || "-_. ".unicodeScalars.contains($0))
      })
    else { return nil }
    return IssueHeading(number: IssueNumber(number: value))
  }

  /// `monthly-0079-Feb-2026`: the number, the month in English and the year.
  private static func monthly(_ stem: Substring) -> IssueHeading? {
    let parts = stem.split { "-_. ".contains($0) }
    guard parts.count >= 2, let year = parts.last.flatMap({ ChineseNumeral.value(of: $0) }),
      let month = months.firstIndex(of: parts[parts.count - 2].prefix(3).lowercased()),
      let date = IssueDate(year: year, month: month + 1)
    else { return nil }
    let number = parts.dropLast(2).last.flatMap { ChineseNumeral.value(of: $0) }
    return IssueHeading(number: number.map { IssueNumber(number: $0) }, date: date)
  }

  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]
}
