import Testing

@testable import Bulletins

/// The forms of weeklies and posts that are written as Markdown, one small file each.
struct WeeklyTests {
  @Test func `the heading may stand in two languages`() {
    let bulletin = parse(
      "# Camellia Weekly - Week 18 in 2016\n# 山茶周报 - 2016年第18周\n\n晴。\n\n## 文章\n\n种树。\n\n## 活动\n\n读书。"
    )
    #expect(bulletin.masthead.name == "山茶周报")
    #expect(bulletin.masthead.number == IssueNumber(year: 2016, number: 18, unit: .week))
    #expect(bulletin.articles.map(\.title).suffix(2) == ["文章", "活动"])
  }

  @Test func `the days that an issue covers are no part of its name`() {
    let masthead = parse("# Weekly 10/07 - 10/14\n\n周报第二期\n\n## 新闻\n\n- 茶树开花了").masthead
    #expect(masthead.name == "Weekly")
    #expect(masthead.number?.number == 2)
  }

  @Test(
    arguments: [
      ("茶场日志 - 2016年第21周和第22周", "茶场日志", 21, 22), ("SRE 茶报 Issue #518", "SRE 茶报", 518, nil),
      ("写给园丁的十句话｜山茶周刊会员邮件 Vol.089", "山茶周刊会员邮件", 89, nil), ("茶讯 - 2026-02-15 0930", "茶讯", nil, nil),
    ] as [(String, String, Int?, Int?)])
  func `a heading has the name apart from number, time and title`(
    heading: String, name: String, number: Int?, last: Int?
  ) {
    let masthead = parse("# \(heading)\n\n## 消息\n\n开门。").masthead
    #expect(masthead.name == name)
    #expect(masthead.number?.number == number)
    #expect(masthead.number?.lastNumber == last)
  }

  @Test func `an entry with a date is no masthead`() {
    let bulletin = parse(
      "## 会议\n\n### [第三届茶树大会 - 2017.08.26](https://example.org/)\n\n## 阅读\n\n### [剪枝](https://example.org/b)\n\n冬天剪枝。"
    )
    #expect(bulletin.articles.map(\.title) == ["第三届茶树大会 - 2017.08.26", "剪枝"])
    #expect(bulletin.masthead.name == nil)
  }

  @Test func `an inner heading with a number is no masthead`() {
    let bulletin = parse("# 茶场访谈\n\n编辑：林小满\n\n## 《茶山夜话》第 16 期 - 选种\n\n选大粒的种子。")
    #expect(bulletin.articles.map(\.title) == ["茶场访谈", "《茶山夜话》第 16 期 - 选种"])
    #expect(bulletin.articles.first?.byline?.authors == ["林小满"])
    #expect(bulletin.masthead.number == nil)
  }

  @Test func `numbered entries need no blank and may be bare addresses`() {
    let bulletin = parse(
      "# 山茶周刊（第 12 期）\n\n## 工具\n\n1.[刀](https://example.org/a)\n\n> 直。\n\n2、https://example.org/b\n\n软。\n\n3、[壶](https://example.org/c)\n\n三升。"
    )
    #expect(bulletin.articles.map(\.title) == ["1.刀", "2、https://example.org/b", "3、壶"])
    #expect(bulletin.cutting == .numberedLinks)
  }

  @Test func `an entry is titled by its link, a description behind it is text`() {
    let bulletin = parse(
      "# 山茶周刊（第 12 期）\n\n## 工具\n\n1、[剪刀](https://example.org/a)：园丁用得最多的工具，也是最旧的一种。\n\n![](https://example.org/a.png)\n\n2、[水壶](https://example.org/b)（中文）：装三升水。\n\n![](https://example.org/b.png)\n\n3.[梯子](https://example.org/c)\n\n![](https://example.org/c.png)"
    )
    #expect(bulletin.articles.map(\.title) == ["1、剪刀", "2、水壶", "3.梯子"])
    #expect(bulletin.articles.map(\.section) == ["工具", "工具", "工具"])
    #expect(bulletin.articles.first?.text.string.contains("也是最旧的一种") == true)
  }

  @Test func `addresses counted under an entry are its references`() {
    let bulletin = parse(
      "# 山茶周刊（第 12 期）\n\n## 研究\n\n1.[嫁接](https://example.org/a)\n\n> 新法。\n\n参考：\n\n1. https://example.org/1\n2. https://example.org/2\n3. https://example.org/3\n\n2.[土壤](https://example.org/b)\n\n> 酸性。\n\n参考：\n\n1. https://example.org/4"
    )
    #expect(bulletin.articles.map(\.title) == ["1.嫁接", "2.土壤"])
  }

  @Test func `a heading above counted meetings is their section, whatever its text`() {
    let bulletin = parse(
      "# 活动\n\n本月的活动。\n\n# 茶山夜话\n\n- 主持：茶社\n- 地点：凉亭\n\n### 《夜话》第 24 期 - 选种\n\n选大粒的。\n\n### 《夜话》第 25 期 - 育苗\n\n三月。\n\n# 读书会\n\n每周五。\n\n晚八点。\n\n## 第六期讨论主题：\n\n水。\n\n## 第七期 讨论主题：\n\n[土](https://example.org)。"
    )
    #expect(
      bulletin.articles.map(\.title).filter { $0.contains("期") } == [
        "《夜话》第 24 期 - 选种", "《夜话》第 25 期 - 育苗", "第六期讨论主题：", "第七期 讨论主题：",
      ])
    #expect(bulletin.articles.last?.section == "读书会")
  }

  @Test(arguments: [("Gao, Xiaoman", ["Gao, Xiaoman"]), ("alice, bob", ["alice", "bob"])])
  func `a family name before a comma is no author of its own`(value: String, authors: [String]) {
    let article = parse("---\ntitle: 茶园通知\nauthor: \(value)\n---\n\n今天开门。\n\n请带水。").articles.first
    #expect(article?.byline?.authors == authors)
  }

  @Test func `a file that is a list of headlines has an entry for each`() {
    let bulletin = parse(
      "\n- 2025-03-12 09:30:00 春茶开采  [新闻详情>>](https://example.org/a)\n- 2025-03-12 11:00:00 水渠修好了  [新闻详情>>](https://example.org/b)\n- 茶价上涨 [详情](https://example.org/c)"
    )
    #expect(bulletin.articles.map(\.title) == ["春茶开采", "水渠修好了", "茶价上涨"])
  }

  @Test(arguments: [
    "- 春茶开采\n- 水渠修好了\n- 茶价上涨", "茶园的安排：\n\n- 9:30 开门\n- 17:30 关门",
  ])
  func `an ordinary list stays text`(text: String) {
    #expect(parse(text).articles.count == 1)
  }

  @Test func `a sentence above several entries does not hide them`() {
    let bulletin = parse("# 山茶周刊：第 2 期\n\n## 先看\n\n一句话说明。\n\n### 苗圃\n\n种下。\n\n### 水渠\n\n挖了。")
    #expect(bulletin.articles.map(\.title) == ["先看", "苗圃", "水渠"])
    #expect(bulletin.articles.map(\.section) == ["先看", "先看", "先看"])
  }

  @Test func `headings in tags are headings`() {
    let bulletin = parse(
      "# 茶山晚报\n\n<div>\n<h2 style=\"margin:0\">园艺</h2>\n\n### 剪枝\n冬天。\n</div>\n\n<h2>天气</h2>\n\n### 多云\n十度。"
    )
    #expect(bulletin.articles.map(\.section) == ["园艺", "天气"])
  }

  @Test func `bold lines above bold lines are sections, calls to the reader are nothing`() {
    let bulletin = parse(
      "---\ntitle: \"茶社周报｜新茶上市\"\n---\n\n## 茶社周报 | 每周精选\n\n**欢迎留言～**\n\n**会议回顾**\n\n**苗圃：**\n\n**主题**：会议"
    )
    #expect(bulletin.masthead.name == "茶社周报")
    #expect(bulletin.articles.map(\.title).last == "苗圃：")
    #expect(bulletin.articles.last?.section == "会议回顾")
  }

  @Test(arguments: [
    "作者：林小满", "- 作者：林小满", "作者: 林小满 / 校对：陈一", "撰文｜林小满", "> 原文：[茶](https://example.org)\n\n编辑整理：林小满",
  ])
  func `the author stands under the title`(line: String) {
    let article = parse("# 茶山热点\n\n\(line)\n\n春茶三月开采。\n\n采茶要早。").articles.first
    #expect(article?.byline?.authors == ["林小满"])
    #expect(article?.text.string.contains("林小满") == false)
  }

  @Test func `a list of contributors is no byline, and its lines are not joined`() {
    let bulletin = parse(
      "# 茶山书讯\n\n## 愿望\n\n- 一名园丁救起一只鹿\n\n一位老人种了一辈子茶\n\n一个孩子学会了嫁接\n\n## 贡献者\n\n- `@alpha`（林小满）\n- `@beta`（王春生）"
    )
    #expect(bulletin.articles.allSatisfy { $0.byline == nil && $0.joins.isEmpty })
    #expect(bulletin.articles.first?.text.string.split(separator: "\n").count == 3)
  }

  @Test func `paragraphs of a text that has no pages stay apart`() {
    let first = "会议要求各单位在汛期到来之前完成取水口的清淤工作，并把备用水源的启用方案报省水务协"
    let bulletin = parse("# 山茶周刊\n\n## 清淤\n\n\(first)\n\n会秘书处备案。")
    #expect(bulletin.joinCount == 0)
  }

  @Test func `a letter ends with name and date`() {
    let bulletin = parse("# 茶山書訊\n\n## 三月通訊\n\n各位家長：\n\n茶園開門了。\n\n林小滿校長\n\n二零一三年十二月二日")
    #expect(bulletin.masthead.date?.description == "2013-12-02")
    #expect(bulletin.articles.last?.byline?.authors == ["林小滿"])
  }

  @Test func `what happens once is not the name of a bulletin`() {
    let masthead = parse("# 春季运动会圆满落幕\n\n## 经过\n\n跑步。\n\n## 结果\n\n第一。").masthead
    #expect(masthead.name == nil)
    #expect(masthead.claims.first?.title == "春季运动会圆满落幕")
  }
}
