/// One line of a user's dictionary, taken apart.
public struct DictionaryLine: Sendable, Equatable {
  /// The highest cost that may be given; some forty times that of an unknown character.
  static let maximumCost: UInt32 = 10_000

  /// The word as it is written; nil if the line is empty, a comment or one of ``names``.
  public let word: String?
  /// Two or more names that stand for each other, as they are written, from `name = name`; else none.
  ///
  /// They may have blanks in them.
  public let names: [String]
  /// What stands behind the word; nil if there is nothing.
  let number: Substring?

  /// - Parameter line: The line without its end.
  public init(_ line: String) {
    let fields = line.split(maxSplits: 2, whereSeparator: \.isWhitespace)
    names = Self.names(in: line, fields: fields)
    guard let first = fields.first, !first.hasPrefix("#"), names.isEmpty else {
      word = nil
      number = nil
      return
    }
    word = String(first)
    number = fields.dropFirst().first.flatMap { $0.hasPrefix("#") ? nil : $0 }
  }

  private static func names(in line: String, fields: [Substring]) -> [String] {
    guard let first = fields.first, !first.hasPrefix("#"),
      !fields.dropFirst().prefix(1).contains(where: { $0.hasPrefix(costPrefix) })
    else { return [] }
    // A comment begins behind a blank, so that C# can be a name.
    let comment = line.indices.first { index in
      line[index] == "#" && index > line.startIndex && line[line.index(before: index)].isWhitespace
    }
    let names = line[..<(comment ?? line.endIndex)].split(whereSeparator: { "=＝".contains($0) })
      .map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
      .filter { !$0.isEmpty }
    return names.count > 1 ? names : []
  }

  private static let costPrefix = "cost="

  /// The lines of a text, without their ends and a byte order mark.
  public static func lines(of utf8: [UInt8]) -> [String] {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let bytes = utf8.starts(with: mark) ? utf8.dropFirst(mark.count) : utf8[...]
    return bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map { line in
      String(decoding: line.last == 0x0D ? line.dropLast() : line, as: UTF8.self)
    }
  }

  /// The cost of the word; nil if one is given that is none.
  var cost: UInt32? {
    guard let number else { return 0 }
    let prefix = Self.costPrefix
    guard number.hasPrefix(prefix) else {
      // A number is a frequency, anything else jieba's tag of a word without one.
      let isFrequency = number.utf8.allSatisfy { (0x30...0x39).contains($0) }
      return isFrequency ? Self.cost(ofFrequency: UInt64(number) ?? .max) : 0
    }
    guard let cost = UInt32(number.dropFirst(prefix.count)), cost <= Self.maximumCost else {
      return nil
    }
    return cost
  }

  /// What a word costs that is so frequent: 160 − 7 ⌊log₂ frequency⌋, and not less than 1.
  ///
  /// The costs of ICU's dictionary are about 160 − 10 ln f for a word that occurs f times in the 60
  /// million words from which jieba's frequencies come (的 31, 中国 51, 研究 58, 疫 94), and 10 ln 2 is 7.
  static func cost(ofFrequency frequency: UInt64) -> UInt32 {
    let (mostRare, doubling, least) = (160, 7, 1)
    let logarithm = UInt64.bitWidth - 1 - max(frequency, 1).leadingZeroBitCount
    return UInt32(max(mostRare - doubling * logarithm, least))
  }
}
