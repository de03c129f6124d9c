import Testing

@testable import Bulletins

struct GoldenIssueTests {
  private let bulletin = BulletinParser().parse(
    Array(GoldenIssue.text.utf8), path: GoldenIssue.fileName)

  private func article(_ title: String) throws -> Article {
    try #require(bulletin.articles.first { $0.title.hasPrefix(title) })
  }

  @Test func `the masthead has name, number, publisher and date`() {
    #expect(bulletin.masthead.name == "青禾水务简讯")
    #expect(bulletin.masthead.number?.number == 5)
    #expect(bulletin.masthead.number?.total == 41)
    #expect(bulletin.masthead.publisher == "青禾省水务协会秘书处")
    #expect(bulletin.masthead.date == IssueDate(year: 2024, month: 5, day: 31))
    #expect(bulletin.masthead.lines == 3...9)
  }

  @Test func `articles stand in order, the leading one before the contents`() {
    #expect(
      bulletin.articles.map(\.title) == [
        "省水务局检查主汛期供水准备",
        "全省水务工作座谈会在东渡召开",
        "东渡水厂建成“智慧加药”系统",
        "青禾管网检测有限公司 完成老城区漏损普查",
        "北岭供水公司开展“接水日”活动 服务三千户居民",
        "关于分区计量考核办法的几点建议",
      ])
    #expect(bulletin.articles.map(\.isLead) == [true, false, false, false, false, false])
  }

  @Test func `articles have the section above them`() {
    #expect(
      bulletin.articles.map(\.section) == [nil, "要闻", "会员动态", "会员动态", "会员动态", "业务研究"])
    #expect(bulletin.sections.map(\.name) == ["要闻", "会员动态", "业务研究"])
    #expect(bulletin.sections.map(\.articles) == [1..<2, 2..<5, 5..<6])
    #expect(bulletin.sections.map(\.page?.first) == [1, 2, 5])
  }

  @Test func `every title of the contents has its article and gives its page`() {
    let titles = bulletin.contents.filter { !$0.isSection }
    #expect(titles.map(\.article) == [1, 2, 3, 4, 5])
    #expect(bulletin.articles.map(\.page?.first) == [nil, 1, 2, 3, 4, 5])
    #expect(bulletin.warnings.isEmpty)
  }

  @Test func `bylines are found on a line, at an end and under a title`() {
    #expect(
      bulletin.articles.map { $0.byline?.authors ?? [] } == [
        [], ["沈青"], ["陈远山"], ["白晓川", "秦安"], [], ["梁小禾"],
      ])
    #expect(bulletin.articles.last?.byline?.unit == "北岭供水公司")
  }

  @Test func `a byline is not in the text`() throws {
    #expect(try article("全省水务").text.string.hasSuffix("年内完成水表更新。"))
    #expect(try article("青禾管网").text.string.hasSuffix("移交抢修。"))
    #expect(try article("关于分区").text.string.hasPrefix("分区计量建成"))
  }

  @Test func `cut paragraphs are whole again`() throws {
    #expect(try article("全省水务").text.string.contains("移交作了交流发言。"))
    #expect(try article("东渡水厂").text.string.contains("下降了一成多，"))
    #expect(try article("青禾管网").text.string.contains("三十六处，其中暗漏"))
    #expect(bulletin.joinCount == 4)
  }

  @Test func `joins name their lines`() throws {
    #expect(try article("全省水务").joins == [PageJoin(firstLine: 32, secondLine: 34)])
    #expect(
      try article("东渡水厂").joins == [
        PageJoin(firstLine: 44, secondLine: 48),
        PageJoin(firstLine: 50, secondLine: 52, dropped: "东"),
      ])
  }

  @Test func `a character that both pages print is in the text once`() throws {
    #expect(try article("东渡水厂").text.string.contains("学习小组、东渡水厂安全科。"))
  }

  @Test func `inner headings are paragraphs of the text`() throws {
    let paragraphs = try article("关于分区").text.string.split(separator: "\n")
    #expect(
      paragraphs.map { String($0.prefix(4)) } == ["分区计量", "一、现状", "考核指标", "二、建议", "（一）只", "（二）把"])
  }

  @Test func `contents and footer are in no text`() {
    let text = bulletin.articles.map(\.text.string).joined()
    for word in ["目 录", ".....", "省民政厅", "省住房", "各会员单位", "5550199", "编辑"] {
      #expect(!text.contains(word))
    }
  }

  @Test func `articles reach from the title to their last line`() {
    #expect(
      bulletin.articles.map(\.lines) == [11...15, 30...38, 42...52, 54...60, 62...64, 68...82])
  }
}
