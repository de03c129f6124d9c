// Counts a term by month, and prints the numbers that stand with it: swift run example-trend INDEX TERM
import BulletinSearch

/// Prints how often a term occurs each month; one without an issue is a gap, and no zero.
func printTrend(of term: String, in index: BulletinIndex) throws {
  let trend = try index.trend(of: [term], by: .month)
  for (span, point) in zip(trend.spans, trend.series[0].points) {
    print(span.label, point.map { "\($0.occurrences)" } ?? "–")
  }
}

/// Prints what numbers the issues give for it.
func printFigures(about term: String, in index: BulletinIndex) throws {
  for figure in try index.figures(about: term).figures {
    let date = figure.issue.calendarDate.map { "\($0)" } ?? ""
    print(date, figure.id, figure.subject, figure.text)
  }
}

let arguments = CommandLine.arguments
if arguments.count == 3 {
  do {
    let index = try BulletinIndex(path: arguments[1])
    try printTrend(of: arguments[2], in: index)
    try printFigures(about: arguments[2], in: index)
  } catch BulletinIndexError.noSuchIndex(let path) {
    print("there is no index at \(path)")
  }
} else {
  print("usage: example-trend INDEX TERM")
}
