import FoundationEssentials
import TestSupport

@testable import bsearch

/// How a command is run to see what all commands have in common.
struct CommandExample: Sendable {
  /// What it finds something with.
  var found: [String]
  /// What it finds nothing with; nil if there is always something.
  var nothing: [String]?
  /// What it has to refuse, besides an option that it does not have.
  var refused: [[String]] = []
  /// What has to follow `found` to try an option; without an entry the option stands alone, or before a usual value.
  var options: [String: [String]] = [:]
  /// Options that are tried elsewhere, with the reason.
  var untried: [String: String] = [:]
  /// Whether it changes the index or the dictionary, so that it needs a folder of its own.
  var changes = false
  /// Whether it runs until it is stopped.
  var isEndless = false

  /// The examples of all commands, those within a command as `dict add`.
  static let all: [String: CommandExample] = [
    "search": CommandExample(
      found: ["search", "浇水"], nothing: ["search", "飞船"],
      refused: [
        ["search"], ["search", "-n", "-1", "浇水"], ["search", "--any", "--all-words", "浇水"],
      ],
      options: [
        "-0": ["-l", "-0"], "--reverse": ["--sort", "date", "--reverse"],
        "--explain": ["--format", "human", "--explain"],
      ],
      untried: ["--file": "it takes the place of a query"]),
    "index": CommandExample(
      found: ["index", "issues"], refused: [["index", "missing"]],
      options: [
        "--encoding": ["--encoding", "utf-8"], "--format": ["--dry-run", "--format", "jsonl"],
        "--share": ["--share", "1/2", "--index", "share.index"],
      ],
      untried: ["--beside": "it needs the index of another share"],
      changes: true),
    "watch": CommandExample(
      found: ["watch", "issues"],
      untried: ["--encoding": "as with index", "--share": "as with index"], changes: true,
      isEndless: true),
    "remove": CommandExample(
      found: ["remove", "issues/1.md"], refused: [["remove"], ["remove", "missing"]],
      changes: true),
    "compact": CommandExample(found: ["compact"], changes: true),
    "count": CommandExample(
      found: ["count", "浇水"], nothing: ["count", "飞船"], refused: [["count"]],
      untried: ["--file": "it takes the place of a query"]),
    "trend": CommandExample(
      found: ["trend", "浇水", "花园"], nothing: ["trend", "飞船"],
      refused: [["trend"], ["trend", "浇水", "--csv", "--svg"], ["trend", "浇水", "--by", "day"]]),
    "toc": CommandExample(found: ["toc", "1"], nothing: ["toc", "99"], refused: [["toc"]]),
    "sections": CommandExample(found: ["sections"]),
    "authors": CommandExample(found: ["authors"], refused: [["authors", "-n", "-1"]]),
    "units": CommandExample(found: ["units"]),
    "bulletins": CommandExample(found: ["bulletins"]),
    "figures": CommandExample(
      found: ["figures", "猫"], nothing: ["figures", "飞船"], refused: [["figures"]],
      options: ["--unit": ["--unit", "只"]]),
    "show": CommandExample(found: ["show", "1/1"], nothing: ["show", "99"], refused: [["show"]]),
    "open": CommandExample(
      found: ["open", "1/1", "--dry-run", "--with", "cat"], nothing: ["open", "99/9"],
      refused: [["open"], ["open", "1/1", "--with", "missing"]],
      options: ["--dry-run": [], "--with": []]),
    "serve": CommandExample(
      found: ["serve"], refused: [["serve", "--port", "70000"]],
      options: [
        "--host": ["--host", "127.0.0.1"], "--port": ["--port", "0"],
        "--allow-host": ["--allow-host", "archive.test"],
      ], isEndless: true),
    "mcp": CommandExample(found: ["mcp"], isEndless: true),
    "shard": CommandExample(found: ["shard"], isEndless: true),
    "gather": CommandExample(
      found: ["gather", "--shards", "2"], refused: [["gather"], ["gather", "--shards", "0"]],
      options: ["--shards": ["--shards", "3"]], isEndless: true),
    "issues": CommandExample(found: ["issues"]),
    "parse": CommandExample(
      found: ["parse", "issues/1.md"], refused: [["parse", "missing"]],
      options: ["--encoding": ["--encoding", "utf-8"]]),
    "segment": CommandExample(found: ["segment", "茶园浇水"]),
    "status": CommandExample(found: ["status"]),
    "check": CommandExample(found: ["check"]),
    "terms": CommandExample(
      found: ["terms", "茶"], nothing: ["terms", "飞"],
      refused: [["terms", "--new", "1", "--gone", "2"]],
      options: [
        "--new": ["--new", "1"], "--gone": ["--gone", "5"], "--with": ["--with", "浇水"],
      ]),
    "suggest": CommandExample(found: ["suggest", "茶园"], nothing: ["suggest", "飞船"]),
    "similar": CommandExample(
      found: ["similar", "1/1"], nothing: ["similar", "99/9"],
      refused: [["similar"], ["similar", "1/1", "--reprints"]],
      options: ["--share": ["--share", "50"]],
      untried: ["--reprints": "it takes the place of an article"]),
    "eval": CommandExample(
      found: ["eval", "--queries", "queries.tsv", "--qrels", "qrels.tsv"],
      refused: [["eval", "--queries", "missing", "--qrels", "qrels.tsv"]],
      options: [
        "--queries": [], "--qrels": [], "--set": ["--set", "k1=0.9"],
        "--compare": ["--compare", "any"],
        "--compare-run": ["--run", "other", "--compare-run", "run"],
        "--run": ["--run", "new"], "--per-query": ["--per-query", "table"],
        "--corpus": ["--corpus", "corpus.jsonl"],
      ],
      untried: ["--index": "either it or --corpus"]),
    "dict add": CommandExample(
      found: ["dict", "add", "茶园浇"], refused: [["dict", "add"]], changes: true),
    "dict remove": CommandExample(
      found: ["dict", "remove", "茶园"], refused: [["dict", "remove"]], changes: true),
    "dict list": CommandExample(found: ["dict", "list"]),
    "dict suggest": CommandExample(found: ["dict", "suggest", "--min", "1"]),
    "explain": CommandExample(
      found: ["explain", "浇水", "1/1"], nothing: ["explain", "浇水", "99/9"]),
    "doctor": CommandExample(found: ["doctor"]),
    "export": CommandExample(
      found: ["export"], nothing: ["export", "飞船"],
      refused: [["export", "--in", "body"], ["export", "--name", "A"]],
      options: [
        "--name": ["--name", "tea"], "--in": ["浇水", "--in", "body"],
        "--near": ["茶园 浇水", "--near", "5"],
      ]),
    "man": CommandExample(
      found: ["man", "search"], refused: [["man", "missing"]],
      untried: ["--to": "it takes the place of a name"]),
    "completions": CommandExample(
      found: ["completions", "bash"], refused: [["completions", "csh"]]),
  ]

  /// Values of options that mean the same for every command.
  private static let values = [
    "--index": ".bsearch", "--limit": "2", "--dictionary": "words", "--min": "1", "--moved": "2",
    "--jobs": "2", "--offset": "1", "--passages": "2", "--context": "20", "--fuzzy": "1", "-k": "3",
    "--since": "2023", "--until": "2023-06", "--issue": "1..2", "--total": "1", "--section": "新闻",
    "--author": "林舟", "--unit": "茶园", "--bulletin": "山茶", "--in": "body", "--near": "5",
    "--synonym-file": "words",
  ]

  /// The command lines that try an option.
  func trials(of argument: CommandTree.Argument) -> [[String]] {
    let name = argument.typedNames.last ?? ""
    if untried[name] != nil { return [] }
    if let words = options[name] { return [found + words] }
    if argument.kind == .flag { return [found + [name]] }
    if let values = argument.allValues, !values.isEmpty {
      return values.map { found + [name, $0] }
    }
    guard let value = Self.values[name] else { return [] }
    return [found + [name, value]]
  }

  /// A folder with all that the examples need, and an index of it.
  static func folder() throws -> TemporaryDirectory {
    let folder = try TemporaryDirectory()
    for number in 1...6 {
      let machine = number < 3 ? "水稻插秧机到了，插秧机手在插秧机上练习插秧。" : ""
      try folder.write(
        """
        # 山茶周刊（第 \(number) 期）

        2023年\(number)月5日

        ## 新闻

        ### 茶园浇水之\(number)

        本周给茶园浇水\(number)次，采茶的人都来了。\(machine)茶园里还有\(number)只猫，它们不浇水。

        （林舟）

        ### 花园开门之\(number)

        花园开门，大家来看花，也给花浇水。

        （供稿：山茶农业公司）

        """, to: "issues/\(number).md")
    }
    try folder.write("茶园\n", to: ".bsearch.dict")
    try folder.write("茶园\n", to: "words")
    try folder.write("q1\t浇水\n", to: "queries.tsv")
    try folder.write("q1\t0\t1/1\t1\n", to: "qrels.tsv")
    try folder.write("q1 Q0 1/1 1 2.0 other\n", to: "run")
    try folder.write(#"{"id":"1/1","title":"茶园","body":"浇水"}"# + "\n", to: "corpus.jsonl")
    let outcome = try Command(folder: folder.path).run("index", "issues")
    guard outcome.status == 0 else { throw PreparationError(messages: outcome.messages) }
    return folder
  }

  struct PreparationError: Error { var messages: String }

  /// All commands as the built program tells of them, those within a command as `dict add`.
  static func commands() throws -> [(name: String, command: CommandTree)] {
    struct Dump: Decodable { var command: CommandTree }
    let json = try Command(folder: "/").run("--experimental-dump-help").output
    let root = try JSONDecoder().decode(Dump.self, from: Data(Array(json.utf8))).command
    return root.commands.flatMap { command in
      command.commands.isEmpty
        ? [(command.commandName, command)]
        : command.commands.map { ("\(command.commandName) \($0.commandName)", $0) }
    }
  }
}
