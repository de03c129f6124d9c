/// The Chinese name of a command.
///
/// Most of these names are words that people search for, so such a name alone is a search, and so is one before
/// words that the command does not take. Only what fits the command runs it, and a command that writes only what
/// fits nothing else.
struct CommandAlias: Equatable {
  let name: String
  let command: String
  let condition: Condition

  /// What has to follow the name for it to be that of the command.
  enum Condition: Equatable {
    /// Nothing makes it one: a word that is searched for often, of a command that takes nothing from which it
    /// could be told.
    case never
    /// Nothing: what nobody searches for, of a command that only reads.
    case nothing
    /// One of these options, which a search does not have.
    case options(Set<String>)
    /// Files and folders that are there.
    case existingPaths
    /// Files and folders of which the index has something.
    case knownPaths
    /// An article or an issue of the index.
    case article
    /// A query, and then an article of the index.
    case queryAndArticle
    /// One of these subcommands.
    case subcommand(Set<String>)
    /// Any words; the command only reads, and says how they are searched for.
    case words
  }

  static let all = [
    CommandAlias(name: "建库", command: "index", condition: .existingPaths),
    CommandAlias(name: "监视", command: "watch", condition: .existingPaths),
    CommandAlias(name: "移除", command: "remove", condition: .knownPaths),
    CommandAlias(name: "压缩", command: "compact", condition: .never),
    CommandAlias(name: "搜", command: "search", condition: .words),
    CommandAlias(name: "计数", command: "count", condition: .words),
    CommandAlias(name: "趋势", command: "trend", condition: .words),
    CommandAlias(name: "取数", command: "figures", condition: .words),
    CommandAlias(name: "看", command: "show", condition: .article),
    CommandAlias(name: "打开", command: "open", condition: .article),
    CommandAlias(name: "列出各期", command: "issues", condition: .nothing),
    CommandAlias(name: "期", command: "issues", condition: .never),
    CommandAlias(name: "目录", command: "toc", condition: .article),
    CommandAlias(name: "列出栏目", command: "sections", condition: .nothing),
    CommandAlias(name: "栏目", command: "sections", condition: .never),
    CommandAlias(name: "列出作者", command: "authors", condition: .nothing),
    CommandAlias(name: "作者", command: "authors", condition: .never),
    CommandAlias(name: "列出单位", command: "units", condition: .nothing),
    CommandAlias(name: "单位", command: "units", condition: .never),
    CommandAlias(name: "列出刊物", command: "bulletins", condition: .nothing),
    CommandAlias(name: "刊物", command: "bulletins", condition: .never),
    CommandAlias(name: "解析", command: "parse", condition: .existingPaths),
    CommandAlias(name: "分词", command: "segment", condition: .words),
    CommandAlias(name: "索引状态", command: "status", condition: .nothing),
    CommandAlias(name: "状态", command: "status", condition: .never),
    CommandAlias(name: "检查索引", command: "check", condition: .nothing),
    CommandAlias(name: "检查", command: "check", condition: .never),
    CommandAlias(name: "词项", command: "terms", condition: .words),
    CommandAlias(name: "补全", command: "suggest", condition: .words),
    CommandAlias(name: "相似", command: "similar", condition: .article),
    CommandAlias(name: "开网页", command: "serve", condition: .nothing),
    CommandAlias(name: "接助手", command: "mcp", condition: .nothing),
    CommandAlias(name: "作分片", command: "shard", condition: .nothing),
    CommandAlias(name: "汇总分片", command: "gather", condition: .options(["--shards"])),
    CommandAlias(
      name: "评测", command: "eval", condition: .options(["--queries", "--qrels", "--corpus"])),
    CommandAlias(
      name: "词典", command: "dict",
      condition: .subcommand(["add", "remove", "list", "suggest", "加", "删", "列", "荐"])),
    CommandAlias(name: "解释", command: "explain", condition: .queryAndArticle),
    CommandAlias(name: "手册", command: "man", condition: .options(["--to"])),
    CommandAlias(
      name: "补全脚本", command: "completions", condition: .subcommand(["bash", "zsh", "fish"])),
    CommandAlias(name: "导出全库", command: "export", condition: .nothing),
    CommandAlias(name: "导出", command: "export", condition: .never),
    CommandAlias(name: "检查环境", command: "doctor", condition: .nothing),
    CommandAlias(name: "体检", command: "doctor", condition: .never),
  ]

  /// The names by which a command can be run.
  static func names(of command: String) -> [String] {
    all.filter { $0.command == command && $0.condition != .never }.map(\.name)
  }

  /// Whether the command could be meant with these words behind it, were they what it takes.
  var takesOperands: Bool {
    switch condition {
    case .never, .nothing, .options: false
    case .existingPaths, .knownPaths, .article, .queryAndArticle, .subcommand, .words: true
    }
  }
}

/// What the fitting of arguments to a command depends on besides themselves.
protocol CommandSurroundings {
  /// Whether there is a file or folder.
  func exists(_ path: String) -> Bool
  /// Whether an index has anything of a file or folder, be it there or not.
  func isKnown(_ path: String, index: String?) -> Bool
  /// Whether an index has an article or an issue.
  func hasArticle(_ id: String, index: String?) -> Bool
}

extension CommandAlias {
  /// Whether `arguments`, which follow the name, make it that of the command.
  func fits(_ arguments: [String], in surroundings: some CommandSurroundings) -> Bool {
    let options = arguments.prefix { $0 != "--" }
    // To ask for help does no harm.
    if options.contains("--help") || options.contains("-h") { return true }
    let operands = OptionSyntax.operands(arguments)
    let index = OptionSyntax.value(of: "--index", in: arguments)
    switch condition {
    case .never: return false
    case .nothing: return operands.isEmpty
    case .options(let names):
      return options.contains { names.contains(String($0.prefix { $0 != "=" })) }
    case .existingPaths:
      return !operands.isEmpty && operands.allSatisfy { $0 == "-" || surroundings.exists($0) }
    case .knownPaths:
      return !operands.isEmpty && operands.allSatisfy { surroundings.isKnown($0, index: index) }
    case .article: return operands.first.map { surroundings.hasArticle($0, index: index) } ?? false
    case .queryAndArticle:
      return operands.count == 2 && surroundings.hasArticle(operands[1], index: index)
    case .subcommand(let names): return operands.first.map(names.contains) ?? false
    case .words: return !operands.isEmpty
    }
  }
}
