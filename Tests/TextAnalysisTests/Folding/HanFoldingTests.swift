import Testing

@testable import TextAnalysis

/// Which Han characters count as one.
struct HanFoldingTests {
  @Test(arguments: [
    // Traditional characters and variants of Hong Kong, Taiwan, old fonts and rare names.
    "峯峰", "滙汇", "鍼针", "嶽岳", "硃朱", "谿溪", "濛蒙", "矇蒙", "鉅巨", "幷并", "彫雕", "殭僵", "鞦秋", "韆千", "逕径",
    "祇只", "衹只", "凴凭", "呪咒", "邨村", "鎭镇", "甯宁", "脩修", "泝溯", "璿璇", "菴庵", "鈡钟", "麫面", "麴曲", "衞卫",
    "閤合", "羣群", "綫线", "裡里", "裏里", "爲为", "説说", "晩晚", "敎教", "麪面", "啓启", "枱台", "牀床", "粧妆", "汚污",
    "騃𫘤", "䉲𥮜", "𩧆𩨐", "囯国",
    // Both simplified readings of one form.
    "乾干", "瞭了", "鍾钟", "鍾锺", "餘余", "餘馀", "著着", "覆复", "畫画", "畫划", "徵征", "藉借", "噁恶", "噁𫫇", "麽么",
    "沈沉", "閒闲", "閒𫔮", "線缐", "蘋苹", "薴苎", "苧苎", "釐厘",
  ])
  func `a character counts as each of its readings`(pair: String) {
    let scalars = pair.unicodeScalars.map(\.value)
    #expect(FoldTable.folded(scalars[0]) == FoldTable.folded(scalars[1]))
  }

  @Test(arguments: ["后候", "里理", "干千", "钟种", "合阁", "面免", "发法", "巨具", "苹平", "零〇"])
  func `other characters stay apart`(pair: String) {
    let scalars = pair.unicodeScalars.map(\.value)
    #expect(FoldTable.folded(scalars[0]) != FoldTable.folded(scalars[1]))
  }

  @Test func `the simplified form is the one that is kept`() {
    #expect(matchText(of: "乾鍾餘畫覆瞭像俱著發裏") == "干钟余划复了象具着发里")
  }

  @Test func `radicals count as the characters that they are`() {
    let radicals = "⻓⻔⻢⻛⻰⻋⻅⻩⻬⺠⻄⻘⻝⻚⻜⻥⻦⻨⻤⻉⺟⻳⾯⽅⼭"
    #expect(matchText(of: radicals) == "长门马风龙车见黄齐民西青食页飞鱼鸟麦鬼贝母龟面方山")
  }

  /// ⺀ stands for no ideograph, and U+2E9A for nothing.
  @Test func `all radicals that stand for one ideograph fold to it`() {
    let others = (UInt32(0x2E80)...0x2EF3).filter { scalar in
      let folded = FoldTable.folded(scalar)
      return folded.count != 1 || !ScalarClass.isIdeographic(folded[0])
    }
    #expect(others == [0x2E80, 0x2E9A])
    let kangxi = (UInt32(0x2F00)...0x2FD5).map { FoldTable.folded($0) }
    #expect(kangxi.allSatisfy { $0.count == 1 && ScalarClass.isIdeographic($0[0]) })
  }

  @Test func `private characters of GB18030 count as those of its edition of 2022`() {
    let privateUse: [UInt32] = [
      0xE81E, 0xE826, 0xE82B, 0xE82C, 0xE832, 0xE843, 0xE854, 0xE864,
    ]
    #expect(privateUse.flatMap(FoldTable.folded) == Array(0x9FB4...0x9FBB))
    let forms = (UInt32(0xE78D)...0xE796).flatMap(FoldTable.folded)
    #expect(text(forms) == ",。、:;!?〖〗...")
  }
}
