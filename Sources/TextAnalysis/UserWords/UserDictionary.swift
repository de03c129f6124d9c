/// Words that a user adds to those of ICU's dictionary.
///
/// They change how texts are cut and so how articles are ranked, never what is found. A word wins over
/// every other way to cut the same characters, unless it has a cost or a frequency of its own.
public struct UserDictionary: Sendable, Equatable {
  /// The longest word, in characters as they are searched.
  ///
  /// As far as ICU looks for a word; the longest of its dictionary has 16.
  public static let maximumWordLength = 20
  /// The most words; the usual dictionaries of other tools have up to half a million.
  public static let maximumWordCount = 1_000_000

  /// One word in the form in which it is searched.
  public struct Word: Sendable, Equatable {
    /// The word, folded.
    public let text: String
    /// How little likely the word is, as in ICU's dictionary, where 的 costs 31 and a rare word 150.
    public let cost: Int
  }

  /// A line that gives no word.
  public struct Problem: Sendable, Equatable {
    /// Why a line gives no word.
    public enum Reason: Sendable, Equatable {
      /// The word has more than 20 characters.
      case tooLong
      /// The word has no letter, digit or Chinese character.
      case nothingSearchable
      /// What follows `cost=` is no number from 0 to 10,000.
      case badCost
      /// There are a million words already.
      case tooMany
    }

    /// The number of the line, from 1.
    public let line: Int
    /// Why the line gives no word.
    public let reason: Reason
  }

  /// The lines that give no word, in order.
  public let problems: [Problem]
  let list: WordList

  /// Reads the text of a dictionary.
  ///
  /// One word a line, and behind it, after white space, a frequency, or `cost=` and a number, or nothing.
  /// What follows is not read, so that jieba's `word frequency tag` is understood. Empty lines and what
  /// follows `#` are left out, and so are names that stand for each other (``DictionaryLine/names``). Of two lines with the same word the last one counts.
  ///
  /// - Parameter utf8: The text in UTF-8.
  public init(parsing utf8: [UInt8]) {
    var reader = DictionaryReader()
    for (number, line) in DictionaryLine.lines(of: utf8).enumerated() {
      reader.read(line, number: number + 1)
    }
    problems = reader.problems
    list = WordList(reader.costs)
  }

  private init(list: WordList, problems: [Problem]) {
    self.list = list
    self.problems = problems
  }

  /// The words of several dictionaries; for a word in more than one the last one counts.
  ///
  /// - Returns: Nil if there is no word in them.
  public static func merging(_ dictionaries: [UserDictionary]) -> UserDictionary? {
    let filled = dictionaries.filter { !$0.isEmpty }
    guard filled.count > 1 else { return filled.first }
    var costs: [[UInt32]: UInt32] = [:]
    for dictionary in filled { dictionary.list.forEach { costs[Array($0)] = $1 } }
    return UserDictionary(list: WordList(costs), problems: filled.flatMap(\.problems))
  }

  /// The word as it is searched; nil if it has nothing to search for or is too long.
  public static func folded(_ word: String) -> String? {
    var folding = WordFolding()
    let scalars = folding.fold(Array(word.utf8))
    return (1...maximumWordLength).contains(scalars.count) ? string(scalars) : nil
  }

  /// Whether there is no word.
  public var isEmpty: Bool { list.count == 0 }

  /// How many words there are.
  public var count: Int { list.count }

  /// All words, in the order of their scalars.
  public var words: [Word] {
    var words: [Word] = []
    words.reserveCapacity(list.count)
    list.forEach { words.append(Word(text: Self.string($0), cost: Int($1))) }
    return words
  }

  /// The dictionary as a text that gives the same dictionary: the words in order, a line each.
  public var text: String {
    words.map { word in
      // The full-width mark means the same, and begins no comment.
      let text = word.text.hasPrefix("#") ? "＃" + word.text.dropFirst() : word.text
      return word.cost == 0 ? "\(text)\n" : "\(text) cost=\(word.cost)\n"
    }.joined()
  }

  /// A short name for the words and their costs: the same for the same words, whatever their order
  /// and form in the file.
  public var identity: String {
    var hash = FNVHash()
    list.forEach { scalars, cost in
      for scalar in scalars { hash.add(scalar) }
      hash.add(WordList.terminator)
      hash.add(cost)
    }
    return hash.hexadecimal
  }

  static func string(_ scalars: some Sequence<UInt32>) -> String {
    String(String.UnicodeScalarView(scalars.compactMap { Unicode.Scalar($0) }))
  }
}

/// The hash FNV-1a, folded to 32 bits (Fowler, Noll and Vo).
private struct FNVHash {
  private var state: UInt64 = 0xCBF2_9CE4_8422_2325
  private static let prime: UInt64 = 0x100_0000_01B3

  mutating func add(_ number: UInt32) {
    for shift in stride(from: UInt32(0), to: 32, by: 8) {
      state = (state ^ UInt64(number >> shift & 0xFF)) &* Self.prime
    }
  }

  var hexadecimal: String {
    let digits = String(UInt32(truncatingIfNeeded: state >> 32 ^ state), radix: 16)
    return String(repeating: "0", count: 8 - digits.count) + digits
  }
}
