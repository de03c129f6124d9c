import Testing

@testable import Bulletins

/// Texts that only say in short what the articles are about.
struct SummaryTests {
  private static let articles = """
    ## 详细新闻

    ### 双桥水塔今天落成

    水塔高三十米。

    [查看原文](http://example.org/1)

    ### 东湖区的菜价连降五周

    白菜一元一斤。

    ### 国内快讯

    西山茶园开园

    南桥的渡口通航

    """

  private static let items = """
    1.双桥水塔今天落成；
    2.东湖区的菜价连降五周；
    3.国内快讯：
    （1）西山茶园开园；
    （2）南桥的渡口通航。
    """

  @Test(arguments: [
    "## 新闻摘要\n\n\(items)\n\n", "## 本期节目主要内容：\n\n" + items.replacing("\n", with: "\n\n") + "\n\n",
    "本期节目主要内容：\n\n\(items)\n\n", "## 内容提要\n\n" + items.replacing("\n", with: "") + "\n\n",
  ])
  func `a text that repeats the titles is the contents`(summary: String) {
    let bulletin = parse("# 岚江新闻 2023-06-01\n\n\(summary)\(Self.articles)")
    #expect(bulletin.articles.map(\.title) == ["双桥水塔今天落成", "东湖区的菜价连降五周", "国内快讯"])
    #expect(bulletin.contents.contains { $0.title == "双桥水塔今天落成" && $0.article == 0 })
    #expect(bulletin.contents.contains { $0.title == "南桥的渡口通航" && $0.article == nil })
    #expect(bulletin.articles[1].isListedInContents)
    // It is found among what is printed around the articles.
    #expect(bulletin.furniture.string.contains("1.双桥水塔今天落成；"))
  }

  @Test func `a text of its own stays an article, whatever it is called`() {
    let bulletin = parse(
      "# 岚江新闻 2023-06-01\n\n## 新闻摘要\n\n今天水塔落成。\n\n菜价连降五周。\n\n\(Self.articles)")
    #expect(bulletin.articles.first?.title == "新闻摘要")
    #expect(bulletin.contents.isEmpty)
  }

  @Test func `what is called otherwise stays an article, whatever it repeats`() {
    let bulletin = parse("# 岚江新闻 2023-06-01\n\n## 读者最爱\n\n\(Self.items)\n\n\(Self.articles)")
    #expect(bulletin.articles.first?.title == "读者最爱")
  }
}
