extension Pinyin {
  /// A part of a text that was typed in letters.
  public enum Part: Equatable, Sendable {
    /// A syllable that stands for a Han character, as it is spelled.
    case syllable(String)
    /// What stands for itself: the 5g of 5gjizhan.
    case literal(String)
  }

  /// The ways in which a text of letters and digits can be meant: as syllables, with numbers for their
  /// tones, or with one stretch in it, a number or an abbreviation, that stands for itself.
  ///
  /// - Parameters:
  ///   - folded: The text as it is searched.
  ///   - limit: How many ways of each kind to return at most.
  /// - Returns: The ways, those that are more likely meant first; none if the text is no such text. Each has a
  ///   syllable.
  /// - Complexity: bounded as that of ``syllables(of:limit:)`` is.
  public func ways(of folded: some Collection<UInt32>, limit: Int = 16) -> [[Part]] {
    guard let letters = PinyinLetters(folded)?.letters else { return [] }
    let spelled = Self.withoutToneNumbers(letters)
    let syllables = spelled.map { self.syllables(of: $0[...], limit: limit) } ?? []
    let literals = Self.literals(of: letters).lazy.flatMap { self.ways(of: letters, literal: $0) }
    return syllables.map { $0.map(Part.syllable) } + literals.prefix(limit)
  }

  /// The letters with borders in the place of tone numbers, or as they are if there are no digits; nil if a
  /// digit cannot be a tone.
  private static func withoutToneNumbers(_ letters: [UInt8]) -> [UInt8]? {
    var spelled: [UInt8] = []
    for byte in letters {
      if !PinyinLetters.isDigit(byte) {
        // A space may stand behind the number.
        if byte == PinyinLetters.border, spelled.last == byte { continue }
        spelled.append(byte)
      } else if tones.contains(byte), spelled.last.map(PinyinLetters.isLetter) == true {
        spelled.append(PinyinLetters.border)
      } else {
        return nil
      }
    }
    if spelled.last == PinyinLetters.border, letters.last != PinyinLetters.border {
      spelled.removeLast()
    }
    return spelled
  }

  /// The neutral tone is 0 or 5.
  private static let tones = UInt8(ascii: "0")...UInt8(ascii: "5")

  /// The stretches that may stand for themselves: with digits, all of them and some letters beside them, the
  /// fewest first; without, an abbreviation at one of the ends.
  private static func literals(of letters: [UInt8]) -> [Range<Int>] {
    guard let first = letters.firstIndex(where: PinyinLetters.isDigit),
      let last = letters.lastIndex(where: PinyinLetters.isDigit)
    else {
      return abbreviationLengths.filter { $0 < letters.count }
        .flatMap { [0..<$0, letters.count - $0..<letters.count] }
        .filter { !letters[$0].contains(PinyinLetters.border) }
    }
    guard last - first < maximumNumberLength else { return [] }
    var found: [Range<Int>] = []
    for lower in max(first - maximumLettersBeside, 0)...first {
      for upper in last + 1...min(last + 1 + maximumLettersBeside, letters.count) {
        found.append(lower..<upper)
      }
    }
    return found.sorted { ($0.count, $1.lowerBound) < ($1.count, $0.lowerBound) }
  }

  /// IT, VR, APP.
  private static let abbreviationLengths = 2...5
  /// So many syllables make it likely that letters before or behind them were meant as an abbreviation.
  private static let fewestBesideAbbreviation = 2
  /// A number with what is between its digits.
  private static let maximumNumberLength = 12
  /// The IP of ipv6 or the G of 5g.
  private static let maximumLettersBeside = 4

  private func ways(of letters: [UInt8], literal: Range<Int>) -> [[Part]] {
    func parts(_ side: ArraySlice<UInt8>) -> [[Part]] {
      side.isEmpty ? [[]] : syllables(of: side, limit: 2).map { $0.map(Part.syllable) }
    }
    let isBorder = { (byte: UInt8) in byte == PinyinLetters.border }
    var before = letters[..<literal.lowerBound]
    if before.last.map(isBorder) == true { before.removeLast() }
    let after = letters[literal.upperBound...]
    let following = parts(after.first.map(isBorder) == true ? after.dropFirst() : after)
    let part = Part.literal(
      String(decoding: letters[literal].filter { !isBorder($0) }, as: UTF8.self))
    let hasDigit = letters[literal].contains(where: PinyinLetters.isDigit)
    let fewest = hasDigit ? 1 : Self.fewestBesideAbbreviation
    return parts(before).flatMap { front in
      following.compactMap { back in
        front.count + back.count < fewest ? nil : front + [part] + back
      }
    }
  }
}
