import TestSupport

/// Makes up a printed issue together with its truth, from a seed.
struct IssueGenerator {
  private(set) var text = ""
  private(set) var truth: IssueTruth

  private var random: SeededGenerator
  private var lines: [String] = []
  private let hasContents: Bool
  private let leader: String
  private let mark: (opening: String, closing: String)

  init(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    hasContents = Bool.random(using: &random)
    leader = ["......", "……", "\t", " —— ", " .....\t"].pick(&random)
    mark = [("【", "】"), ("## 【", "】"), ("### **【", "】**"), ("〖", "〗"), ("# 〔", "〕")].pick(&random)
    truth = IssueTruth(
      name: "青禾水务简讯", number: Int.random(in: 1...12, using: &random), date: "", stories: [])
    self.random = random
    plan()
    write()
  }
}

// The truth.
extension IssueGenerator {
  private mutating func plan() {
    let titles = IssueWords.titles(Int.random(in: 2...8, using: &random), &random)
    let sections = IssueWords.sections.shuffled(using: &random)
    var section = hasContents && Bool.random(using: &random) ? -1 : 0
    var page = 1
    for title in titles {
      truth.stories.append(story(title, section: section < 0 ? nil : sections[section], page: page))
      page += Int.random(in: 0...2, using: &random)
      if section < 0 || section < 4 && Int.random(in: 0...2, using: &random) == 0 { section += 1 }
    }
  }

  private mutating func story(
    _ title: (unit: String, deed: String), section: String?, page: Int
  ) -> IssueTruth.Story {
    let authors = IssueWords.authors.shuffled(using: &random)
    let isListed = hasContents && section != nil
    return IssueTruth.Story(
      title: title.unit + ["", " "].pick(&random) + title.deed, section: section,
      authors: Array(authors.prefix(Int.random(in: 0...2, using: &random))),
      paragraphs: (0..<Int.random(in: 1...4, using: &random)).map { _ in
        IssueWords.paragraph(&random)
      },
      page: isListed ? page : nil, joinCount: 0)
  }
}

// The file.
extension IssueGenerator {
  private mutating func write() {
    writeMasthead()
    let lead = truth.stories.firstIndex { $0.section != nil } ?? 0
    for index in 0..<lead { write(index) }
    if hasContents { writeContents(from: lead) }
    var section: String?
    for index in lead..<truth.stories.count {
      if let name = truth.stories[index].section, name != section {
        add(mark.opening + name + mark.closing)
        section = name
      }
      write(index)
    }
    writeFooter()
    let lineEnd = ["\n", "\r\n"].pick(&random)
    text = ["", "\u{FEFF}"].pick(&random) + lines.joined(separator: lineEnd)
  }

  private mutating func add(_ line: String) {
    lines += [line, ""]
  }

  private mutating func writeMasthead() {
    add("# " + truth.name)
    let total = Int.random(in: 30...900, using: &random)
    let number = truth.number
    let form = Int.random(in: 0...4, using: &random)
    add(
      [
        "第\(number)期 总第\(total)期", "2024年第\(number)期（总第\(total)期）",
        "〔2024〕第\(number)期（总第\(total)期）",
        "2024 年第 \(number) 期（总第 \(total) 期）", "第\(number)期",
      ][form])
    truth.total = form == 4 ? nil : total
    if Bool.random(using: &random) {
      truth.publisher = "青禾省水务协会秘书处"
      add("青禾省水务协会秘书处")
    }
    let (month, day) = (
      Int.random(in: 1...12, using: &random), Int.random(in: 10...28, using: &random)
    )
    truth.date = "2024-\(month < 10 ? "0" : "")\(month)-\(day)"
    add(
      ["2024年\(month)月\(day)日", "2024.\(month).\(day)", "2024/\(month)/\(day)", truth.date].pick(
        &random))
  }

  private mutating func writeContents(from lead: Int) {
    add(["## 目 录", "目录", "## 本期要目", "**目　录**"].pick(&random))
    let bold = Bool.random(using: &random) ? ("<b>", "</b>") : ("", "")
    var section: String?
    for story in truth.stories[lead...] {
      guard let name = story.section, let page = story.page else { continue }
      if name != section { lines.append("\(bold.0)【\(name)】\(bold.1)\(leader)\(page)") }
      section = name
      lines.append("\(story.title)\(leader)\(page)")
    }
    lines.append("")
  }

  private mutating func writeFooter() {
    guard Bool.random(using: &random) else { return }
    lines += ["---", "", "报：省水务局  ", "省住房和城乡建设厅", ""]
    lines += ["发：各会员单位", "", "编辑：秘书处    电话：（0999）5550199", ""]
  }

  private mutating func write(_ index: Int) {
    let story = truth.stories[index]
    let hashes = ["#", "##", "###"].pick(&random)
    let bold = ["", "**"].pick(&random)
    writeTitle(story.title, hashes: hashes, bold: bold)
    var paragraphs = story.paragraphs
    if story.authors.count == 1, Bool.random(using: &random) {
      add("北岭供水公司 " + story.authors[0])
      for paragraph in paragraphs { writeParagraph(paragraph, of: index) }
      return
    }
    let byline = byline(story.authors)
    let standsAlone = Bool.random(using: &random)
    if !standsAlone { paragraphs[paragraphs.count - 1] += byline }
    for paragraph in paragraphs { writeParagraph(paragraph, of: index) }
    if standsAlone, !byline.isEmpty { add(byline) }
  }

  /// Writes a title, perhaps its unit and the rest as two headings.
  private mutating func writeTitle(_ title: String, hashes: String, bold: String) {
    let parts = title.split(separator: " ", maxSplits: 1)
    guard parts.count == 2, Bool.random(using: &random) else {
      return add("\(hashes) \(bold)\(title)\(bold)")
    }
    add("\(hashes) \(bold)\(parts[0])\(bold)")
    add("\(hashes)\(["", "#"].pick(&random)) \(bold)\(parts[1])\(bold)")
  }

  private mutating func byline(_ authors: [String]) -> String {
    guard !authors.isEmpty else { return "" }
    let names = authors.joined(separator: [" ", "、"].pick(&random))
    return "（" + ["", "供稿：", "通讯员 "].pick(&random) + names + "）"
  }

  /// Writes a paragraph, perhaps cut by a page break between two Chinese characters.
  private mutating func writeParagraph(_ paragraph: String, of index: Int) {
    let characters = Array(paragraph)
    guard characters.count > 50, Bool.random(using: &random) else { return add(paragraph) }
    let cut = Int.random(in: 24..<characters.count - 20, using: &random)
    let (last, next) = (characters[cut - 1], characters[cut])
    guard last != next, !"，。“”（）、".contains(last), !"，。“”（）、".contains(next),
      !next.isASCII
    else { return add(paragraph) }
    add(String(characters[..<cut]))
    let leftover = ["", "— \(cut) —", "---", "# " + truth.name].pick(&random)
    if !leftover.isEmpty { add(leftover) }
    add(String(characters[cut...]))
    truth.stories[index].joinCount += 1
  }
}

extension Array {
  fileprivate func pick(_ random: inout SeededGenerator) -> Element {
    self[Int.random(in: indices, using: &random)]
  }
}
