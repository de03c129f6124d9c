/// A number that a text says of something, with what it says about it.
public struct Figure: Hashable, Sendable {
  /// What a number is.
  public enum Kind: String, Sendable, CaseIterable {
    /// How much there is: 达到5.2万个.
    case level
    /// How much more: 增长33%, 新增300个, 翻一番.
    case increase
    /// How much less; the value is below zero: 下降0.3%.
    case decrease
    /// Which part of a whole: 占六成.
    case share
    /// A place in an order: 居全国第3位.
    case rank
    /// What is planned, expected or aimed at, whatever it is: 力争超过7万个.
    case plan
  }

  /// The number as it stands with its unit, in bytes of the text.
  public var range: Range<Int>
  /// The number, without 万 and 亿; of a range the beginning.
  public var value: FigureNumber
  /// The end of a range: 5 of 3—5万.
  public var upper: FigureNumber?
  /// What it counts or is measured in, in simplified characters: 个, 元, %; empty if there is nothing.
  public var unit: String
  /// What the unit is divided by where that stands before the number: 秒 of 每秒412兆.
  public var per: String?
  /// What the number is.
  public var kind: Kind
  /// What says how exact it is, as it stands: 近, 超过, 余, 以上.
  public var qualifier: String?
  /// What it is compared with: 同比, 比上月末.
  public var comparison: String?
  /// When it is said of; nil if the text does not say so.
  public var period: FigurePeriod?
  /// What it is said of, in bytes of the text: 全省5G基站总数.
  public var subject: Range<Int>
  /// The sentence that it stands in, in bytes of the text.
  public var sentence: Range<Int>
  /// Whose it is, if that is said: 全省, 云岫县, 美国.
  public var owner: String?
  /// Whether the rules leave no doubt that it is said of what was asked for.
  public var isCertain: Bool
  /// Whether ``value`` is rounded, as that of 三分之一 is.
  public var isRounded: Bool
}
