/// What stands behind a number and says what it counts or measures.
struct FigureUnit {
  /// What a unit is of, which decides whether the noun behind it is what is counted.
  enum Kind {
    /// A measure word: 个, 名, 座.
    case count
    /// Money, mass, length and the like, of which there is much or little: 亿元, 吨, 公里.
    case amount
    /// What a thing has rather than what it is counted in: 千伏, 毫秒, 芯.
    case property
    /// A length of time.
    case duration
    /// Parts of a whole and of a change: %, 成, 倍, 个百分点.
    case ratio
  }

  /// The unit as it is given out: as it stands for Latin letters, in simplified characters else.
  var name: String
  var kind: Kind
  /// How many scalars it takes.
  var length: Int
}

extension FigureUnit {
  /// The unit at a place, with what it is divided by: 元/吨, 元每吨.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - index: Where it begins.
  ///   - end: Where the text ends in which it is looked for.
  init?(_ text: FigureText, at index: Int, end: Int) {
    guard let (kind, length) = Self.units.match(text, at: index, end: end),
      Self.isUnit(text, at: index, length: length)
    else { return nil }
    self.kind = kind
    self.length = length
    name = text.string(index..<index + length)
    if name == "％" { name = "%" }
    var next = index + length
    if text[next] == "/" || text[next] == "每" {
      next += 1
      if text[next] == "万" || text[next] == "亿" { next += 1 }
      guard let (_, more) = Self.units.match(text, at: next, end: end) else { return }
      self.length = next + more - index
      name += "/" + text.string(index + length + 1..<index + self.length)
      if kind == .count || kind == .duration { self.kind = .amount }
    }
  }

  /// Whether what looks like a unit is none: 个 in 个人, 人 in 人工智能, 分 in 分别.
  private static func isUnit(_ text: FigureText, at index: Int, length: Int) -> Bool {
    guard length == 1 else { return true }
    let next = text[index + 1]
    guard let others = continuations[text[index]] else { return true }
    return !others.contains(next)
  }

  /// What may not follow a unit of one character, because the two are another word.
  private static let continuations: [Unicode.Scalar: Set<Unicode.Scalar>] = {
    let words = """
      人民工均大口力才体类生 个人性体税 分别公局部支行成为布之类期析级享管钟流段层 点半整多左 家庭电长属乡居 项目 条件例约 处理置罚长分 次日年要数 度假过 方面案向式位便法 元旦宵件器 对于外应接口比策象 套餐 门店口诊 批准发复次
      组织成长建合 支持付撑部出援 场所地景馆内外 位于居列置 代表理替 班子组长 团队结体 层级次 种植子粮业 地区方级 天然气津地 年轻级龄度代 月球 克服隆 台湾风账 头部条
      口岸径 面积向对临 片区 部门分委署队 道路 笔记 里程面 升级高至到 课程 队伍员长 号线楼院 期间货刊 票据房 单位个日月 行业政动 米兰
      安全徽装
      """
    var table: [Unicode.Scalar: Set<Unicode.Scalar>] = [:]
    for word in words.split(whereSeparator: \.isWhitespace) {
      let scalars = word.unicodeScalars
      if let unit = scalars.first { table[unit] = Set(scalars.dropFirst()) }
    }
    return table
  }()

  private static let units = WordTable<Kind>([
    ("个百分点 百分点 个基点 基点 % ％ ‰ 倍 个点", .ratio),
    (
      """
      元 块钱 美元 欧元 英镑 日元 港元 港币 人民币 美金 卢布 韩元 新台币 卢比 法郎 瑞郎 澳元 加元 比索 雷亚尔 美分 角 usd rmb cny eur
      吨 千克 公斤 克 毫克 微克 斤 市斤 担 磅 盎司 吨标准煤 吨标煤 吨公里 吨海里 人公里 万吨 公里 千米 米 里 海里 英里 华里
      平方公里 平方千米 平方米 平方厘米 平方英里 平米 亩 公顷 立方米 立方 方 立方千米 立方公里 升 毫升 千瓦时 千瓦小时 度电 桶 桶油当量 吨油当量
      标准箱 标箱 teu 载重吨 总吨 车皮 km kg t ml ㎡ m² m³ km² 亩次 斤粮 kwh mwh gwh twh 兆瓦时 吉瓦时
      """, .amount
    ),
    (
      """
      个 名 人 位 家 户 户次 户家庭 座 台 套 辆 架 艘 条 项 件 份 张 次 起 例 宗 所 处 间 栋 幢 棵 株 头 只 匹 羽 尾 枚 颗 粒 部 册 本 篇 首
      场 场次 届 班 班次 列 列次 趟 架次 班列 车次 人次 人份 辆次 车辆次 台次 艘次 件次 班轮 标段 箱 票 单 笔 批 批次 组 支 队 对 双 副 盏 根 块 片 面 盘 瓶 盒 包 袋
      车 船 款 种 类 门 刀 床 张床位 席 桌 口 幅 枝 餐 台套 团 轮 剂 剂次 针次 例次 频次 元次 点次 期 节 段 道 尊 环 股 剂量 站 卷 课 课时 学时 员 届次 柜 孔
      宗次 项次 座次 路 芯公里 皮长公里 航次 艘船 条次 起次 名次 人天 件套 户人家 辆份 只次 代 胎 窝 号 朵 束 筐 坛 串 滴 代人 个次 扇 发 丛 群 伙 帧
      """, .count
    ),
    (
      """
      厘米 毫米 微米 纳米 光年 千瓦 兆瓦 吉瓦 瓦 伏 千伏 毫安 毫安时 安 安培 马力 摄氏度 华氏度 ℃ °c 度 分贝 兆赫 兆赫兹 吉赫 吉赫兹 千赫 千赫兹 太赫兹 赫兹 赫
      比特 千比特 兆比特 吉比特 太比特 字节 千字节 兆字节 吉字节 太字节 兆 像素 兆帕 千帕 帕 千卡 大卡 卡路里 焦 焦耳 千焦 流明 尼特 英寸 寸 英尺 尺 丈 芯 级 点 分 流 行 字
      gb tb mb kb pb eb zb gbps mbps kbps tbps gbit/s mbit/s gb/s mb/s kb/s mhz ghz hz khz thz kw mw gw w mm cm nm um μm µm m kv v mv ma mah a db dbm dbi ℉ l kb/s
      tflops gflops pflops eflops flops tops mips dmips fps px pt dpi ppi rpm kbit mbit gbit gib mib kib tib kloc loc bytes byte bits bit k字 qps tps iops ev kev mev gev
      """, .property
    ),
    (
      """
      毫秒 微秒 纳秒 秒 秒钟 分钟 刻钟 小时 个小时 个多小时 钟头 个钟头 天 日 昼夜 晚 周 个星期 星期 个月 个多月 个季度 年 周年 个年头 岁 周岁 年时间 个半月 个半小时 工作日 个工作日 交易日 个交易日
      ms us μs µs ns s sec min minutes hours days weeks months years seconds h
      """, .duration
    ),
  ])

  /// The unit behind 每: 秒 in 每秒412兆, 万人 in 每万人14个.
  static func denominator(_ text: FigureText, at index: Int, end: Int) -> (
    name: String, length: Int
  )? {
    var place = index
    while place < end, "万千百亿十1234567890平标".unicodeScalars.contains(text[place]) { place += 1 }
    guard place - index <= 5, let unit = units.match(text, at: place, end: end) else { return nil }
    return (text.string(index..<place + unit.length), place + unit.length - index)
  }
}
