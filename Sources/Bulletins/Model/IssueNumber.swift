/// The number of an issue as its masthead prints it: `2025年第42期（总第1268期）`.
public struct IssueNumber: Hashable, Sendable {
  /// How the issue stands to the numbering of its year.
  public enum Kind: String, CaseIterable, Sendable {
    case regular
    /// 增刊, numbered apart from the regular issues.
    case supplement
    /// 专刊 or 特刊.
    case special
  }

  /// What is counted.
  public enum Unit: String, CaseIterable, Sendable {
    /// 期
    case issue
    /// 辑
    case collection
    /// 卷
    case volume
    /// 号
    case number
    /// 周
    case week
  }

  /// The year in which the number is counted.
  public var year: Int?
  /// The number within the year, or the only number there is.
  public var number: Int?
  /// The last number of a joint issue: 8 in 第7-8期合刊.
  public var lastNumber: Int?
  /// The volume that the number is in: 3 in 第3卷第2期.
  public var volume: Int?
  /// The number since the first issue: 92 in 总第92期.
  public var total: Int?
  /// How the issue stands to the numbering.
  public var kind: Kind
  /// What is counted.
  public var unit: Unit
  /// Which half or third: 上 in 总第3卷 上辑.
  public var part: String?
  /// What a special issue is about, as printed: 网络安全 in 第一期网络安全专刊.
  public var theme: String?

  /// A number; what is not known is nil.
  public init(
    year: Int? = nil, number: Int? = nil, lastNumber: Int? = nil, volume: Int? = nil,
    total: Int? = nil, kind: Kind = .regular, unit: Unit = .issue, part: String? = nil,
    theme: String? = nil
  ) {
    self.year = year
    self.number = number
    self.lastNumber = lastNumber
    self.volume = volume
    self.total = total
    self.kind = kind
    self.unit = unit
    self.part = part
    self.theme = theme
  }
}
