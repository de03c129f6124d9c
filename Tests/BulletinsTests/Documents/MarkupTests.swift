import Testing

@testable import Bulletins

struct MarkupTests {
  private func visible(_ markdown: String) -> String? {
    parse("# 周刊\n\n## 题\n\n\(markdown)\n\n## 尾\n\n完。").articles.first?.text.string
  }

  @Test(arguments: [
    ("**重点**与*次要*", "重点与次要"),
    ("**“引号”**紧跟文字", "“引号”紧跟文字"),
    ("__强调__ 和 _斜体_", "强调 和 斜体"),
    ("变量snake_case_name不变", "变量snake_case_name不变"),
    ("面积3*4*5米", "面积3*4*5米"),
    ("~~删去~~的字", "删去的字"),
    ("看`let a = b * c`这一行", "看let a = b * c这一行"),
    ("[题目](https://example.org/a_b_c \"提示\")", "题目"),
    ("[![图](a.png)](https://example.org)", "图"),
    ("![管网示意图](images/a%20b.png)", "管网示意图"),
    ("![image.png](https://example.org/1.png)文字", "文字"),
    ("[第一][1]和[二](#two)", "第一和二"),
    ("文献[1][2]都说", "文献[1][2]都说"),
    ("标准[2003](修订版)有效", "标准[2003](修订版)有效"),
    ("<b>粗</b>和<font color=\"red\">红</font>", "粗和红"),
    ("一行<br>两行<br/>三行", "一行\n两行\n三行"),
    ("类型Array<Int>不是标签，1 < 2", "类型Array<Int>不是标签，1 < 2"),
    ("<img src=\"a.png\" alt=\"合影\">", "合影"),
    ("甲<!-- 注释 -->乙", "甲乙"),
    ("AT&amp;T与&#20013;&#x56FD;", "AT&T与中国"),
    ("网址<https://example.org/x>在此", "网址https://example.org/x在此"),
    ("转义\\*星号\\*", "转义*星号*"),
    ("> 引文\n> 两行。", "引文\n两行。"),
    ("| 市 | 站 |\n|---|--:|\n| 东渡 | 12 |", "市 站\n东渡 12"),
    ("- 甲\n- 乙\n  1. 丙", "甲\n乙\n1. 丙"),
    ("[链接](https://example.org/long\n)后面", "链接\n后面"),
    ("[两行的\n题目](https://example.org/a)在此", "[两行的\n题目在此"),
    ("```\n# 不是标题\n```", "# 不是标题"),
    ("甲\n<!-- 多行\n注释 -->\n乙", "甲\n乙"),
    ("<a name=\"x\"></a>\n正文。", "正文。"),
    ("[ref]: https://example.org\n正文。", "正文。"),
    ("价格5&euro;，含量3&permil;，面积9m&sup2;", "价格5€，含量3‰，面积9m²"),
    ("&NotEqualTilde;有两个字符", "≂\u{338}有两个字符"),
    ("甲&#10;乙", "甲 乙"),
    ("网址?a=1&copy=2和R&D不变", "网址?a=1&copy=2和R&D不变"),
    ("没有分号的&copy 2020不变", "没有分号的&copy 2020不变"),
    ("代码`&euro;`不变", "代码&euro;不变"),
    ("```\n&euro;\n```", "&euro;"),
    ("<ruby>岚<rp>(</rp><rt>lán</rt><rp>)</rp>江<rt>jiāng</ruby>大桥", "岚江大桥"),
    ("没有结尾的<rt>标签", "没有结尾的标签"),
    ("增长三成[^1]，利润[^2]翻番", "增长三成，利润翻番"),
    ("增长三成[^注]，翻番。\n\n[^注]: 含税。", "增长三成，翻番。\n含税。"),
    ("[^1]: https://example.org 的统计。", "https://example.org 的统计。"),
    ("正则[^a-z]不是脚注", "正则[^a-z]不是脚注"),
    ("甲{/* 注释 */}乙", "甲乙"),
    ("甲\n\n{/* 多行\n\n注释 */}\n\n乙", "甲\n乙"),
    ("没有结尾的{/* 不是注释", "没有结尾的{/* 不是注释"),
  ])
  func `a reader sees the text without its mark-up`(markdown: String, text: String) {
    #expect(visible(markdown) == text)
  }

  @Test func `imports, exports and tags of components are no text of a file with components`() {
    let text = """
      ---
      title: 周刊
      ---
      import Tabs from '@theme/Tabs';
      import Card from "../Card";

      # 周刊

      ## 题

      <Tabs groupId="os">
      import 开头的话是正文。

      <Card>文字</Card>

      export const size = 3;

      </Tabs>

      ## 尾

      完。
      """
    let body = "import 开头的话是正文。\n<Card>文字</Card>"
    #expect(parse(text, path: "a.mdx").articles.first?.text.string == body)
    #expect(parse(text, path: "a.md").articles.first?.text.string == body)
  }

  @Test func `in other files such lines are examples`() {
    #expect(visible("写一行：\n\nimport a from 'b'\n\n<Tabs>") == "写一行：\nimport a from 'b'\n<Tabs>")
  }

  @Test func `what a reference stands for is where the reference is`() throws {
    let file = "# 周刊\n\n## 题\n\n甲**&euro;**&#20013;&NotEqualTilde;乙\n\n## 尾\n\n完。"
    let text = try #require(parse(file).articles.first?.text)
    let bytes = Array(file.utf8)
    let starts = text.string.unicodeScalars.indices.map { index in
      let offset = text.string.utf8.distance(from: text.string.startIndex, to: index)
      return text.sourceOffset(ofTextOffset: offset).map {
        String(decoding: bytes[$0...].prefix(3), as: UTF8.self)
      }
    }
    #expect(starts == ["甲", "&eu", "&#2", "&No", "&No", "乙"])
  }

  @Test func `a fence that never closes does not swallow the file`() {
    let bulletin = parse("# 周刊\n\n## 甲\n\n```\n代码\n\n## 乙\n\n文字。")
    #expect(bulletin.articles.map(\.title) == ["甲", "乙"])
  }

  @Test(arguments: ["##题目", "## 题目 ##", "   ## 题目", "题目\n---"])
  func `headings may be written in several ways`(heading: String) {
    let bulletin = parse("# 周刊\n\n\(heading)\n\n文字。\n\n## 尾\n\n完。")
    #expect(bulletin.articles.map(\.title) == ["题目", "尾"])
  }

  @Test func `a topic between two hashes is no heading`() {
    #expect(visible("#供水保障# 大家都在说") == "#供水保障# 大家都在说")
  }
}
