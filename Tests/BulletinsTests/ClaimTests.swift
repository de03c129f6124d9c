import Testing

@testable import Bulletins

struct ClaimTests {
  @Test func `what text and file name say of an issue stays side by side, the heading first`() {
    let masthead = parse(
      "# 山茶周刊（第 12 期）\n\n## 消息\n\n茶园开门。", path: "山茶/issue-13.md"
    ).masthead
    #expect(masthead.number?.number == 12)
    #expect(masthead.numberPlace == .heading)
    #expect(masthead.claims.map(\.number?.number) == [12, 13])
    #expect(masthead.claims.map(\.place) == [.heading, .fileName])
  }

  @Test(arguments: ["茶山書訊", "茶山畫報", "茶山動態", "茶山日誌", "茶山雙月談", "茶山週報"])
  func `a name in traditional characters is a name as well`(name: String) {
    let masthead = parse("# \(name)\n\n## 消息\n\n茶園開門。\n\n## 通知\n\n明天採茶。").masthead
    #expect(masthead.name == name)
  }

  @Test func `an issue can be told to be one article`() {
    let text = "# 茶园\n\n## 春\n\n采茶。\n\n## 冬\n\n剪枝。"
    let whole = BulletinParser().parse(Array(text.utf8), path: "a.md", cutting: .whole)
    #expect(whole.articles.map(\.title) == ["茶园"])
    #expect(whole.articles.first?.text.string == "春\n采茶。\n冬\n剪枝。")
    #expect(whole.cutting == .whole)
    #expect(parse(text).cutting == .headings)
  }
}
