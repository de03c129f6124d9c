/// Finds entries without headings within an article of a newsletter: paragraphs that begin with a
/// number and a link, `1、[题目](url)`, or, where the file has no headings for them, bold lines.
enum EntrySplitter {
  /// A single numbered paragraph is a remark, unless it is all there is under a heading.
  private static let fewestEntries = 2

  struct Result {
    var outline: Outline
    var cutting: Cutting
    /// The ways for which there are entries that were not taken for some.
    var others: Set<Cutting> = []
  }

  /// Splits those articles of an outline that are lists of entries; their titles become sections.
  ///
  /// - Parameters:
  ///   - outline: The outline.
  ///   - marked: The file.
  ///   - wish: How the siblings of the issue are divided: a single entry is one if theirs are.
  /// - Returns: The outline, and how it was divided.
  static func split(_ outline: Outline, in marked: inout MarkedFile, as wish: Cutting?) -> Result {
    if let entries = boldEntries(of: outline, in: &marked, isWished: wish == .boldLines) {
      return Result(outline: entries, cutting: .boldLines)
    }
    var others = hasBoldEntry(outline, in: marked) ? Set([Cutting.boldLines]) : []
    var cutting = Cutting.headings
    var result = Outline()
    result.sections = outline.sections
    for article in outline.articles {
      let (possible, likely) = entryLines(article.body, in: marked)
      if likely.isEmpty, !possible.isEmpty { others.insert(.numberedLinks) }
      let starts = wish == .numberedLinks ? possible : likely
      // A longer name would be one of each of its articles.
      guard !starts.isEmpty, !article.isLead,
        let titleLine = article.titleLines.first, marked.file.shortString(titleLine) != nil
      else {
        result.append(article)
        continue
      }
      marked.roles[titleLine] = .section
      cutting = .numberedLinks
      appendEntries(starts, of: article, under: titleLine, to: &result, in: &marked)
    }
    result.sortByLine()
    return Result(outline: result, cutting: cutting, others: others)
  }

  private static func appendEntries(
    _ starts: [Int], of article: ArticleDraft, under titleLine: Int, to result: inout Outline,
    in marked: inout MarkedFile
  ) {
    let name = marked.file.string(titleLine).replacingLineFeeds()
    result.sections.append(SectionDraft(name: name, line: titleLine))
    let section = result.sections.count - 1
    if let first = marked.nextOpen(article.body.lowerBound, before: starts[0]) {
      result.append(
        ArticleDraft(
          titleLines: [], title: BorrowedTitle(text: name, line: titleLine), section: section,
          body: first..<starts[0]))
    }
    appendEntries(
      starts, end: article.body.upperBound, section: section, to: &result, in: &marked)
  }

  /// The entries of a file that is one article and whose bold lines stand above paragraphs.
  private static func boldEntries(
    of outline: Outline, in marked: inout MarkedFile, isWished: Bool
  ) -> Outline? {
    guard outline.articles.count == 1, let article = outline.articles.first else { return nil }
    let bold = boldTitles(article.body, in: marked)
    let ends = bold.dropFirst() + [article.body.upperBound]
    // A bold line right above another one is the name of what follows.
    let isSection = zip(bold, ends).map { start, end in
      end < article.body.upperBound && marked.nextOpen(start + 1, before: end) == nil
    }
    let titles = zip(bold, isSection).filter { !$1 }.map(\.0)
    let isCut =
      areDescribed(titles, article.body, in: marked)
      || titles.count == 1 && (isWished || isSection.contains(true))
    guard let first = bold.first, isCut else { return nil }
    var result = outline
    result.articles = []
    marked.set(.masthead, article.titleLines)
    if let opening = marked.nextOpen(article.body.lowerBound, before: first) {
      var lead = article
      lead.title =
        article.titleLines.first.map { BorrowedTitle(text: marked.file.string($0), line: $0) }
        ?? article.title
      lead.titleLines = []
      lead.body = opening..<first
      lead.isLead = true
      result.append(lead)
    }
    var section: Int?
    for (index, start) in bold.enumerated() {
      if isSection[index] {
        marked.roles[start] = .section
        result.sections.append(SectionDraft(name: marked.file.string(start), line: start))
        section = result.sections.count - 1
      } else {
        let end = index + 1 < bold.count ? bold[index + 1] : article.body.upperBound
        appendEntries([start], end: end, section: section, to: &result, in: &marked)
      }
    }
    return result
  }

  /// Whether a file that is one article has a bold line that may be a title.
  private static func hasBoldEntry(_ outline: Outline, in marked: MarkedFile) -> Bool {
    guard outline.articles.count == 1, let article = outline.articles.first else { return false }
    return boldTitles(article.body, in: marked).count == 1
  }

  /// The bold lines that may be titles: a label that returns, 议题：, is none.
  private static func boldTitles(_ body: Range<Int>, in marked: MarkedFile) -> [Int] {
    let lines = body.filter { isBoldTitle($0, in: marked) }
    var counts: [String: Int] = [:]
    for line in lines { counts[marked.file.string(line), default: 0] += 1 }
    return lines.filter { line in
      let text = marked.file.string(line)
      return counts[text] == 1 || !(text.hasSuffix("：") || text.hasSuffix(":"))
    }
  }

  /// Whether a bold line may be a title: no call to the reader.
  private static func isBoldTitle(_ index: Int, in marked: MarkedFile) -> Bool {
    guard marked.isOpen(index), marked.file.lines[index].isBold,
      let last = marked.file.string(index).unicodeScalars.last
    else { return false }
    return !"～~！!。，,；;…".unicodeScalars.contains(last)
  }

  private static func appendEntries(
    _ starts: [Int], end: Int, section: Int?, to result: inout Outline, in marked: inout MarkedFile
  ) {
    for (start, next) in zip(starts, starts.dropFirst() + [end]) {
      if case .link(_, let title?) = numberedLine(start, in: marked) {
        // What is said behind the link on the same line is text.
        result.append(
          ArticleDraft(
            titleLines: [], title: BorrowedTitle(text: title, line: start), section: section,
            body: start..<next))
        continue
      }
      marked.roles[start] = .title
      result.append(
        ArticleDraft(titleLines: [start], section: section, body: start + 1..<next))
    }
  }

  /// Whether text or a picture follows most of the lines.
  ///
  /// A list of links without a word about them is a list of references.
  private static func areDescribed(
    _ starts: [Int], _ body: Range<Int>, in marked: MarkedFile
  ) -> Bool {
    let described = zip(starts, starts.dropFirst() + [body.upperBound]).count { start, end in
      (start + 1..<end).contains { marked.isOpen($0) || marked.file.lines[$0].kind == .image }
    }
    return starts.count >= fewestEntries && described * 2 > starts.count
  }

  /// The lines that may begin an entry, and those of them that do if no sibling says so.
  private static func entryLines(
    _ body: Range<Int>, in marked: MarkedFile
  ) -> (possible: [Int], likely: [Int]) {
    var entries: [Int] = []
    var last: Int?
    let lines = body.filter { marked.isOpen($0) }
    let kinds = lines.map { numberedLine($0, in: marked) }
    for (position, kind) in kinds.enumerated() {
      switch kind {
      case .link(let number, _): last = number
      case .address(let number):
        // Addresses below one another, or counted anew under an entry, are its references.
        let isAlone =
          !(position > 0 && kinds[position - 1].isAddress)
          && !(position + 1 < kinds.count && kinds[position + 1].isAddress)
        guard isAlone, last.map({ $0 + 1 == number }) ?? true else { continue }
        last = number
      case .other: continue
      }
      entries.append(lines[position])
    }
    if entries.count == 1, entries.first == lines.first, case .link(_, let described) = kinds[0] {
      return (entries, lines.count > 1 || described != nil ? entries : [])
    }
    return (entries, areDescribed(entries, body, in: marked) ? entries : [])
  }

  /// How many bytes may stand behind the link and belong to the title: （英文）.
  private static let longestRemark = 30

  private enum NumberedLine {
    /// `1、[题目](url)`; the title is given where a description stands behind the link.
    case link(number: Int, title: String?)
    /// `1、https://…`.
    case address(number: Int)
    case other

    var isAddress: Bool {
      if case .address = self { true } else { false }
    }
  }

  private static func numberedLine(_ index: Int, in marked: MarkedFile) -> NumberedLine {
    let line = marked.file.lines[index]
    guard line.kind == .text || line.kind == .listItem,
      let first = marked.file.text[line.text].first, isDigit(first)
    else { return .other }
    var source = marked.file.source[line.bytes].drop { !isDigit($0) }
    let digits = source.prefix(while: isDigit)
    source = source.dropFirst(digits.count)
    guard digits.count <= 3, let mark = marks.first(where: { source.starts(with: $0) }) else {
      return .other
    }
    let number = digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    source = source.dropFirst(mark.count).drop { $0 == 0x20 || $0 == UInt8(ascii: "*") }
    let isShort = line.text.count <= ReadFile.shortByteCount
    if addresses.contains(where: { source.starts(with: $0) }) {
      return isShort && !source.contains { $0 == 0x20 } ? .address(number: number) : .other
    }
    guard source.first == UInt8(ascii: "["), let close = source.lastIndex(of: UInt8(ascii: ")"))
    else { return .other }
    if let title = describedTitle(source, of: line, in: marked.file) {
      return .link(number: number, title: title)
    }
    guard isShort, source.distance(from: close, to: source.endIndex) <= longestRemark else {
      return .other
    }
    return .link(number: number, title: nil)
  }

  /// The visible text up to the end of the link of `[题目](url)：…` or `[题目](url)（中文）：…`.
  private static func describedTitle(
    _ source: ArraySlice<UInt8>, of line: Line, in file: ReadFile
  ) -> String? {
    guard let bracket = source.firstIndex(of: UInt8(ascii: "]")),
      source[bracket...].dropFirst().first == UInt8(ascii: "("),
      let close = source[bracket...].firstIndex(of: UInt8(ascii: ")"))
    else { return nil }
    let rest = source[(close + 1)...]
    let remark = rest.prefix(longestRemark)
    let isDescribed =
      descriptionMarks.contains { rest.starts(with: $0) }
      || rest.starts(with: openingBracket)
        && remark.indices.contains { position in
          remark[position...].starts(with: closingBracket)
            && descriptionMarks.contains {
              rest[position...].dropFirst(closingBracket.count).starts(with: $0)
            }
        }
    guard isDescribed,
      let piece = file.pieces[line.pieces].last(where: { $0.sourceOffset < bracket })
    else { return nil }
    let end = piece.textOffset + min(piece.count, bracket - piece.sourceOffset)
    guard end - line.text.lowerBound <= ReadFile.shortByteCount, end > line.text.lowerBound else {
      return nil
    }
    return String(decoding: file.text[line.text.lowerBound..<end], as: UTF8.self)
  }

  private static let descriptionMarks = ["：", ":"].map { Array($0.utf8) }
  private static let openingBracket = Array("（".utf8)
  private static let closingBracket = Array("）".utf8)
  private static let marks = ["、", ".", "．", ")", "）"].map { Array($0.utf8) }
  private static let addresses = ["http://", "https://", "<http"].map { Array($0.utf8) }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}

extension Outline {
  /// Puts sections and articles in the order of the file after some were added late.
  mutating func sortByLine() {
    let order = sections.indices.sorted { sections[$0].line < sections[$1].line }
    var place = [Int](repeating: 0, count: order.count)
    for (new, old) in order.enumerated() { place[old] = new }
    sections = order.map { sections[$0] }
    for index in articles.indices {
      articles[index].section = articles[index].section.map { place[$0] }
    }
  }
}
