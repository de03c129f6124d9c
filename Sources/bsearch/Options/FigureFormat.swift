internal import ArgumentParser
internal import BulletinSearch

/// How figures are written.
enum FigureFormat: String, CaseIterable, ExpressibleByArgument {
  /// A table for a person.
  case human
  /// A line for each figure, with its place in front.
  case grep
  /// A table for a spreadsheet.
  case csv
  case json
  case jsonl
  /// A chart of values over time.
  case svg
}

/// The kinds of figures, as arguments.
enum FigureKindChoice: String, CaseIterable, ExpressibleByArgument {
  case level
  case increase
  case decrease
  case share
  case rank
  case plan

  var kind: FoundFigure.Kind {
    switch self {
    case .level: .level
    case .increase: .increase
    case .decrease: .decrease
    case .share: .share
    case .rank: .rank
    case .plan: .plan
    }
  }
}

/// Which figures are shown, and how.
struct FigureChoices: ParsableArguments {
  @Flag(
    help: .words("也列出拿不准的数，前面标 ?", "also those of which the rules are not certain, marked with ?"))
  var uncertain = false

  @Option(
    help: .words(
      "只列这种单位的数，可写几次（个、元、%……，不带万、亿）",
      "only numbers of a unit, may be repeated (个, 元, %; without 万 and 亿)", valueName: "unit"))
  var unit: [String] = []

  @Option(help: .words("只列这种数，可写几次", "only numbers of a kind, may be repeated"))
  var kind: [FigureKindChoice] = []

  @Option(
    help: .words(
      "结果格式（缺省：终端上 human，管道中 grep）",
      "output format (default: human on a terminal, grep in a pipe)"))
  var format: FigureFormat?

  @Flag(help: .words("CSV 表格，同 --format csv", "a table for spreadsheets, as --format csv"))
  var csv = false

  @Flag(help: .words("JSON，同 --format json", "JSON, as --format json"))
  var json = false

  @Flag(
    help: .words(
      "SVG 图：数最多的一种单位随时间的变化，同 --format svg",
      "a chart over time of the unit that most numbers have, as --format svg"))
  var svg = false

  func validate() throws {
    let names = [
      ("--format", format != nil), ("--csv", csv), ("--json", json), ("--svg", svg),
    ].filter(\.1).map(\.0)
    guard names.count < 2 else {
      throw ValidationError(Messages.current.exclusive(names[0], names[1]))
    }
  }

  /// The format that was asked for, or that fits where the result goes.
  func form(for stream: OutputStream) -> FigureFormat {
    if csv { return .csv }
    if json { return .json }
    if svg { return .svg }
    return format ?? (stream.isTerminal ? .human : .grep)
  }
}
