/// The surnames by which a name is known, and the words that only look like one.
///
/// The single ones cover more than 99 of 100 persons; rare ones that begin many words (国, 都, 南)
/// are left out.
enum Surnames {
  static let single = Set(
    """
    王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖萧田董袁潘于余叶蒋杜苏魏程吕丁沈任\
    姚卢傅钟姜崔谭廖范汪陆金石戴贾韦夏邱方侯邹熊孟秦白江阎薛尹段雷黎史龙陶贺顾毛郝龚邵万钱严覃武戚莫孔\
    向汤常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌\
    毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳欧管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连\
    芦麦褚娄窦戎仇苟宫焉费卞冷晏栾边师杭佟桂刁池敖匡木巫居仲郁冀米闫付代蔺卜盖丛桑沙楼郎应臧查谌雍濮隋\
    丰封宗鄢储揭党练郗谈虞候占银支储水晋景强花宿尧乐海云明鹿全佘计皮权荆
    """.unicodeScalars)

  /// How the frequent surnames are spelled in Pinyin.
  static let pinyin = Set(
    """
    wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he lin gao luo zheng liang xie song tang han \
    deng feng cao peng zeng xiao tian dong yuan pan yu ye jiang du su wei cheng lu lü ding ren shen yao fu zhong cui \
    tan liao fan wang shi dai jia xia qiu fang hou zou xiong meng qin bai yan xue yin duan lei qian tao mao hao gong \
    shao wan gu kong kang shang wen niu ge xing an qi yi qiao pang ni zhuang nie yue zhai yin ou geng guan lan jiao \
    zuo gan zhan bao ning ruan ke ji mei tong ling bi shan pei huo tu miao qu weng ran liao xin ouyang sima zhuge
    """.split(separator: " ").map { String($0) })

  static let compound: Set<String> = [
    "欧阳", "司马", "上官", "诸葛", "东方", "皇甫", "尉迟", "公孙", "慕容", "令狐", "司徒", "夏侯",
    "端木", "宇文", "长孙", "南宫", "独孤", "呼延", "轩辕", "百里", "东郭", "西门", "申屠", "澹台",
  ]

  /// Characters that end a phrase but no given name.
  static let neverLast = Set("的了中等者们部局处室市县省区乡镇队组是在有为与和及或前后内外".unicodeScalars)

  static let commonWords: Set<String> = {
    let words = """
      高级 高层 高速 高质 高度 高考 高校 方案 方法 方式 方面 方向 时间 时代 时政 时期 文件 文章 文化 文字 文旅 文明 文本 文档 \
      万元 万人 万户 万个 任务 任期 任命 马上 白色 白皮 金额 金融 金属 江苏 江西 江南 安徽 安全 安装 安排 安卓 安阳 常见 常委 常务 \
      常州 平台 路由 路径 路线 路段 成功 成员 成果 成都 成本 成立 单位 单独 应用 应急 应该 计划 计算 计时 于是 关于 关键 关闭 关联 \
      党员 党委 党建 党组 党支 项目 包括 包含 华北 华东 华南 华中 华为 温度 温州 水利 水电 水平 易于 车辆 车间 连接 连载 连续 \
      曲线 查看 查询 查阅 古代 谢谢 余额 边缘 向量 向上 向下 明确 明年 明细 毛利 解决 解释 解析 解读 强调 强制 强度 强化 程序 程度 \
      段落 支持 支付 支撑 支出 支部 石家 张家 黄山 黄河 武汉 海南 海口 海外 海关 云南 云端 云计 宁波 宁夏 杭州 苏州 徐州 郑州 \
      兰州 贺州 梅州 柳州 温江 龙岩 乐山 秦皇 唐山 金华 马鞍 盘锦 景德 景区 吉林 吉利 晋中 晋城 晋江 晋南 太原 林业 林区 农业 农村 \
      农民 农户 管理 管道 管线 管控 师生 师范 权限 权益 全部 全省 全国 全文 全体 全市 全县 全程 全面 银行 商务 广州 鲁迅 花费 \
      简讯 简介 简报 简称 简单 简体 史料 史上 尚未 尚无 甘肃 代码 代表 代理 付费 付款 游戏 游客 童年 申请 申报 申明 封面 封闭 \
      丰富 丰收 宗旨 储存 储备 谈话 谈判 虞城 候选 占比 练习 居民 居住 沙漠 楼宇 郎朗 强国 花园 章节 章程 左右 左侧 汤加 \
      曾经 曾任 何时 何处 何为 何必 夏季 夏天 钟表 范围 范例 范本 陆续 陆地 施工 施行 牛奶 安心 易用 纪律 纪念 纪委 纪要 \
      季度 盛大 盛会 路口 蓝图 蓝色 蒙古 房屋 房产 艾滋 司法 司机 麦克 费用 费率 冷却 宫殿 仲裁 米饭 应邀 盖章 查处 封锁 \
      胡同 高清 高效 高端 高新 高铁 高原 高平 方便 方针 周边 周报 周刊 周期 周年 周一 周二 周三 周四 周五 周六 周日 \
      孔雀 向导 康复 文艺 文案 成绩 成效 成交 成熟 解放 解答 时刻 时长 连云 强大 景观 景点 乐器 云上 云服 明显 明天 海洋 \
      木材 左岸 田间 田野 于此 于都 金山 银川 白酒 白银 车站 车票 车载 龙头 雷达 雷电 石油 石化 石墨 金牌 银牌 铜牌 \
      江山 梁山 华山 项下 段位 水库 水泥 水质 水位 木质 万亿 万吨 万里 万台 万公 万平 任何 任职 任意 常规 常态 常用 \
      安置 安慰 安监 安保 成长 成因 成分 施策 丁香 区别 包装 包裹 符合 符号 应对 应届 应当 计入 计量 计费 单元 单价 单日 单一 单方
      """
    return Set(words.unicodeScalars.split { $0 == " " || $0 == "\n" }.map { String($0) })
  }()
}
