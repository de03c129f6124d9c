import Testing

@testable import Bulletins

struct BylineTests {
  @Test(arguments: [
    ("（方小满）", ["方小满"]), ("会议圆满结束。（苏念慈）", ["苏念慈"]), ("（方宁 苏念慈）", ["方宁", "苏念慈"]),
    ("（方宁、苏念慈）", ["方宁", "苏念慈"]), ("（方　宁　苏念慈）", ["方宁", "苏念慈"]), ("(方宁)", ["方宁"]),
    ("（欧阳修远）", ["欧阳修远"]), ("（阿依古丽·买买提）", ["阿依古丽·买买提"]), ("（蘇念慈）", ["蘇念慈"]),
    ("（通讯员 方宁 苏念慈）", ["方宁", "苏念慈"]), ("（方宁 供稿）", ["方宁"]),
    ("（岚江联信公司 方宁）", ["方宁"]), ("**（方宁）**  ", ["方宁"]),
  ])
  func `names in brackets end an article`(paragraph: String, authors: [String]) {
    #expect(Byline.trailing(in: paragraph[...])?.byline.authors == authors)
  }

  @Test(arguments: [
    "（2021—2023年）", "117个县（区、市）", "全新5G（DMN）", "（一）", "电话：（0351）", "（区、市）", "（高速）",
    "（连载中）", "（江苏、安徽）", "（张家口）", "（含税）", "（下同）", "（以下简称“协会”）", "（方宁主讲）", "（）", "（",
    "）", "方宁", "", "（来源：岚江日报）", "（20+ mins）", "（已修复）", "（方宁）主持会议",
  ])
  func `other brackets are no bylines`(paragraph: String) {
    #expect(Byline.trailing(in: paragraph[...]) == nil)
  }

  @Test func `roles keep apart who wrote and who checked`() throws {
    let paragraph = "收到良好效果。（供稿：岚江联信公司 初审：方宁 复审：苏念慈 审核：陆明澈）"
    let (byline, start) = try #require(Byline.trailing(in: paragraph[...]))
    #expect(byline.unit == "岚江联信公司")
    #expect(byline.authors == [])
    #expect(byline.credits.map(\.role) == ["供稿", "初审", "复审", "审核"])
    #expect(byline.credits.map(\.name) == ["岚江联信公司", "方宁", "苏念慈", "陆明澈"])
    #expect(paragraph[..<start] == "收到良好效果。")
    #expect(byline.range == 21..<paragraph.utf8.count)
  }

  @Test func `the one who sent an article in is its author, the photographer is not`() throws {
    let byline = try #require(Byline.trailing(in: "（供稿：方宁 摄影：许南枝 审核：苏念慈）")).byline
    #expect(byline.authors == ["方宁"])
    #expect(byline.credits[1] == Credit(role: "摄影", name: "许南枝"))
  }

  @Test func `an office may check`() throws {
    let byline = try #require(Byline.trailing(in: "（供稿：岚江联信　审核：校办公室）")).byline
    #expect(byline.credits.last == Credit(role: "审核", name: "校办公室"))
  }

  @Test(arguments: [
    "本报讯（通讯员 方宁 记者 苏念慈）近日，会议召开。", "岚江新闻网讯（通讯员：方宁 记者：苏念慈）近日召开。",
    "【本刊讯】（通讯员 方宁、苏念慈）近日召开。", "本报8月30日讯 （记者 方宁 苏念慈） 近日召开。",
  ])
  func `a dispatch begins with its byline`(paragraph: String) throws {
    let (byline, end) = try #require(Byline.leading(in: paragraph[...]))
    #expect(byline.authors == ["方宁", "苏念慈"])
    #expect(paragraph[end...].contains("近日"))
  }

  @Test(arguments: ["会议（以下简称大会）召开。", "通讯（方宁）", "本报讯近日召开。", "局长（记者 方宁）说", ""])
  func `other beginnings are no bylines`(paragraph: String) {
    #expect(Byline.leading(in: paragraph[...]) == nil)
  }

  @Test func `an office and its author stand under a title`() throws {
    let byline = try #require(Byline.unitLine(" 岚江联信公司　方宁 苏念慈"))
    #expect(byline.unit == "岚江联信公司")
    #expect(byline.authors == ["方宁", "苏念慈"])
    #expect(byline.range == 1..<" 岚江联信公司　方宁 苏念慈".utf8.count)
  }

  @Test(arguments: ["岚江联信公司", "方宁 苏念慈", "会议时间 方宁", "岚江联信公司 召开会议", "公司 高速", ""])
  func `other lines are no office with author`(line: String) {
    #expect(Byline.unitLine(line[...]) == nil)
  }

  @Test(arguments: [("方宁", ["方宁"]), ("□ 方 宁", ["方宁"]), ("方宁 苏念慈", ["方宁", "苏念慈"])])
  func `names may stand alone on a line`(line: String, authors: [String]) {
    #expect(Byline.nameLine(line[...])?.authors == authors)
  }

  @Test func `the responsible editor is credited and no author`() throws {
    for line in ["责任编辑：方宁", "（责任编辑：方宁）", "責任編輯：方宁"] {
      let byline = try #require(Byline.responsibleEditor(line[...]))
      #expect(byline.credits == [Credit(role: "责任编辑", name: "方宁")])
      #expect(byline.authors == [])
    }
  }

  @Test(arguments: [
    ("岚江召开会议。（来源：岚江日报）", "岚江日报"), ("来源：岚江日报", "岚江日报"), ("（转自《岚江日报》）", "《岚江日报》"),
    ("（小红书 http://example.com/1）", "小红书 http://example.com/1"),
  ])
  func `a source is no person`(paragraph: String, source: String) {
    #expect(SourceCredit.trailing(in: paragraph[...])?.source == source)
  }

  @Test(arguments: ["（摘自其文档）", "收入来源：", "来源广泛", "（方宁）", "（图片来源于网络）", ""])
  func `other words are no sources`(paragraph: String) {
    #expect(SourceCredit.trailing(in: paragraph[...]) == nil)
  }
}
