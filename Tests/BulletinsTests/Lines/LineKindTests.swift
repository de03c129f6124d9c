import TestSupport
import Testing

@testable import Bulletins

struct LineKindTests {
  @Test(arguments: [
    ("岚江召开数字经济会议 .....\t1", "岚江召开数字经济会议", false, ContentsLine.Leader.dots, 1, 1),
    ("<b>【高层信息】</b> .....\t<b>1</b>", "高层信息", true, .dots, 1, 1),
    ("· 岚江召开会议……………3", "岚江召开会议", false, .ellipsis, 3, 3),
    ("● 岚江召开会议————1-3", "岚江召开会议", false, .dashes, 1, 3),
    ("岚江召开会议\t12", "岚江召开会议", false, .tab, 12, 12),
    ("岚江召开会议/3", "岚江召开会议", false, .slash, 3, 3),
    ("【会员消息】…………/4", "会员消息", true, .ellipsis, 4, 4),
    ("岚江召开会议　　（3）", "岚江召开会议", false, .blanks, 3, 3),
    ("48个成果接受检阅 ..... 5", "48个成果接受检阅", false, .dots, 5, 5),
  ])
  func `a line of the contents has title and page`(
    line: String, title: String, isSection: Bool, leader: ContentsLine.Leader, first: Int, last: Int
  ) {
    #expect(
      ContentsLine.parse(line[...])
        == ContentsLine(
          title: title, isSection: isSection, leader: leader,
          page: PageRange(first: first, last: last)))
  }

  @Test(arguments: [
    "岚江建成基站48", "岚江召开会议", "[修复](https://example.com/pull/20)", "岚江基站达到5.9万个",
  ])
  func `a number without leader is no page`(line: String) {
    #expect(ContentsLine.parse(line[...])?.page == nil)
    #expect(ContentsLine.parse(line[...])?.leader == nil)
  }

  @Test(arguments: [
    "## 目 录", "目　录", "目录", "目錄", "【本期要目】", "≡本期要目≡", "本期导读", "**本期導讀**", "内容提要",
    "內容提要",
  ])
  func `a heading of the contents is known`(line: String) {
    #expect(ContentsLine.isHeading(line[...]))
  }

  @Test(arguments: ["目录如下。", "读书目录", "录目", "", "本期要目，共8篇"])
  func `other lines do not head the contents`(line: String) {
    #expect(!ContentsLine.isHeading(line[...]))
  }

  @Test(arguments: [
    ("【会员消息】", "会员消息"), ("## 【会员消息】", "会员消息"), ("〖会员消息〗", "会员消息"),
    ("〔会员消息〕", "会员消息"), ("［会员消息］", "会员消息"), ("「会员消息」", "会员消息"),
    ("◆ 会员消息", "会员消息"), ("■会员消息", "会员消息"), ("●会员消息", "会员消息"), ("★会员消息★", "会员消息"),
    ("▲会员消息", "会员消息"), ("※会员消息", "会员消息"), ("§会员消息", "会员消息"), ("**【 会员消息 】**", "会员消息"),
  ])
  func `a section mark names its section`(line: String, name: String) {
    #expect(SectionMark.parse(line[...]) == name)
  }

  @Test(arguments: [
    "【本刊讯】", "【会员消息】岚江召开会议", "〔2026〕", "（会员消息）", "● 会议提出，要加快建设。", "◆", "会员消息", "",
    "【甲】【乙】",
  ])
  func `other lines mark no section`(line: String) {
    #expect(SectionMark.parse(line[...]) == nil)
  }

  @Test(arguments: [
    ("一、总体要求", 1), ("### **一、总体要求**", 1), ("（一）处置情况", 2), ("(二) 处置情况", 2), ("1. 建设", 3),
    ("1、建设", 3), ("１．建设", 3), ("（1）建设", 4), ("①建设", 5), ("十二、保障", 1),
  ])
  func `an inner heading has its level`(line: String, level: Int) {
    #expect(InnerHeading.level(of: line[...]) == level)
  }

  @Test(arguments: ["1.5万个基站", "一是加快建设", "2022年", "（方宁）", "一、", "第一章", "", "2022、2023年"])
  func `other lines are no inner headings`(line: String) {
    #expect(InnerHeading.level(of: line[...]) == nil)
  }

  @Test(arguments: [
    "— 3 —", "- 3 -", "－３－", "–3–", "第 3 页 共 12 页", "第3页/共12页", "第3页", "\u{C}", "· 3 ·",
    "Page 3 of 12", "— 3/12 —",
  ])
  func `a page number is furniture`(line: String) {
    #expect(PageFurniture.matches(line[...]))
  }

  @Test(arguments: ["3", "---", "———", "", "- 三项措施", "第3页有误", "— 3", "2021-2023"])
  func `other lines are no furniture`(line: String) {
    #expect(!PageFurniture.matches(line[...]))
  }

  @Test(arguments: [
    ("报：岚江省民政厅", FooterLine.Kind.report), ("抄報：省局", .report), ("发： 各会员单位", .distribution),
    ("發：各會員單位", .distribution), ("送：相关单位", .delivery), ("抄送：相关单位", .delivery),
    ("主送：相关单位", .delivery), ("编辑：秘书处      地址：听澜路", .staff), ("責編：方宁", .staff),
    ("校对：方宁", .staff), ("审核：方宁", .staff), ("地　址：听澜路105号", .address),
    ("电话：（0999）5550105", .phone), ("傳真：5550105", .phone), ("邮箱：jianxun@example.com", .mail),
    ("邮编：000000", .postcode), ("岚江省通信行业协会 2022年8月30日印发", .printed), ("（共印50份）", .copies),
    ("共印 50 份", .copies),
  ])
  func `a line of the imprint has its kind`(line: String, kind: FooterLine.Kind) {
    #expect(FooterLine.kind(of: line[...]) == kind)
  }

  @Test(arguments: ["报名：8月30日前", "发展：新阶段", "送温暖活动", "方案已印发", "地址簿", "", "报告指出："])
  func `other lines are no imprint`(line: String) {
    #expect(FooterLine.kind(of: line[...]) == nil)
  }

  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func `every recogniser returns on random lines`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let alphabet = Array("第总期年月日（）()【】：、 　\t。.…—-/0１二〇十王宁供稿审核来源报发#*<b>\u{FEFF}\u{C}".unicodeScalars)
    for _ in 0..<100 {
      let length = Int.random(in: 0...40, using: &random)
      var text = ""
      for _ in 0..<length {
        text.unicodeScalars.append(alphabet[Int.random(in: 0..<alphabet.count, using: &random)])
      }
      let line = text[...]
      _ = (IssueLine.parse(line), IssueLine.parseHeading(line), PathNaming.parse(fileName: text))
      _ = (IssueDate.parse(line), IssueDate.parseTrailing(line), ContentsLine.parse(line))
      _ = (Byline.leading(in: line), Byline.unitLine(line), Byline.responsibleEditor(line))
      _ = (SectionMark.parse(line), InnerHeading.level(of: line), FooterLine.kind(of: line))
      _ = (SourceCredit.trailing(in: line), PageFurniture.matches(line))
      if let (byline, start) = Byline.trailing(in: line) {
        #expect(line[start...].utf8.count >= byline.range.count)
        #expect(byline.range.upperBound <= line.utf8.count)
      }
    }
  }
}
