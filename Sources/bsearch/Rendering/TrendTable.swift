internal import AnswerRecords
internal import BulletinSearch

/// A trend as rows, one for each span.
///
/// Of each query they have how often, in how many articles, and how often in 10,000 characters; the cells of a gap are
/// empty.
struct TrendTable {
  private let trend: Trend

  init(_ trend: Trend) { self.trend = trend }

  /// Without a heading, for a pipe: the span, then three cells for each query.
  var tabSeparated: String {
    var table = Table()
    table.rows = trend.spans.indices.map { span in
      [trend.spans[span].issue ?? trend.spans[span].label]
        + trend.series.flatMap { series -> [String] in
          guard let point = series.points[span] else { return ["", "", ""] }
          return [
            "\(point.occurrences)", "\(point.articles)",
            point.perTenThousand.map { fixed($0, digits: Self.digits) } ?? "",
          ]
        }
    }
    return table.tabSeparated
  }

  /// With a heading, for a spreadsheet.
  var csv: String {
    let isOfIssues = trend.unit == .issue
    var text = CSVText.row(
      ([trend.unit.rawValue] + (isOfIssues ? ["bulletin", "date"] : []) + ["issues", "characters"]
        + trend.series.flatMap {
          [$0.query, "\($0.query) articles", "\($0.query) per 10000 characters"]
        }).map(CSVText.Cell.text))
    for (number, span) in trend.spans.enumerated() {
      var cells: [CSVText.Cell] = [.text(span.issue ?? span.label)]
      if isOfIssues { cells += [.text(span.bulletin ?? ""), .text(span.date ?? "")] }
      cells += [.whole(span.issueCount), .whole(span.characterCount)]
      for series in trend.series {
        guard let point = series.points[number] else {
          cells += [.empty, .empty, .empty]
          continue
        }
        cells += [
          .whole(point.occurrences), .whole(point.articles),
          point.perTenThousand.map { .decimal($0, digits: Self.digits) } ?? .empty,
        ]
      }
      text += CSVText.row(cells)
    }
    return text
  }

  /// Of occurrences in 10,000 characters.
  private static let digits = 4
}
