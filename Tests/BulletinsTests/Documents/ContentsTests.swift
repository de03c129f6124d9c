import Testing

@testable import Bulletins

struct ContentsTests {
  private func issue(_ contents: String) -> Bulletin {
    parse(
      """
      # 青禾水务简讯

      第5期

      \(contents)

      【要闻】

      ## 东渡水厂投产

      投产了。

      ## 北岭供水公司换表

      换了一万只。

      ## 南塘泵站验收

      验收了。
      """)
  }

  @Test(arguments: [
    "## 目 录\n\n东渡水厂投产 ......1\n北岭供水公司换表 ......2\n南塘泵站验收 ......3",
    "目　录\n东渡水厂投产……………1\n北岭供水公司换表……………2\n南塘泵站验收……………3",
    "目录\n\n东渡水厂投产\t1\n\n北岭供水公司换表\t2\n\n南塘泵站验收\t3",
    "≡本期要目≡\n· 东渡水厂投产 —— 1\n· 北岭供水公司换表 —— 2\n· 南塘泵站验收 —— 3",
    "## 本期导读\n\n- 东渡水厂投产……1-2\n- 北岭供水公司换表……2\n- 南塘泵站验收……3",
    "東渡水厂投产 ......1\n东渡水厂投产 ......1\n北岭供水公司换表 ......2\n南塘泵站验收 ......3",
  ])
  func `contents are found with every leader and give the pages`(contents: String) {
    let bulletin = issue(contents)
    #expect(bulletin.articles.map(\.page?.first) == [1, 2, 3])
    #expect(bulletin.articles.map(\.isListedInContents) == [true, true, true])
  }

  @Test func `titles without pages are contents if they stand in the body`() {
    let bulletin = issue("本期要目\n\n● 东渡水厂投产\n● 北岭供水公司换表\n● 南塘泵站验收")
    #expect(bulletin.contents.map(\.article) == [0, 1, 2])
    #expect(bulletin.articles.map(\.page) == [nil, nil, nil])
  }

  @Test func `a title that is printed otherwise in the body is matched by what is most like it`() {
    let bulletin = issue("目录\n东渡水厂投产 ....1\n北岭供水公司换装水表 ....2\n南塘泵站验收 ....3")
    #expect(bulletin.contents.map(\.article) == [0, 1, 2])
  }

  @Test func `an entry without an article is a warning`() {
    let bulletin = issue("目录\n东渡水厂投产 ....1\n谁也没有写过的文章 ....2\n南塘泵站验收 ....3")
    #expect(bulletin.warnings.contains(.contentsEntryUnmatched(title: "谁也没有写过的文章", line: 7)))
    #expect(bulletin.warnings.contains(.articleNotInContents(title: "北岭供水公司换表", line: 16)))
  }

  @Test func `a title over two lines of the contents is one entry`() {
    let bulletin = parse(
      """
      # 简讯

      第5期

      目录
      在全省供水安全工作会议上
      东渡市作了典型发言 ....1
      南塘泵站验收 ....3

      ## 在全省供水安全工作会议上东渡市作了典型发言

      发了言。

      ## 南塘泵站验收

      验收了。
      """)
    #expect(bulletin.contents.map(\.title) == ["在全省供水安全工作会议上东渡市作了典型发言", "南塘泵站验收"])
  }

  @Test func `a list with the heading of contents that names no article is text`() {
    let bulletin = parse("# 周刊\n\n## 本期要目\n\n- 天气\n- 交通\n\n## 新闻\n\n没有新闻。")
    #expect(bulletin.contents.isEmpty)
    #expect(bulletin.articles.first?.text.string == "天气\n交通")
  }

  @Test func `sections that the contents list with pages like titles are sections`() {
    let bulletin = parse(
      """
      # 青禾水务简讯

      第5期

      ## 目录

      要闻……1
      东渡水厂投产……1
      北岭供水公司换表……2
      基层……3
      南塘泵站验收……3

      ## 要闻

      ### 东渡水厂投产

      投产了。

      ### 北岭供水公司换表

      换了一万只。

      ## 基层

      ### 南塘泵站验收

      验收了。
      """)
    #expect(bulletin.articles.map(\.title) == ["东渡水厂投产", "北岭供水公司换表", "南塘泵站验收"])
    #expect(bulletin.articles.map(\.section) == ["要闻", "要闻", "基层"])
    #expect(bulletin.contents.filter(\.isSection).map(\.title) == ["要闻", "基层"])
    #expect(bulletin.contents.allSatisfy { $0.isSection || $0.article != nil })
  }

  @Test func `a title with text under it is none, even if a deeper title follows`() {
    let bulletin = parse(
      """
      # 青禾水务简讯

      第5期

      目录
      东渡水厂投产……1
      换表一万只……1
      南塘泵站验收……3

      ## 东渡水厂投产

      投产了。

      ### 换表一万只

      换了一万只。

      ## 南塘泵站验收

      验收了。
      """)
    #expect(bulletin.articles.map(\.title) == ["东渡水厂投产", "换表一万只", "南塘泵站验收"])
    #expect(bulletin.sections.isEmpty)
  }
}
