/// One person or office with its part in an article: 审核：丙.
public struct Credit: Hashable, Sendable {
  /// The part as printed: 供稿, 审核, 通讯员.
  public var role: String
  /// The name of the person or office.
  public var name: String
}
