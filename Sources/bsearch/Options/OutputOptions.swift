internal import AnswerRecords
internal import ArgumentParser

/// The form of results.
enum OutputFormat: String, CaseIterable, Sendable, ExpressibleByArgument {
  case human
  case grep
  case json
  case jsonl
  case csv
  case md
  case cite
  case quote
  case bibtex
  case ris
  case cslJSON = "csl-json"

  /// Whether it is a list of references, which has all that is counted, by date, unless something else is asked for.
  var isOfReferences: Bool {
    switch self {
    case .cite, .bibtex, .ris, .cslJSON: true
    case .human, .grep, .json, .jsonl, .csv, .md, .quote: false
    }
  }
}

/// How results are shown.
struct OutputOptions: ParsableArguments {
  @Option(
    help: .words(
      "结果格式（缺省：终端上 human，管道中 grep）",
      "output format (default: human on a terminal, grep in a pipe)"))
  var format: OutputFormat?

  @Flag(help: .words("JSON 行，同 --format jsonl", "JSON lines, as --format jsonl"))
  var json = false

  @Flag(name: .customShort("l"), help: .words("只列 文件:编号", "only file:identifier"))
  var placesOnly = false

  @Flag(
    name: .customShort("0"),
    help: .words("-l 的每条以 NUL 结尾，供 xargs -0 用", "end each record of -l with NUL, as for xargs -0"))
  var endsWithNull = false

  @Flag(
    name: [.customShort("o"), .customLong("only-matching")],
    help: .words("只列找到的字，文件:行:列:文字", "only what was found, as file:line:column:text"))
  var matchesOnly = false

  @Flag(name: .customShort("c"), help: .words("只报篇数", "only the number of articles"))
  var countOnly = false

  @Flag(name: .customShort("q"), help: .words("只给退出状态", "only the exit status"))
  var quiet = false

  @Flag(help: .words("报告用时和索引大小", "report times and the size of the index"))
  var stats = false

  @Flag(
    help: .words(
      "各刊、各年、各栏目、各作者各有几篇", "how many articles each bulletin, year, section and author has"))
  var facets = false

  @Flag(
    help: .words(
      "每篇为什么得这个分（human、json、jsonl 格式）",
      "why each article scores so, in the formats human, json and jsonl"))
  var explain = false

  @OptionGroup var citation: CitationOptions
  @OptionGroup var colors: ColorOptions

  func validate() throws {
    if endsWithNull, !placesOnly { throw ValidationError(Messages.current.nullNeedsPlaces) }
    if explain, !form(for: .results).canExplain {
      throw ValidationError(Messages.current.explainNeedsFormat)
    }
    if matchesOnly, json || format != nil && format != .grep {
      throw ValidationError(Messages.current.matchesOnlyIsGrep)
    }
  }

  /// What goes to `stream`.
  func form(for stream: OutputStream) -> OutputForm {
    if quiet { return .nothing }
    if countOnly { return .count }
    if placesOnly { return .places(endsWithNull: endsWithNull) }
    if matchesOnly { return .matches }
    if json { return .results(.jsonl) }
    return format.map(OutputForm.results) ?? .standard(for: stream)
  }
}

/// What a search writes.
enum OutputForm: Equatable {
  case nothing
  case count
  /// Each place ends with a line feed or with NUL.
  case places(endsWithNull: Bool)
  /// What was found and nothing around it.
  case matches
  case results(OutputFormat)

  /// Whether it is a list of references.
  var isOfReferences: Bool {
    if case .results(let format) = self { format.isOfReferences } else { false }
  }

  /// Whether it has room for why an article scores so.
  var canExplain: Bool { [.results(.human), .results(.json), .results(.jsonl)].contains(self) }

  /// Whether a program reads it, and no person.
  var isForPrograms: Bool { self == .results(.json) || self == .results(.jsonl) }

  /// What goes to `stream` if nothing else is asked for.
  static func standard(for stream: OutputStream) -> OutputForm {
    .results(stream.isTerminal ? .human : .grep)
  }
}
