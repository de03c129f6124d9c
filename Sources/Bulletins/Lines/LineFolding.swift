/// What the recognisers of lines take for the same character.
///
/// Full-width forms become ASCII, the blanks of Chinese type a space, and the traditional forms of
/// the words that mastheads, bylines and footers are made of their simplified ones. This is far
/// less than the folding of a search: it only lets one pattern serve all of them.
package enum LineFolding {
  package static func fold(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0x21..<0x7F: scalar
    case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - fullWidthDistance) ?? scalar
    case 0x3014: "["
    case 0x3015: "]"
    case 0x3400...0x9FFF: simplified[scalar] ?? scalar
    default: isBlank(scalar) ? " " : scalar
    }
  }

  /// Whether the scalar shows nothing but room, or nothing at all.
  static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200B, 0x2028, 0x2029, 0x202F, 0x205F,
      0x2060, 0x3000, 0xFEFF:
      true
    default: false
    }
  }

  static func isHan(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x3007, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x323AF: true
    default: false
    }
  }

  /// How far the full-width forms stand from ASCII in Unicode.
  private static let fullWidthDistance: UInt32 = 0xFF01 - 0x21

  /// Pairs of a traditional character and its simplified form.
  private static let simplified: [Unicode.Scalar: Unicode.Scalar] = {
    let pairs = """
      總总編编輯辑報报發发責责號号週周聯联審审電电話话傳传郵邮錄录導导內内專专記记員员訊讯攝摄來来\
      題题頁页簽签負负對对寫写圖图譯译聞闻間间數数組组處处會会廳厅單单辦办機机構构網网閱阅終终複复\
      覆复執执筆笔約约實实習习黨党區区縣县團团學学廠厂業业務务讀读點点錄录時时資资訂订聲声節节期期\
      陳陈張张劉刘黃黄趙赵吳吴孫孙馬马楊杨羅罗鄭郑韓韩馮冯許许鄧邓蕭萧葉叶蘇苏呂吕盧卢蔣蒋賈贾閻阎\
      鍾钟譚谭陸陆龔龚錢钱湯汤顧顾賴赖賀贺駱骆關关鄒邹萬万龍龙齊齐蘭兰畢毕塗涂莊庄魯鲁溫温簡简連连\
      饒饶歐欧陽阳諸诸葛葛東东門门倉仓聶聂嚴严喬乔倪倪紀纪應应費费竇窦詹詹楚楚衛卫韋韦遲迟單单靈灵\
      國国灣湾寧宁農农銀银職职協协動动運运輸输館馆隊队報报聯联場场開开議议華华佈布報报衝冲滿满儀仪談谈論论評评\
      書书畫画態态誌志雙双
      """.unicodeScalars.map(\.self)
    var map: [Unicode.Scalar: Unicode.Scalar] = [:]
    for pair in stride(from: 0, to: pairs.count - 1, by: 2) {
      map[pairs[pair]] = pairs[pair + 1]
    }
    return map
  }()
}

extension Substring {
  /// The text without the blanks at its ends, those of Chinese type and U+FEFF among them.
  var trimmed: Substring {
    let scalars = unicodeScalars
    guard let first = scalars.firstIndex(where: { !LineFolding.isBlank($0) }),
      let last = scalars.lastIndex(where: { !LineFolding.isBlank($0) })
    else { return self[startIndex..<startIndex] }
    return self[first..<scalars.index(after: last)]
  }

  /// The parts between runs of blanks.
  var words: [Substring] {
    unicodeScalars.split(whereSeparator: LineFolding.isBlank).map(Substring.init)
  }
}
