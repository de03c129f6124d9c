/// How long the text of a file, or of a document of a file of documents, may be.
///
/// It is analysed as a whole, which takes some 100 bytes of memory a character: at the limit nearly a gigabyte on
/// each thread. No issue comes near; a whole year in one file has a fiftieth.
enum TextLimit {
  /// In characters as they are searched: a few become several.
  static let characterCount = 1 << 23

  /// What to say of a longer text.
  static let problem = FileProblem.tooManyCharacters(limit: characterCount)

  /// Whether a text may be analysed.
  static func allows(_ utf8: some Collection<UInt8>, limit: Int = characterCount) -> Bool {
    // A scalar has a byte at least.
    utf8.count <= limit / mostOfScalar || searchedCount(utf8) <= limit
  }

  /// What U+FDFA becomes, the most of all.
  private static let mostOfScalar = 18

  /// About how many characters a text is searched as, rather too many than too few.
  static func searchedCount(_ utf8: some Collection<UInt8>) -> Int {
    var count = 0
    var previous: UInt8 = 0
    for byte in utf8 {
      if byte & 0xC0 != 0x80 {
        count += 1
      } else {
        count += expansion(previous, byte)
      }
      previous = byte
    }
    return count
  }

  /// How many more characters a scalar may become whose UTF-8 begins with two bytes.
  @inline(__always)
  private static func expansion(_ first: UInt8, _ second: UInt8) -> Int {
    switch (first, second) {
    // Arabic words, such as U+FDFA.
    case (0xEF, 0xB7): mostOfScalar - 1
    // Squared words such as ㌖ and ㎞, and enclosed ones.
    case (0xE3, 0x88...0x8F): 5
    // Numbers such as ⅷ and ⒇, and letters such as ℡.
    case (0xE2, 0x84...0x85), (0xE2, 0x91...0x92): 3
    default: 0
    }
  }
}
