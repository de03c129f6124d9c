/// Makes up files whose numbers, pages, dates, names and fields have every shape, also ones that nobody prints.
public struct HostileFile {
  /// The name, with its folders; the same for several files now and then.
  public let name: String
  public let bytes: [UInt8]

  public init(using random: inout SeededGenerator) {
    let maker = Maker(random: random)
    (name, bytes, random) = maker.made()
  }
}

/// Keeps the generator of random numbers, so that what is written reads as the file does.
private struct Maker {
  var random: SeededGenerator

  func made() -> (String, [UInt8], SeededGenerator) {
    var maker = self
    let file =
      maker.happens(in: 5) ? maker.documents() : maker.happens(in: 6) ? maker.page() : maker.issue()
    var bytes = Array(file.text.utf8)
    if maker.happens(in: 6), !bytes.isEmpty {
      bytes[Int.random(in: bytes.indices, using: &maker.random)] = maker.one(of: [
        0, 0x1F, 0x80, 0xFF,
      ])
    }
    return (maker.name() + file.suffix, bytes, maker.random)
  }

  mutating func one<Value>(of values: [Value]) -> Value {
    values[Int.random(in: values.indices, using: &random)]
  }

  mutating func happens(in count: Int) -> Bool { Int.random(in: 0..<count, using: &random) == 0 }
}

// MARK: - Parts

extension Maker {
  mutating func number() -> String {
    one(of: [
      "0", "00", "1", "7", "92", "007", "1999", "2000", "2024", "2147483646", "2147483647",
      "2147483648", "4294967295", "9223372036854775807", "9223372036854775808",
      "123456789012345678901234567890", "-1", "-0", "1.5", "１２", "〇", "零", "一", "十二", "二〇二四",
      "一百零八", "万", "亿亿亿", "Ⅳ", "①", "㉛", "",
    ])
  }

  private mutating func range() -> String {
    number() + one(of: ["", "", "-", "--", "–", "~", "至", "/", "、", " - "])
      + one(of: ["", number()])
  }

  mutating func date() -> String {
    let marks = one(of: [("年", "月", "日"), ("-", "-", ""), (".", ".", ""), ("/", "/", "")])
    let year = one(of: ["2024", "1899", "1900", "2099", "2100", "0", "24", "二〇二四", number()])
    let month = one(of: ["1", "05", "12", "13", "0", "00", number()])
    let day = one(of: ["1", "05", "29", "30", "31", "32", "0", number()])
    return one(of: [
      year + marks.0 + month + marks.1 + day + marks.2, year + marks.0 + month + marks.1,
      "\(month)月\(day)日", "\(year)年", "2023年2月29日", "2024年2月29日", date2(), "今天",
    ])
  }

  private func date2() -> String { "2024-02-30T25:61:61Z" }

  mutating func text() -> String {
    one(of: [
      "青禾水务", "水", "检修 泵站", "a", "ABC公司", "", " ", "\u{3000}", "\u{1F}", "水\u{1F}位",
      "\u{0}", "\u{1B}[31m", "\u{FEFF}水", "\u{202E}", "\u{FFFD}", "👩‍🌾", "水\u{301}", "\u{FDFA}", "ß",
      "[水](a.md)", "![](b.png)", "**水", "水**", "`水`", "<b>水", "&amp;水&#0;&#x110000;&#31;", "水[^1]",
      "\\#",
      "报：水务局", "（沈青）", "（供稿：）", "沈青 沈青 沈青", "— 1 —", "---", "第1期", "目录", "|", "：", "·",
      String(repeating: "水", count: 400), String(repeating: "水 ", count: 200),
    ]) + one(of: ["", "", "", "位", "\(NastyText.text(3, using: &random))"])
  }

  mutating func name() -> String {
    one(of: ["", "", "", "刊/", "2024/", "第\(number())期/", "a b/", "总\(number())/", "：/"])
      + one(
        of: [
          "a", "b", "92", number(), "第\(range())期", "\(number())年第\(number())期", "2024-05-31",
          "水：位",
          "青禾简讯第\(number())期", "-", "issue-\(number())", "a:1:2", "\u{1B}", "=",
        ].map { String($0.filter { $0 != "/" }) })
  }
}

// MARK: - Files

extension Maker {
  /// Documents as lines of JSON.
  private mutating func documents() -> (text: String, suffix: String) {
    var text = ""
    for _ in 0..<Int.random(in: 0...6, using: &random) {
      let id = one(of: [
        "\"\(number())\"", "1", "-1", "9223372036854775807", "1e3", "\"\"", "null", "\"水-\\u001f\"",
      ])
      let title = one(of: [
        "\"水\"", "\"\"", "null", "\"a\\u001fb\"", "7", "\"\\ud83d\\ude00\"", "\"\\ud83d\"",
      ])
      let body = one(of: [
        "\"水位\\n检修\"", "\"\"", "\"\\u0000\\u001f\"", "\" \"", "[]", "\"\\ufeff\"",
      ])
      let date = one(of: ["\"\(date())\"", "null", "20240531", "\"2024-5\"", "\"--\""])
      text +=
        "{\"id\":\(id),\"title\":\(title),\"\(one(of: ["body", "text"]))\":\(body),\"date\":\(date)}"
      text += one(of: ["\n", "\r\n", "\n\n", " \n", ""])
    }
    return (text, ".jsonl")
  }

  private mutating func page() -> (text: String, suffix: String) {
    var text = one(of: ["<!DOCTYPE html>", "", "<?xml?>"])
    text += "<html><head><title>\(self.text())</title><meta name=date content=\"\(date())\">"
    text += "<meta property=\"article:published_time\" content=\"\(date())\"></head><body>"
    for _ in 0..<Int.random(in: 0...5, using: &random) {
      let tag = one(of: ["h1", "h2", "p", "div", "li", "td", "article", "pre", "script", "b"])
      text += "<\(tag)>\(self.text())\(one(of: ["</\(tag)>", "", "</x>"]))\n"
    }
    return (text, one(of: [".html", ".htm"]))
  }

  /// An issue whose parts are there or not, and in an order that some bulletin may have.
  private mutating func issue() -> (text: String, suffix: String) {
    var lines: [String] = []
    if happens(in: 4) {
      lines += ["---", "title: \(text())", "date: \(date())", "issue: \(number())", "---"]
    }
    if !happens(in: 3) {
      lines += ["# \(text())", "", numbers(), "", one(of: [text(), "青禾省水务协会秘书处"]), "", date(), ""]
    }
    let titles = (0..<Int.random(in: 0...6, using: &random)).map { _ in text() }
    if happens(in: 2) { lines += contents(titles) }
    for title in titles {
      lines.append(
        one(of: ["## ", "# ", "### **", "", "【", "## 【"]) + title + one(of: ["", "】", "**"]))
      lines += [
        "", one(of: [text(), "（\(text()) \(text())）", ""]), "", text() + text(), "", text(),
      ]
    }
    if happens(in: 5) {
      for _ in 0..<Int.random(in: 0...1_300, using: &random) { lines.append(numbers()) }
    }
    if happens(in: 3) { lines += ["报：\(text())", "发：\(text())", "编辑：\(text())  电话：\(number())"] }
    return (lines.joined(separator: one(of: ["\n", "\r\n", "\r"])), one(of: [".md", ".txt"]))
  }

  private mutating func numbers() -> String {
    one(of: [
      "第\(range())期", "\(number())年第\(range())期（总第\(range())期）", "总第\(range())期", "增刊\(number())",
      "第\(number())卷第\(range())期", "第\(range())辑 上", "Vol. \(number()) No. \(range())",
      "第\(range())期专刊",
      "# 青禾周报 第\(range())期", "# 青禾周报｜\(text())", "（\(date())）第\(number())期", "第 \(range()) 周",
    ])
  }

  private mutating func contents(_ titles: [String]) -> [String] {
    var lines = [one(of: ["## 目 录", "目录", "本期要目", "CONTENTS"]), ""]
    for title in titles {
      let leader = one(of: [" .....\t", "……", "\t", " —— ", "  ", " / ", ""])
      lines.append(
        title + leader + one(of: [range(), "(\(range()))", "第\(range())页", "P\(number())", ""]))
    }
    return lines + [""]
  }
}
