/// What articles have to fulfil besides answering a query.
///
/// A filter only restricts: it neither finds nor ranks anything, and the scores of what is left are those of the same search
/// without it. Of several values of one property an article has to fulfil one, and it has to fulfil every property that has
/// any.
public struct ArticleFilter: Sendable, Equatable {
  /// The earliest date that an issue may have; of a year or a month the first day counts.
  public var since: CalendarDate?
  /// The latest date that an issue may have; of a year or a month the last day counts.
  public var until: CalendarDate?
  /// Numbers within the year, as a query names them (`8`, `7..9`, `第八期`, `增刊1`), or what names an issue
  /// (`2022-8`, `NAME:8`), as ``BulletinIndex/articles(ofIssue:)`` takes it.
  public var issues: [String] = []
  /// Numbers since the first issue: `92`, `80..92`.
  public var totals: [String] = []
  /// What the name of the section has.
  public var sections: [String] = []
  /// Who is named in the byline.
  public var authors: [String] = []
  /// What office is named in the byline.
  public var units: [String] = []
  /// What the name of the bulletin has.
  public var bulletins: [String] = []

  /// Admits all articles.
  public init() {}

  /// Whether all articles are admitted.
  public var isEmpty: Bool { self == ArticleFilter() }
}

/// A value of an ``ArticleFilter`` that says nothing.
public enum ArticleFilterError: Error, Equatable {
  /// No number, no range of numbers and no issue of the index.
  case noIssue(String)
  /// No number and no range of numbers.
  case noTotal(String)
  /// A name of a section, a person, an office or a bulletin that has nothing to search for.
  case emptyName(String)
}

extension CalendarDate {
  /// The first and the last date that a text names: of `2022`, `2022-08`, `二〇二二年八月`, 去年, 近三年.
  ///
  /// - Parameters:
  ///   - text: One date, not two with a sign between them.
  ///   - today: The day in relation to which it means 去年; without it such a word is no date.
  /// - Returns: Nil if the text names no date.
  public static func period(_ text: String, today: CalendarDate?) -> (
    first: CalendarDate, last: CalendarDate
  )? {
    guard let range = DateRange(period: text, today: today), let first = range.first,
      let last = range.last
    else { return nil }
    return (first, last)
  }
}

extension ExcerptField {
  /// The field of a name as a query has it before a colon, in Chinese or English; `author` and `unit` stand in the byline.
  ///
  /// Nil if it is no field of an article.
  public init?(name: String) {
    switch FieldName(name) {
    case .text(.title): self = .title
    case .text(.section): self = .section
    case .text(.author), .text(.unit): self = .byline
    case .text(.body): self = .body
    case .text(.furniture): self = .furniture
    case .text(.bulletin), .number, .date, nil: return nil
    }
  }
}
