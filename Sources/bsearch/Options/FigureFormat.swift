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

  @OptionGroup var flags: TableFlags

  func validate() throws { try flags.validate(besideFormat: format != nil) }

  /// The format that was asked for, or that fits where the result goes.
  func form(for stream: OutputStream) -> FigureFormat {
    flags.format.flatMap(FigureFormat.init(rawValue:)) ?? format
      ?? (stream.isTerminal ? .human : .grep)
  }
}
