/// The characters of names and of old words, which stand behind the frequent ones.
struct RareCharacters {
  /// How many bytes of UTF-8 a Han character of the first block takes.
  static let byteCount = 3

  /// The first block of Han characters.
  private static let block: ClosedRange<UInt32> = 0x4E00...0x9FA5
  /// A number without a common divisor with the size of the block, so that its multiples visit all
  /// characters, in no order that shows.
  private static let stride = 7_919

  /// The UTF-8 of the character of a rank.
  func character(_ rank: Int) -> [UInt8] {
    let position = UInt32(rank % Self.block.count * Self.stride % Self.block.count)
    guard let scalar = Unicode.Scalar(Self.block.lowerBound + position) else { return [] }
    return Array(String(scalar).utf8)
  }
}
