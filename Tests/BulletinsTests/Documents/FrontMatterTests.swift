import Testing

@testable import Bulletins

struct FrontMatterTests {
  private static let text = "\n本周合并十二个补丁。\n\n## 新闻\n\n灯塔计划通过评审。"

  @Test(arguments: [
    "---\ntitle: \"海棠社区周报：第 7 期\"\nauthor: 林小满\ndate: 2024-03-04\n---\n",
    "---\ntitle: '海棠社区周报：第 7 期' # 本周\nauthors:\n  - name: 林小满\n    url: a\ntags: [周刊]\ndate: 2024-03-04\n---\n",
    "---\nauthors: [林小满]\ntitle: >\n  海棠社区周报：第 7 期\ndate: Mon, 04 Mar 2024 21:00:00 GMT\n---\n",
    "+++\ntitle = \"海棠社区周报：第 7 期\"\nauthor = { name = \"林小满\" }\ndate = 2024-03-04T07:00:00Z\n[menu]\ntitle = \"别的\"\n+++\n",
    "{\n  \"title\": \"海棠社区周报：第 7 期\",\n  \"tags\": [\"周刊\", \"社区\"],\n  \"author\": {\"name\": \"林小满\"},\n  \"date\": \"2024年3月4日\"\n}\n",
    "{\"title\":\"\\u6d77棠社区周报：第 7 期\",\"authors\":[\"林小满\"],\"date\":\"2024-03-04\"}\n",
  ])
  func `front matter names issue, author and date`(head: String) {
    let bulletin = parse(head + Self.text)
    #expect(bulletin.masthead.name == "海棠社区周报")
    #expect(bulletin.masthead.number?.number == 7)
    #expect(bulletin.masthead.date?.description == "2024-03-04")
    #expect(bulletin.articles.first?.byline?.authors == ["林小满"])
    #expect(bulletin.articles.map(\.title).last == "新闻")
    #expect(bulletin.articles.first?.text.string == "本周合并十二个补丁。")
  }

  @Test(arguments: [
    "---\n这是一段话，没有栏。\n---\n", "+++\n只是一行\n", "{ 大括号 }\n", "---\ntitle: 没有结尾\n", "{\"a\": [1, 2}\n",
  ])
  func `what is no front matter is text`(head: String) {
    let text = parse(head + Self.text).articles.map { $0.title + $0.text.string }.joined()
    #expect(text.contains("本周合并十二个补丁。"))
    #expect(head.contains("title") || text.contains(head.filter { $0.isLetter }.prefix(4)))
  }

  @Test func `a post with title and author is one article with its inner headings`() {
    let bulletin = parse(
      "---\ntitle: 第一届茶树会议纪要\nauthor: 林小满\ndate: 2008-12-16\n---\n\n会议在茶山举行。\n\n# 概况\n\n三十人。\n\n# 展望\n\n再办。"
    )
    #expect(bulletin.articles.map(\.title) == ["第一届茶树会议纪要"])
    #expect(bulletin.articles.first?.byline?.authors == ["林小满"])
    #expect(bulletin.articles.first?.text.string == "会议在茶山举行。\n概况\n三十人。\n展望\n再办。")
    #expect(bulletin.masthead.name == nil)
  }

  @Test func `the title of front matter has its place in the file`() throws {
    let text = "---\ntitle: \"说 \\\"茶\\\" 与水\"\n---\n\n茶水。"
    let title = try #require(parse(text).articles.first?.titleText)
    #expect(title.string == "说 \"茶\" 与水")
    let offset = try #require(title.sourceOffset(ofTextOffset: title.string.utf8.count - 3))
    #expect(Array(text.utf8)[offset..<offset + 3].elementsEqual("水".utf8))
  }
}
