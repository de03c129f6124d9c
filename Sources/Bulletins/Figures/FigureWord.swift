/// What a word does in a sentence with numbers.
enum FigureWord: Equatable, Sendable {
  /// 达到, 为, 是, 有: what follows is how much there is.
  case link
  /// 增长, 上涨: what follows is how much more there is.
  case up
  /// 下降, 减少.
  case down
  /// 到, 至: behind a change, what follows is how much there is then.
  case to
  /// 由, 从: what follows is how much there was.
  case from
  /// 同比, 环比: with what is compared.
  case comparison
  /// 比, 较: what follows up to a change is what is compared with.
  case than
  /// 占: what follows is a part of what is named between.
  case partOf
  /// 计划, 预计, 力争.
  case plan
  /// 已, 截至: what is said is so, and no plan any more.
  case done
  /// Any other word for an action: 新建, 投资, 发放.
  case verb
  /// 新增: more than there was, and how many.
  case added
  /// 共, 累计, 平均: changes nothing of what is meant.
  case adverb
  /// 约, 超过, 近: how exact the number is.
  case qualifier
  /// 总数, 规模: of what is meant, how many.
  case attribute
  /// 占比, 比重: of what is meant, which part.
  case share
  /// 增幅, 增速: of what is meant, how much it grew.
  case growth
  /// 降幅, 跌幅.
  case decline
  /// 人均, 单位, 核心: another quantity than what follows.
  case narrowing
  /// 其中: what follows is a part of what was said.
  case among
  /// 分别: what follows is given out in order.
  case respectively
  /// 均, 都: what follows is said of each.
  case each
  /// 全省, 我国: whose it is.
  case scope
  /// 在, 对, 于.
  case preposition
  /// 的.
  case of
  /// 和, 与, 、.
  case and
  /// 等, 以及其他.
  case others
  /// 不, 未, 没有.
  case negation
  /// 连续, 为期: how long something went on.
  case during
  /// 排名, 居: a place in an order.
  case rank
  /// 这, 该, 其: what was said of before.
  case pronoun
  /// 处理器, 消费者: a name that begins like another word.
  case name
}

extension FigureWord {
  /// The words that are known.
  ///
  /// Where two lists have the same word the earlier one counts.
  static let table = WordTable<FigureWord>([
    (
      """
      处理器 服务器 服务员 服务业 服务商 发电机 发电厂 发电站 发动机 生产线 生产力 生产商 建设者 建设兵团 开发者 开发区 开发商 消费者 消费品 消费券 投资者 投资人 使用者 参与者 运输机 运营商 运营者 检测点 检测站 采购商 采购经理
      制造业 制造商 保障房 保障性住房 救援队 培训班 报告会 发布会 交易所 种植业 养殖业 养殖户 创造力 运动员 志愿者 研究员 管理员 加速器 存储器 寄存器 编译器 控制器 传感器 变压器 变电站 加油站 收费站 办事处 出口商 创新型 集装箱 存款准备金 增值税 个人所得税
      人才 就业 就医 就餐 接口 开发板 发展 支行 支部 修复率 通过率 使用率 利用率 合格率 测试集 测试套 测试用例 运动会 供应链 供应商 报警器 照明灯
      """, .name
    ),
    ("其中 of_which", .among), ("分别 各自 依次 respectively", .respectively), ("均 都 皆", .each),
    (
      """
      同比 环比 按年 按月 同期相比 year-on-year month-on-month yoy 较上年同期 与上年同期相比 比去年同期 较去年同期 比上年同期 比上年 较上年 比去年 较去年 比上月 较上月 比年初 较年初
      比上年末 比上月末 较上年末 较上月末 比上季度 较上季度 比前一日 较前一日 较前日 比前一天 较昨日 比昨日 按可比价格计算 按可比口径计算 按可比价计算 按不变价格计算 扣除价格因素 季调后
      """, .comparison
    ),
    ("比 较 相比 相较 相较于 比起 than compared", .than), ("由 从 自 from", .from),
    ("占 所占 占到 占据 占了 仅占 只占 约占", .partOf),
    (
      """
      增长 增加 上升 上涨 提高 提升 扩大 增至 上调 攀升 走高 涨 增 升 多 高 多出 高出 高于 回升 反弹 增多 增收 增产 净增 递增 增幅达 快 加快 猛增 激增 大增 增速达 大 长 拓展 新增加 多增 净流入 净投放 净买入 快了 强 超出 贵
      改进 跃升 翻 提速 增强 up rose grew grow increased increase increasing gained climbed jumped higher more faster rise
      """, .up
    ),
    (
      """
      下降 减少 下跌 降低 缩短 回落 下滑 减 降 跌 少 低 缩小 下调 萎缩 收窄 缩减 压缩 压减 减至 少了 低于 节省 节约 减幅达 少用 走低 少增 净流出 净回笼 净卖出 便宜 慢 缩水 锐减 骤降 削减 降速 优化 瘦身 小 短 轻 少出 亏
      down fell fall declined decline decreased decrease dropped drop lower less fewer reduced reduce shrank cut
      """, .down
    ),
    ("到 至 成 为止", .to),
    (
      """
      达到 达 为 是 有 共有 计有 共计 合计 总计 达成 已达 可达 约为 高达 多达 仅有 只有 仅为 只是 维持在 保持在 稳定在 控制在 保持 维持 定为 就有 拥有 具有 存有 现有 已有 尚有 还有 仍有
      报 报收 收于 收报 收盘报 录得 等于 相当于 计 转为 改为 变为 位于 处于 突破 突破了 首破 破 迈上 跨上 站上 跨越 稳定 创 创下 定格在 停在 落在 剩 剩下 长 重 宽 高度 不等
      is are was were be been has have had reached reach reaches stood stands totalled totaled total totals hit hits exceeded exceeds at
      """, .link
    ),
    ("新增 净增加 新增加 增补 补建 加装 added", .added),
    (
      """
      年计划 年度计划 拟按 计划 预计 预期 力争 争取 拟 将 将要 目标 目标是 规划 有望 预测 预算 将会 打算 力求 或将 或达 不低于 不高于 不超过 不少于 预定 预估
      plan plans planned will expected target targets aims aim forecast
      """, .plan
    ),
    ("已 已经 截至 截止 截止到 实际 完成 实现 累计 already 业已 历年 现已 达标", .done),
    ("连续 为期 历时 耗时 用时 长达 时长 不到一年 每隔", .during),
    ("排名 排在 居 位居 位列 名列 列 排 跻身 排位 居于 位次 稳居", .rank),
    (
      """
      约 大约 近 将近 接近 超 超过 逾 不足 不到 不满 少于 小于 大于 多于 至少 最多 至多 起码 最高 最低 最大 最小 平均 才 足足 已近 已超 上 过 几近 差不多 大概 左右 共 一共 总共 近乎 左近
      about nearly almost over around approximately only some least most as much many
      """, .qualifier
    ),
    (
      """
      可以 能够 收盘 盘中 开盘 在轨 在建 在营 在用 在册 在校 仅 只 就 再 又 也 还 仍 则 更 已然 先后 陆续 全部 继续 持续 一度 首次 首 再度 同步 同时 并 且 而 但 却 即 便 各 每年 每月 每天 目前 现 总体 整体 全面 进一步 大幅 小幅 略 稍 明显 显著 逐步 逐渐 逐月 快速 迅速 较快 稳步 稳中
      直接 基本 初步 一次 一举 名义 实际 合并 同口径 口径 其 了 着 当期 期末 期内 期间 本期 均值 绝大多数 大多 主要 其余 余下 剩余 另有 另外 此外 尚 累计 合计 总计 计 共计 按
      额外 据统计 据了解 据悉 经 年均 月均 日均 by and the a an of in on to for with its by year years month months per average annually compared
      单日 单月 单周 全天 全程 全网 整 正 刚 恰好 正好 满 足 折合 折 约合 首批 第二批 各类 各级 各种 种种 当中 之中 较为 非常 十分 最 很 太 极 甚至 竟 竟然 居然 尤其 特别 不断 先 首先 接连 均衡 高位 低位 平稳 双双 单边 继 由此 因此 从而 以此 相对 相应 约占
      """, .adverb
    ),
    (
      """
      显示 表明 指出 表示 介绍 获悉 认为 强调 透露 新建 建成 建设 建 开工 投资 投入 投放 投用 投运 投产 启动 发送 发放 发出 发布 发行 运送 运输 运行 开行 开通 开设 开展 开放 开发 接待 接收 接受 接到 受理 办理 办结 处理 处置 生产 制造 销售 售出 卖出 引进 引入 采购 购买 购置
      完善 覆盖 服务 惠及 带动 拉动 吸引 吸纳 培训 培育 培养 举办 组织 参加 参与 参训 出动 动用 调集 调运 调拨 储备 预存 储存 存放 抽调 派出 派遣 安装 安排 部署 设立 设置 设有 成立 建立 创建 打造 改造 改建 新改建 扩建 修建 修复 修缮 维修 更换 升级 更新 淘汰 关闭 关停 取缔
      清理 清除 清退 整治 整改 排查 检查 抽查 巡查 查出 查处 查获 查扣 查实 查封 破获 抓获 侦破 打掉 捣毁 拦截 封堵 下架 处罚 罚款 没收 追缴 挽回 避免 减免 免除 退还 补贴 补助 奖励 给予 支付 支出 支取 拨付 拨款 下拨 下达 落实 落地 签订 签约 签署 达成
      通过 评出 评选 选出 选派 选拔 入选 获得 获 荣获 取得 夺得 摘得 授予 表彰 认定 认证 登记 注册 申报 申请 审批 审查 审核 批准 核准 备案 验收 交付 交出 提交 提供 提出 提取 收到 收集 征集 采集 汇集 集中 集聚 聚集 形成 构成 组成 涉及 包括 包含 含 涵盖 分布 遍布
      栽植 种植 栽种 植树 造林 播种 收获 收割 收储 收购 养殖 出栏 存栏 捕捞 敷设 架设 铺设 铺 布设 布放 抢通 抢修 恢复 保障 保护 保持 转移 安置 救助 救治 治愈 出院 确诊 报告 通报 死亡 遇难 失踪 受伤 受灾 受损 倒塌 损毁 退服 中断 拦停 接种 检测 采样 筛查 诊断 治疗 就诊 手术 隔离 运营 经营 营运
      刊发 刊登 发表 印发 出版 出台 制定 修订 编制 编写 撰写 发现 发生 发射 造成 导致 引发 产生 创造 贡献 支持 支撑 推出 推广 推动 推进 推送 促进 提振 释放 节约 汇聚 联合 合作 共享 接入 连接 联网 上线 上架 上云 上网 上电 上市 下载 下井 转化 转岗 转让 转入 转出 流入 流出 融资 募集 筹集 捐赠 捐款 筹措
      征收 入库 缴纳 退税 减税 降费 贷款 放贷 发债 存入 取出 消费 消耗 使用 利用 采用 应用 占用 占地 耗费 花费 耗资 斥资 报名 招聘 招录 招收 录取 录用 聘用 毕业 失业 返乡 脱贫 搬迁 搬入 入住 入园 入驻 入会 入网 进场 进站 出站 出发 抵达 到达 到站 离开 通行 通车 通航 通水 通电 通气 首飞 起飞 起降 飞行 航行 载客 载货 装机 装运 卸载 集结 集齐
      访问 走访 调研 调查 问卷 暗访 查看 考察 约谈 督办 督促 督导 曝光 受访 受众 观看 收看 收听 阅读 点击 浏览 转发 点赞 评论 回复 回访 咨询 申诉 投诉 举报 反映 解决 化解 调解 完工 竣工 封顶 贯通 合龙 并网 发电 用电 供电 供水 供气 供热 灌溉 浇灌 收治 住院 参保 参赛 参展 参会 到会 出席 列席 到场 到课 应到 实到
      搬 买 卖 送 运 修 种 栽 装 用 花 做 写 收 发 投 开 设 抓 查 捐 存 取 拿 领 给 吃 喝 走 跑 飞 游 住 来 去 出 入 进 挤 聚 配 配备 配置 配发 配套 配有 预留 预置 预约 预订 预售 冲毁 冲走 淹没 损坏 摧毁 烧毁 解救 揽收 投递 出土 撤离 疏散 缴获 起获 救出 减排 回收 再生 循环 节水 节电 增发 增派 增开 加开 加密 停运 停航 停工 停产 停电 复工 复产 复航 开业 歇业 注销 吊销 撤销 取消 推迟 延长 延期 延迟
      掉线 报警 告警 触发 拨打 接听 接通 受益 受惠 受影响 享受 领取 申领 兑现 兑付 结算 结清 清偿 偿还 归还 违规 违章 违法 起诉 判处 宣判 审理 审结 立案 结案 执结 送达 互借 接续 割接 倒换 刷新 打破 创新 研发 研制 试验 试点 试行 试运行 试用 测出 测得 测试 评测 评估 评审 遴选 公布 公示 公开 标注 标明 认领 收治 输出 输入 输送 出境 入境 出入境 往返 流动 通关 验放 查验
      支援 援助 驰援 出资 参股 控股 收益 亏损 盈利 赚 亏 赢 输 击败 战胜 夺冠 得分 命中 射门 进球 破门 打卡 游览 旅游 出游 出行 驾车 自驾 乘坐 搭乘 承运 承载 承接 承办 主办 协办 承建 施工 监理 勘察 设计出 走完 走过 录入 上传 上报 填报 报送 移交 移送 接管 托管 代管 纳入 列入 计入 归入 载入 写入 作为 成为 视为 称为 名为 评为 分为 划分 分成 划成 拆成 拆到
      released published tested supports support includes include contains submitted merged fixed handled processed built opened installed delivered created
      """, .verb
    ),
    (
      "总数 总量 总额 总值 总规模 总计数 数量 数 数目 规模 总规模 总人数 人数 总数量 保有量 合计数 总和 存量 总价值 价值 水平 number size volume amount count",
      .attribute
    ),
    ("占比 比重 比例 份额 share proportion 市场占有率 贡献率", .share),
    ("增速 增幅 涨幅 升幅 增长率 增长幅度 增量 增加值增速 增加额 growth", .growth), ("降幅 跌幅 减幅 下降幅度", .decline),
    ("人均 户均 亩均 单位 核心 每万元 地均 单台 单只 单个 单座 每人 每户 每个 每万人 每亩 每台", .narrowing),
    (
      """
      国内市场 国际市场 全球市场 全国 全省 全市 全县 全区 全州 全镇 全乡 全村 全行业 全系统 全社会 全球 全世界 世界 国内 国外 国际 我国 我省 我市 我县 我区 我州 中国 本国 本省 本市 各国 各省 各地 各市 两市 三市 两省 三县 两县 省内 市内 省外 市外 境内 境外 海外 当地 全线 全站 全院 全校 全集团 全公司
      城乡 城镇 农村 城市 农村地区 东部 中部 西部 东北 华北 华东 华南 华中 西北 西南 沿海 沿江 两岸 港澳 长三角 珠三角 京津冀 大湾区 规模以上 规上 限额以上 民营 国有 外资 中央 地方
      北京 天津 上海 重庆 河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 海南 四川 贵州 云南 陕西 甘肃 青海 台湾 内蒙古 广西 西藏 宁夏 新疆 香港 澳门 新疆生产建设兵团
      美国 英国 法国 德国 日本 韩国 俄罗斯 印度 巴西 加拿大 澳大利亚 意大利 西班牙 欧盟 欧洲 欧元区 非洲 亚洲 东盟 越南 泰国 新加坡 马来西亚 印尼 印度尼西亚 菲律宾 伊朗 伊拉克 以色列 巴勒斯坦 加沙 乌克兰 土耳其 埃及 南非 墨西哥 阿根廷 朝鲜 蒙古 巴基斯坦 阿富汗 沙特 叙利亚 黎巴嫩 缅甸 老挝 柬埔寨 尼泊尔 荷兰 瑞士 瑞典 挪威 芬兰 波兰 希腊 葡萄牙 比利时 奥地利
      """, .scope
    ),
    (
      "让我们 使其 让其 让它 使得 在 对 于 给 向 把 将其 以 按照 按 通过 经过 随着 根据 据 针对 围绕 面向 为了 因 因为 由于 关于 对于 跟 同 与之",
      .preposition
    ),
    ("的", .of), ("和 与 及 以及 或 或者 还有 加上 & and", .and), ("等 等等 余种 之类", .others),
    ("不 未 没有 没 无 非 尚未 并未 从未", .negation), ("这 该 其 此 这一 这个 这些 上述 前者 后者 本 其它 其他 它", .pronoun),
  ])

  /// What the end of a name says that it is: 产量 is how much of something there is.
  static let attributeEndings = WordTable<Bool>([
    (
      """
      票房 病例 人员 性能 质量 速度 体积 口径 出口 进口 进出口 投资 消费 销售 产出 就业 贸易 量 额 值 率 价 费 数 面积 规模 里程 收入 支出 利润 投资 产值 人数 人次 总数 总量 长度 宽度 高度 深度 厚度 温度 速度 密度 强度 浓度 重量 成本 价格 指数 余额 能力 容量 时长 时间 寿命 年龄 距离 时延 功耗 能耗 耗电 用电 效率 精度 水平 总和 产能 装机 库存 比例 资金 资产 市值 营收 税收 订单 开销 面积 大小 速率
      """, true
    )
  ])

  /// What the names of places, offices and companies end with: what stands before a term so says whose it is.
  static let ownerEndings: Set<Unicode.Scalar> = Set("省市县区州盟旗镇乡村国洲局厅委院校司团届".unicodeScalars)
}
