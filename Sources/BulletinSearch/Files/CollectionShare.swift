/// The share of a collection's files that an index takes, where several indexes hold the collection together.
///
/// Each file falls into one share by its path alone, so a share can be brought up to date without a look at the
/// others. The page <doc:Shares> has the rules.
public struct CollectionShare: Sendable, Equatable, Codable {
  /// The most shares that a collection can have.
  public static let mostShares = 4_096

  /// Which share it is, from 1.
  public let number: Int
  /// How many shares the collection has.
  public let count: Int

  /// - Returns: Nil unless 1 ≤ `number` ≤ `count` ≤ ``mostShares``.
  public init?(_ number: Int, of count: Int) {
    guard (1...Self.mostShares).contains(count), (1...count).contains(number) else { return nil }
    self.number = number
    self.count = count
  }

  /// - Throws: `DecodingError` if the keys `number` and `count` say no share.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    let (number, count) = (
      try values.decode(Int.self, forKey: .number), try values.decode(Int.self, forKey: .count)
    )
    guard let share = CollectionShare(number, of: count) else {
      throw DecodingError.dataCorruptedError(
        forKey: .number, in: values, debugDescription: "no share \(number) of \(count)")
    }
    self = share
  }

  private enum CodingKeys: CodingKey { case number, count }

  /// Whether a file falls into this share.
  ///
  /// It does if the XXH64 of its path, with seed 0, modulo ``count`` is ``number`` − 1: names that differ in a digit
  /// only are spread as evenly as any others.
  ///
  /// - Parameter path: As the index writes it, in UTF-8: from the folder of the index if the file lies below that, else
  ///   absolute.
  /// - Returns: Whether it does.
  func has(_ path: String) -> Bool {
    ContentHash.value(of: Array(path.utf8)) % UInt64(count) == UInt64(number - 1)
  }
}

/// As it is written in a command and in an index: `2/8` is the second of eight.
extension CollectionShare: LosslessStringConvertible {
  public var description: String { "\(number)/\(count)" }

  /// - Returns: Nil if the text is something else.
  public init?(_ description: String) {
    let parts = description.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2,
      parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
      let number = Int(parts[0]), let count = Int(parts[1])
    else { return nil }
    self.init(number, of: count)
  }
}
