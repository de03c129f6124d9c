/// One issue of an index: one file that was read.
public struct IssueSummary: Sendable, Equatable, Codable {
  /// The name of the bulletin; the file's folder where no masthead names one.
  public var bulletin: String
  /// Names the issue in its index and no other, as short as can be and without blanks: its label, else
  /// `NAME:92`, else the end of its path.
  public var id = ""
  /// What names the issue within its bulletin: the running number, else the number, with its year if the
  /// bulletin counts anew every year, else the date, else the file's name; `92`, `8`, `2022-8`, `增刊1`,
  /// `2022-08-30`.
  public var label: String
  /// How the issue is counted.
  public var kind = Kind.regular
  /// The year of the number, else of the date.
  public var year: Int?
  /// The volume that the number is in: 3 in 第3卷第2期.
  public var volume: Int?
  /// The number within the year.
  public var number: Int?
  /// The last number of a joint issue: 8 in 第7-8期合刊.
  public var lastNumber: Int?
  /// Which half or third: 上 in 第3期 上辑.
  public var part: String?
  /// The number since the first issue.
  public var total: Int?
  /// The number as people write it: `2022年第8期（总第92期）`.
  public var numberText: String
  /// The date in ISO 8601: `2022-08-30`, or `2022-08` without a day.
  public var date: String?
  /// The office that issues it.
  public var publisher: String?
  /// The file as it was found.
  public var path: String
  /// The encoding that the file was read in.
  public var encoding: String
  /// How many articles it has.
  public var articleCount: Int
  /// The characters of the articles' searched text.
  public var characterCount: Int
  /// Articles without a byline.
  public var unsignedCount: Int
  /// Paragraphs that were put together again over a page break.
  public var joinCount: Int
  /// Titles of the contents, and how many of them were found in the body.
  public var contentsCount: Int
  /// How many titles of the contents were found in the body.
  public var contentsMatchedCount: Int

  /// How an issue is counted.
  public enum Kind: String, Sendable, Codable, CaseIterable {
    /// Within the year, or since the first issue.
    case regular
    /// 增刊, numbered apart from the regular issues.
    case supplement
    /// 专刊 or 特刊.
    case special
  }
}
