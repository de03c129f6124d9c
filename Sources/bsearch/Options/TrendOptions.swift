internal import ArgumentParser
internal import BulletinSearch

/// How a trend is written.
enum TrendFormat: String, CaseIterable, ExpressibleByArgument {
  /// Bars for a person.
  case human
  /// A line for each span, its cells separated by tabs.
  case tsv
  case csv
  case json
  case svg
}

/// How long the spans of a trend are.
enum TrendUnitChoice: String, CaseIterable, ExpressibleByArgument {
  case issue
  case month
  case quarter
  case year

  var unit: Trend.Unit {
    switch self {
    case .issue: .issue
    case .month: .month
    case .quarter: .quarter
    case .year: .year
    }
  }
}

/// What bars and lines show.
enum TrendMeasure: String, CaseIterable, ExpressibleByArgument {
  case occurrences
  case articles
  case rate

  var measure: Trend.Measure {
    switch self {
    case .occurrences: .occurrences
    case .articles: .articles
    case .rate: .rate
    }
  }
}

/// How a trend is counted and shown.
struct TrendOptions: ParsableArguments {
  @Option(
    help: .words(
      "按期、月、季或年（缺省：一种刊物不多于 60 期时按期，否则按月、季或年）",
      "count by issue, month, quarter or year (default: by issue where there are at most 60 of one bulletin, else by month, quarter or year)"
    ))
  var by: TrendUnitChoice?

  @Option(
    help: .words(
      "图中画处数、篇数，还是每万字处数",
      "what bars and lines show: occurrences, articles, or occurrences per 10,000 characters"))
  var measure = TrendMeasure.occurrences

  @Option(
    help: .words(
      "结果格式（缺省：终端上 human，管道中 tsv）",
      "output format (default: human on a terminal, tsv in a pipe)"))
  var format: TrendFormat?

  @Flag(help: .words("CSV 表格，同 --format csv", "a table for spreadsheets, as --format csv"))
  var csv = false

  @Flag(help: .words("JSON，同 --format json", "JSON, as --format json"))
  var json = false

  @Flag(help: .words("SVG 图，同 --format svg", "a chart, as --format svg"))
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
  func form(for stream: OutputStream) -> TrendFormat {
    if csv { return .csv }
    if json { return .json }
    if svg { return .svg }
    return format ?? (stream.isTerminal ? .human : .tsv)
  }
}
