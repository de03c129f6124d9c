import Testing

@testable import bsearch

struct CommandLineRoutingTests {
  /// A folder 简讯, an index that has something of 旧刊, which is away, and has issue 97 with article 97/4.
  private struct Example: CommandSurroundings {
    func exists(_ path: String) -> Bool { path == "简讯" }
    func isKnown(_ path: String, index: String?) -> Bool { path == "旧刊" }
    func hasArticle(_ id: String, index: String?) -> Bool {
      ["97", "97/4"].contains(id) && index != "other"
    }
  }

  private let routing = CommandLineRouting(
    commandNames: [
      "search", "index", "status", "help", "show", "check", "compact", "dict", "count", "issues",
      "explain", "similar", "suggest", "remove",
    ],
    queryCommandNames: ["search", "count"], surroundings: Example())

  private func route(_ typed: String) -> CommandRoute {
    routing.route(typed.split(separator: " ").map(String.init))
  }

  private func parsed(_ typed: String) -> String? {
    guard case .parse(let arguments) = route(typed).action else { return nil }
    return arguments.joined(separator: " ")
  }

  @Test(arguments: ["5G基站", "5G基站 验收", "trend 5G"])
  func `words without an option are a query as they stand`(typed: String) {
    #expect(route(typed).action == .search(typed))
  }

  @Test func `the version is said without the argument parser`() {
    #expect(route("--version").action == .version)
  }

  @Test(
    arguments: [
      ("-n 3 5G", "search -n 3 5G"), ("index a b", "index a b"), ("search index", "search index"),
      ("-- index", "search -- index"), ("--index f status", "status --index f"),
      ("--index=f --lang en status", "status --index=f --lang en"),
      ("--index f 5G", "search --index f 5G"), ("--help", "--help"),
      ("--version --help", "--version --help"),
      ("--lang zh --help", "--help"), ("5G --help", "search 5G --help"),
      ("--index", "search --index"), ("--index f index a b", "index a b --index f"),
      ("--index f index -- a", "index --index f -- a"),
    ])
  func `the command is found`(typed: String, routed: String) {
    #expect(parsed(typed) == routed)
  }

  @Test func `nothing asks for help`() {
    #expect(routing.route([]).action == .overview([]))
    #expect(route("--lang zh --index x").action == .overview(["--lang", "zh", "--index", "x"]))
  }
}

// MARK: - Chinese names

extension CommandLineRoutingTests {
  @Test func `every Chinese name alone is searched for, but for those that are no words of texts`()
  {
    for alias in CommandAlias.all {
      let route = routing.route([alias.name])
      if alias.condition == .nothing {
        #expect(route.action == .parse([alias.command]))
      } else {
        #expect(route.action == .search(alias.name))
        #expect(
          route.note == .searched(words: [alias.name], command: [alias.command]))
      }
    }
  }

  @Test(
    arguments: [
      "检查 泵站", "状态 良好", "压缩 空气", "期 货", "看 病", "看 5G", "解释 条例", "解释 条例 5G", "建库 项目",
      "建库 简讯 项目", "监视 系统", "词典 编纂", "相似 案例", "解析 路径", "检查索引 泵站", "建库", "移除 泵站", "移除 旧刊 泵站",
    ])
  func `a Chinese name before other words is a word of the query`(typed: String) {
    #expect(route(typed).action == .search(typed))
  }

  @Test(
    arguments: [
      ("看 97/4", "show 97/4"), ("看 97/4 水库", "show 97/4 水库"), ("相似 97/4", "similar 97/4"),
      ("建库 简讯", "index 简讯"), ("建库 简讯 --index f", "index 简讯 --index f"),
      ("--index f 建库 简讯", "index 简讯 --index f"), ("词典 add 岚云一号", "dict add 岚云一号"),
      ("词典 加 岚云一号", "dict 加 岚云一号"), ("解释 水库 97/4", "explain 水库 97/4"),
      ("移除 旧刊", "remove 旧刊"), ("搜 水库", "search 水库"), ("检查索引", "check"),
      ("检查索引 --deep", "check --deep"),
      ("检查索引 --help", "check --help"), ("压缩 --help", "compact --help"),
    ])
  func `a Chinese name before what fits is the command`(typed: String, routed: String) {
    #expect(parsed(typed) == routed)
    #expect(route(typed).note == nil)
  }

  @Test func `the index that is named says what fits`() {
    #expect(
      route("看 97/4 --index other").action == .parse(["search", "看", "97/4", "--index", "other"]))
    #expect(route("--index=other 看 97/4").note != nil)
  }

  @Test func `a command that takes any words says how to search for them`() {
    #expect(parsed("计数 泵站") == "count 泵站")
    #expect(
      route("计数 泵站").note == .ranCommand(alias: "计数", command: "count", rest: ["泵站"]))
    #expect(parsed("补全 泵") == "suggest 泵")
    #expect(route("补全 泵").note != nil)
  }

  @Test func `words that cannot have been meant for the command need no hint`() {
    #expect(route("检查 泵站").note == nil)
    #expect(
      route("建库 项目").note == .searched(words: ["建库", "项目"], command: ["index", "项目"]))
  }

  @Test
  func
    `every command has a Chinese name by which it can be run, but the one that has no operand and writes`()
  {
    for command in Set(CommandAlias.all.map(\.command)) {
      #expect(CommandAlias.names(of: command).isEmpty == (command == "compact"), "\(command)")
    }
  }
}

// MARK: - Mistyped names

extension CommandLineRoutingTests {
  @Test func `a first word that is nearly a command is a query that may have been meant otherwise`()
  {
    let route = route("seach 5G基站")
    #expect(route.action == .search("seach 5G基站"))
    #expect(route.suspicion == .near(command: ["search", "5G基站"]))
    #expect(self.route("statsu").suspicion == .near(command: ["status"]))
    #expect(self.route("-- seach").suspicion == nil)
    #expect(self.route("serve 5G").suspicion == .absent(name: "serve"))
  }

  @Test(arguments: ["5G基站", "hop 5G", "search seach", "Wi-Fi", "LTE 覆盖", "泵站"])
  func `other words raise no suspicion`(typed: String) {
    #expect(route(typed).suspicion == nil)
  }
}
