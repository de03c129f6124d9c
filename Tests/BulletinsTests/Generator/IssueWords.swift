import TestSupport

/// Invented words of which issues are made.
enum IssueWords {
  static let units = [
    "东渡水厂", "北岭供水公司", "南塘泵站", "西坪水库管理处", "青禾管网检测有限公司", "河口污水处理厂", "石桥镇水管所",
  ]
  static let deeds = [
    "完成换表", "举办开放日", "通过验收", "查出暗漏", "启用新泵房", "清淤结束", "试行阶梯水价", "上线5G调度系统",
    "获评“节水先锋”", "召开半年总结会",
  ]
  static let sections = ["要闻", "会员动态", "安全生产", "业务研究", "经验交流", "党建园地"]
  static let authors = ["沈青", "白晓川", "陈远山", "梁小禾", "秦安", "高若水", "林知秋", "周牧野"]
  static let clauses = [
    "抢修队在凌晨两点赶到现场", "出厂水浊度稳定在零点二以下", "三百二十户居民当天恢复用水", "调度大厅的屏幕换成了整面墙",
    "老城区的铸铁管埋了五十多年", "班组长把每个阀门的位置记在本子上", "新泵房比旧泵房省电两成",
    "听漏杆和相关仪一起上阵", "水价听证会请来二十名用户代表", "夜间最小流量按月公布", "加药间装上了在线仪表",
    "5G摄像机能看清取水口的漂浮物", "青年志愿者给独居老人换了水龙头", "参观的小学生喝到了直饮水",
  ]

  /// A sentence of two to four clauses.
  static func sentence(_ random: inout SeededGenerator) -> String {
    let count = Int.random(in: 2...4, using: &random)
    let picked = clauses.shuffled(using: &random).prefix(count)
    return picked.joined(separator: "，") + "。"
  }

  static func paragraph(_ random: inout SeededGenerator) -> String {
    (0..<Int.random(in: 1...3, using: &random)).map { _ in sentence(&random) }.joined()
  }

  /// Titles of which no two are alike.
  static func titles(_ count: Int, _ random: inout SeededGenerator) -> [(
    unit: String, deed: String
  )] {
    let all = units.flatMap { unit in deeds.map { (unit, $0) } }
    return Array(all.shuffled(using: &random).prefix(count))
  }
}
