/// Whether a short name is made of parts of a full one.
///
/// The rule is that of Schwartz and Hearst, *A Simple Algorithm for Identifying Abbreviation Definitions in
/// Biomedical Text*, 2003: from the end on, each character of the short name is looked for in the full one, and the
/// first has to begin a word. For Chinese, characters are their letters.
enum AbbreviationForm {
  /// Words that acronyms pass over.
  private static let passedOver: Set<String> = [
    "a", "an", "and", "as", "at", "by", "for", "in", "of", "on", "or", "the", "to", "with",
  ]
  /// What follows a name and is a kind of body, not a part of what is shortened.
  private static let legalForms = ["股份有限公司", "有限责任公司", "集团有限公司", "有限公司", "集团公司", "公司", "集团"]
    .map(NameCharacters.codes)

  /// Where the full name begins in the characters before a bracket; nil if `short` is not made of them.
  ///
  /// A short name that stands in the full one as it is is none: whoever looks for it finds both.
  ///
  /// - Parameters:
  ///   - short: Han characters, folded.
  ///   - text: Han characters that end with the full name, folded.
  ///   - words: The ranges of the words of `text`.
  ///   - isMarked: Whether the text says 简称; if not, the last character has to be of the last word.
  /// - Returns: The place in `text`.
  static func start(
    of short: [UInt32], in text: [UInt32], words: [Range<Int>], isMarked: Bool
  ) -> Int? {
    let bodyEnd = text.count - legalFormLength(of: text)
    guard short.count >= 2, let lastWord = words.last(where: { $0.lowerBound < bodyEnd }) else {
      return nil
    }
    let beginnings = Set(words.map(\.lowerBound))
    var place = text.count
    for (index, character) in short.enumerated().reversed() {
      guard
        let found = text[..<place].indices.last(where: {
          text[$0] == character && (index > 0 || beginnings.contains($0))
        })
      else { return nil }
      if index == short.count - 1, !isMarked, found < lastWord.lowerBound { return nil }
      place = found
    }
    let full = text[place...]
    guard full.count >= short.count + 2, !contains(full, short) else { return nil }
    return place
  }

  static func legalFormLength(of text: [UInt32]) -> Int {
    legalForms.first { text.count > $0.count && text.suffix($0.count).elementsEqual($0) }?.count
      ?? 0
  }

  private static func contains(_ text: ArraySlice<UInt32>, _ part: [UInt32]) -> Bool {
    guard text.count >= part.count else { return false }
    return (text.startIndex...text.endIndex - part.count).contains {
      text[$0..<$0 + part.count].elementsEqual(part)
    }
  }

  /// With which of the words the full name of an acronym begins; nil if the acronym is not their initials.
  ///
  /// - Parameters:
  ///   - acronym: Letters, at least two of them capitals.
  ///   - words: Words in their order, which end with the full name.
  /// - Returns: The place in `words`.
  static func firstWord(of acronym: [UInt32], in words: [String]) -> Int? {
    // GPUs are the plural of GPU.
    var capitals = acronym.filter(NameCharacters.isLetter)
    if capitals.last == 0x73, capitals.dropLast().allSatisfy(NameCharacters.isCapital) {
      capitals.removeLast()
    }
    guard capitals.count >= 2, capitals.allSatisfy(NameCharacters.isCapital) else { return nil }
    var index = words.count
    for letter in capitals.reversed() {
      var isFound = false
      while index > 0, !isFound {
        index -= 1
        let word = words[index].lowercased()
        isFound = word.unicodeScalars.first?.value == letter + 0x20
        guard isFound || passedOver.contains(word) else { return nil }
      }
      guard isFound else { return nil }
    }
    return words.count - index >= 2 ? index : nil
  }
}
