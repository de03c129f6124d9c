/// One issue of an index: one file that was read.
public struct IssueSummary: Sendable, Equatable, Codable {
  /// The name of the bulletin; the file's folder where no masthead names one.
  public var bulletin: String
  /// What names the issue within its bulletin: the running number, else year and number, else the
  /// date, else the file's name; `92`, `2022-8`, `增刊1`, `2022-08-30`.
  public var label: String
  public var year: Int?
  /// The number within the year.
  public var number: Int?
  /// The number since the first issue.
  public var total: Int?
  /// The number as people write it: `2022年第8期（总第92期）`.
  public var numberText: String
  /// The date in ISO 8601: `2022-08-30`, or `2022-08` without a day.
  public var date: String?
  public var publisher: String?
  /// The file as it was found.
  public var path: String
  /// The encoding that the file was read in.
  public var encoding: String
  public var articleCount: Int
  /// The characters of the articles' searched text.
  public var characterCount: Int
  /// Articles without a byline.
  public var unsignedCount: Int
  /// Paragraphs that were put together again over a page break.
  public var joinCount: Int
  /// Titles of the contents, and how many of them were found in the body.
  public var contentsCount: Int
  public var contentsMatchedCount: Int
}
