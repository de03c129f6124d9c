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

  @OptionGroup var flags: TableFlags

  func validate() throws { try flags.validate(besideFormat: format != nil) }

  /// The format that was asked for, or that fits where the result goes.
  func form(for stream: OutputStream) -> TrendFormat {
    flags.format.flatMap(TrendFormat.init(rawValue:)) ?? format
      ?? (stream.isTerminal ? .human : .tsv)
  }
}
