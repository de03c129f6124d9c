/// A number that stands with what was asked for, with what its text says of it and where it is.
public struct FoundFigure: Sendable, Equatable {
  /// What a number is.
  public enum Kind: String, Sendable, Codable, CaseIterable {
    /// How much there is.
    case level
    /// How much more.
    case increase
    /// How much less; the value is below zero.
    case decrease
    /// Which part of a whole.
    case share
    /// A place in an order.
    case rank
    /// What is planned, expected or aimed at.
    case plan
  }

  /// When a number is said of: days, months or years from one to another.
  public struct Period: Sendable, Hashable {
    /// Where it begins.
    public var first: CalendarDate
    /// Where it ends; the same for one day, month or year.
    public var last: CalendarDate

    /// From one date to another.
    public init(_ first: CalendarDate, _ last: CalendarDate) {
      self.first = first
      self.last = last
    }
  }

  /// Names the article.
  public var id: String
  /// The issue that it is in.
  public var issue: IssueSummary
  /// The title of the article.
  public var title: String
  /// The sentence that the number stands in, with the number lit; its place is that of the number.
  public var sentence: Excerpt
  /// The number as it stands, with its unit.
  public var text: String
  /// The number, without 万 and 亿; of a range the beginning.
  public var value: FigureValue
  /// The end of a range.
  public var upper: FigureValue?
  /// What it counts or is measured in; empty if nothing is said.
  public var unit: String
  /// What the unit is divided by where that stands apart: 秒 of 每秒412兆.
  public var per: String?
  /// What the number is.
  public var kind: Kind
  /// What says how exact it is, as it stands: 近, 超过, 余.
  public var qualifier: String?
  /// What it is compared with: 同比, 比上月末.
  public var comparison: String?
  /// When it is said of; nil if the text does not say so.
  public var period: Period?
  /// What it is said of, as it stands: 全省5G基站总数.
  public var subject: String
  /// Whose it is, if that is said: 全省, 云岫县.
  public var owner: String?
  /// Whether the rules leave no doubt that it is said of what was asked for.
  public var isCertain: Bool
  /// Whether the value is rounded, as that of 三分之一 is.
  public var isRounded: Bool
}

extension FoundFigure.Period: CustomStringConvertible {
  /// `2023-07`, `2023-01..2023-06`.
  public var description: String { first == last ? "\(first)" : "\(first)..\(last)" }
}

extension FoundFigure {
  /// The unit with what it is divided by: `兆/秒`.
  public var fullUnit: String { unit + (per.map { "/" + $0 } ?? "") }
}

/// With `first` and `last` as text: `2023-07`.
extension FoundFigure.Period: Encodable {
  private enum CodingKeys: CodingKey {
    case first, last
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode("\(first)", forKey: .first)
    try container.encode("\(last)", forKey: .last)
  }
}
