import Testing

@testable import Bulletins

/// A file that has several issues, each below a heading with its number.
struct VolumeTests {
  private static func issues(_ text: String, path: String = "2024-01-05-weekly.md") -> [Bulletin] {
    BulletinParser().issues(Array(text.utf8), path: path)
  }

  private static let preface = """
    ---
    title: '山茶周刊第一季精华合集（1~3）'
    pubDate: 2024-01-05
    author: '林舟'
    ---

    各位读者，这是第一季的合集。


    """

  /// An issue with two entries.
  private static func issue(_ number: Int, day: Int) -> String {
    """
    ## [第\(number)期（2023-05-\(day)）](https://example.org/\(number))

    ### 茶园

    1、[茶园\(number)之一](https://example.org/\(number)/1)

    今年的春茶比去年早了十天，\(number)号茶园已经开采。

    2、[茶园\(number)之二](https://example.org/\(number)/2)

    雨水偏少，\(number)号水塔每日供水两次。

    ---


    """
  }

  private static let volume =
    preface + issue(1, day: 13) + issue(2, day: 20) + issue(3, day: 27)

  private static func numbers(_ issues: [Bulletin]) -> [Int?] {
    issues.map { $0.masthead.number?.number }
  }

  @Test func `each issue has the number and the date of its heading`() {
    let issues = Self.issues(Self.volume)
    #expect(Self.numbers(issues) == [1, 2, 3])
    #expect(issues.map(\.masthead.date?.day) == [13, 20, 27])
    #expect(issues.map(\.masthead.date?.year) == [2023, 2023, 2023])
  }

  @Test func `all issues have the name in the title of the volume`() {
    #expect(Set(Self.issues(Self.volume).map(\.masthead.name)) == ["山茶周刊"])
  }

  @Test(
    arguments: [
      ("山茶周刊合订本", "山茶周刊"), ("山茶周刊2023年汇总", "山茶周刊"), ("5G简讯（2023）", "5G简讯"), ("每周茶讯补全", "每周茶讯补全"),
      ("山茶通讯第1—3期", "山茶通讯"),
    ])
  func `the name ends where the title speaks of the volume`(title: String, name: String) {
    let text = "# \(title)\n\n" + (1...3).map { Self.issue($0, day: $0 + 10) }.joined()
    #expect(Set(Self.issues(text).map(\.masthead.name)) == [name])
  }

  @Test func `each issue has its own articles, and the first the preface`() {
    let issues = Self.issues(Self.volume)
    #expect(
      issues.map { $0.articles.map(\.title) } == [
        ["山茶周刊第一季精华合集（1~3）", "1、茶园1之一", "2、茶园1之二"], ["1、茶园2之一", "2、茶园2之二"], ["1、茶园3之一", "2、茶园3之二"],
      ])
    #expect(issues[0].articles[0].text.string == "各位读者，这是第一季的合集。")
    #expect(issues[0].articles[0].byline?.authors == ["林舟"])
    #expect(issues[2].articles.map(\.section) == ["茶园", "茶园"])
  }

  @Test func `lines, bytes and blocks are those of the file`() {
    let lines = Self.volume.split(separator: "\n", omittingEmptySubsequences: false)
    let issues = Self.issues(Self.volume)
    for issue in issues {
      for article in issue.articles where !article.isLead {
        #expect(lines[article.lines.lowerBound - 1].contains(article.title.dropFirst(2)))
      }
    }
    var end = 0
    for block in issues.flatMap(\.blocks) {
      #expect(block.bytes.lowerBound == end)
      end = block.bytes.upperBound
    }
    #expect(end == Self.volume.utf8.count)
  }

  @Test func `the newest may come first, below headings of years and months`() {
    let issues = Self.issues(
      """
      # 河岸技术前沿周刊

      # 前言

      记录每周的消息。

      # 2024年
      ## 9月
      ### 第 4 期（2024年9.1-9.8）

      ## 8月
      ### 第 3 期（2024年8.26-8.31）
      #### 新桥通车
      - 简介：新桥在清晨通车，两岸的居民步行过河，以后不必再等渡船，上学也近了许多。

      #### 旧渡口
      - 简介：渡口的木船停在岸边，船工说还要再留一年，让从前坐船上学的孩子们看一看。

      ### 第 2 期（2024年8.19-8.25）
      #### 河灯
      - 简介：今年的河灯比往年多了一倍，从上游的石桥一直漂到下游的水塔，看的人也多了一倍。

      #### 石桥
      - 简介：石桥的栏杆换了新的，旧栏杆放在博物馆门口，谁都可以去坐一坐，看一看上面的字。

      """, path: "DotNetWeekly.md")
    #expect(Self.numbers(issues) == [4, 3, 2])
    #expect(issues.map(\.articles.count) == [1, 2, 2])
    #expect(issues[1].articles.map(\.title) == ["新桥通车", "旧渡口"])
    #expect(issues[1].masthead.number?.year == 2024)
    #expect(Set(issues.map(\.masthead.name)) == ["河岸技术前沿周刊"])
  }

  @Test func `days in heavy brackets date an issue`() {
    let text = (1...3).map { number in
      "## 第\(number)期【2024年8月\(number + 10)日-2024年8月\(number + 17)日】\n\n### 推荐\n\n水塔换了新灯。\n\n夜里看得见河。\n\n"
    }
    let issues = Self.issues("# 每周河岸补全\n\n" + text.reversed().joined(), path: "README.md")
    #expect(Self.numbers(issues) == [3, 2, 1])
    #expect(issues.map(\.masthead.date?.day) == [13, 12, 11])
  }

  @Test func `contents and sections are looked for in each issue`() {
    let issues = (1...3).map { number in
      """
      # 青川简讯 第\(number)期

      ## 目 录

      【要闻】\t1
      水库\(number)蓄水.....1
      大坝\(number)检修.....2

      ## 【要闻】

      ## 水库\(number)蓄水

      水库今日蓄水到了设计水位。

      ## 大坝\(number)检修

      大坝的闸门全部检修完毕。


      """
    }
    let read = Self.issues(issues.joined(), path: "合订本.md")
    #expect(Self.numbers(read) == [1, 2, 3])
    for (number, issue) in read.enumerated() {
      #expect(issue.contents.filter { !$0.isSection }.compactMap(\.article) == [0, 1])
      #expect(issue.articles.map(\.title) == ["水库\(number + 1)蓄水", "大坝\(number + 1)检修"])
    }
  }

  @Test func `numbers may begin anew with a year`() {
    let headings = ["2022年第11期", "2022年第12期", "2023年第1期", "2023年第2期"]
    let text = headings.map { "## \($0)\n\n### 水库\n\n水位正常。\n\n### 大坝\n\n巡查完毕。\n\n" }.joined()
    let issues = Self.issues("# 青川简讯合订本\n\n" + text, path: "合订本.md")
    #expect(Self.numbers(issues) == [11, 12, 1, 2])
  }

  @Test func `issues without a year are of the one that the title has`() {
    let text = (1...3).map { "## 第\($0)期\n\n### 水库\n\n水位正常。\n\n### 大坝\n\n巡查完毕。\n\n" }.joined()
    let issues = Self.issues("# 青川简讯2023年合订本\n\n" + text, path: "合订本.md")
    #expect(issues.map(\.masthead.number?.year) == [2023, 2023, 2023])
  }

  private static func below(
    _ title: String, _ headings: [String], text: String = "水位正常，无事。\n\n大坝已经巡查完毕。",
    path: String = "a.md"
  ) -> [Bulletin] {
    issues("# \(title)\n\n" + headings.map { "## \($0)\n\n\(text)\n\n" }.joined(), path: path)
  }

  private static let dated = ["第1期（2023-05-13）", "第2期（2023-05-20）", "第3期（2023-05-27）"]

  @Test func `the plainest volume is one`() {
    #expect(Self.below("山茶周刊合集", Self.dated).count == 3)
    #expect(Self.below("茶事", Self.dated).count == 3)
    #expect(Self.below("山茶周刊", ["第1期：水", "第2期：土", "第3期：火"]).count == 3)
  }

  @Test(
    arguments: [
      ("河岸改造计划", ["第1期：勘测", "第2期：施工", "第3期：验收"]), ("工程", ["第一期（2021）", "第二期（2022）", "第三期（2023）"]),
      ("读书会", ["第1期沙龙（2023-05-13）", "第2期沙龙（2023-05-20）", "第3期沙龙（2023-05-27）"]),
      ("讨论", ["第六期讨论主题：水", "第七期讨论主题：土", "第八期讨论主题：火"]),
      ("课程表", ["第1周（2023-09-04）", "第2周（2023-09-11）", "第3周（2023-09-18）"]),
      ("开发日志", ["第1期：起步", "第2期：改写", "第3期：收尾"]), ("山茶周刊", ["No.1 水", "No.2 土", "No.3 火"]),
      ("刊物导读", ["甲周刊 第317期", "乙周报 第318期", "丙月刊 第319期"]), ("山茶周刊合集", ["第3期", "第1期", "第2期"]),
      ("山茶周刊合集", ["第1期", "第2期"]), ("山茶周刊（第 30 期）", dated),
      ("更新", ["2023-05-13", "2023-05-20", "2023-05-27"]),
      ("山茶周刊合集", ["第1期", "第2期", "第3期", "投稿", "订阅", "第4期"]),
    ])
  func `what only looks like a volume stays one issue`(title: String, headings: [String]) {
    #expect(Self.below(title, headings).count == 1)
  }

  @Test func `a list of earlier issues is no volume`() {
    let links = Self.dated.map { "[\($0)](https://example.org)" }
    #expect(Self.below("山茶周刊", links, text: "本期谈水。").count == 1)
    #expect(Self.below("山茶周刊", links, text: "本期谈水。\n\n也谈茶。").count == 1)
    let titles = "- [水库蓄水](https://example.org/1)\n- [大坝检修](https://example.org/2)\n- [渡口](b.html)"
    #expect(Self.below("山茶周刊合集", Self.dated, text: titles).count == 1)
    // The history stands at the end of an issue.
    let news = String(repeating: "水库今日蓄水到了设计水位，下游的大坝同时开闸。\n\n", count: 20)
    let text = "# 山茶周刊\n\n## 要闻\n\n\(news)## 往期\n\n"
    let list = Self.dated.map { "### \($0)\n\n水库蓄水。\n\n大坝检修。\n\n" }.joined()
    #expect(Self.issues(text + list, path: "a.md").count == 1)
  }

  @Test(arguments: ["issue-30.md", "第30期.md", "山茶周刊 第30期.md"])
  func `a file that is called like an issue is one`(path: String) {
    #expect(Self.below("山茶周刊", Self.dated, path: path).count == 1)
  }

  @Test func `a printed masthead above the headings makes them parts of one issue`() {
    let text = Self.dated.map { "## \($0)\n\n水库蓄水。\n\n大坝检修。\n\n" }.joined()
    #expect(Self.issues("# 山茶简讯\n\n第8期 总第92期\n\n" + text, path: "a.md").count == 1)
  }

  @Test func `the time is linear in the number of issues and of what might be some`() {
    let issue = "第N期（2023-05-13）\n\n水库蓄水。\n\n大坝检修。\n\n"
    for (mark, count) in [("## ", 4_000), ("## ", 40_000), ("# A\n## ", 4_000)] {
      let text = (1...count).map { mark + issue.replacing("N", with: "\($0)") }.joined()
      #expect(Self.issues("# 山茶周刊\n\n" + text, path: "a.md").count == (count > 4_096 ? 1 : count))
    }
  }
}
