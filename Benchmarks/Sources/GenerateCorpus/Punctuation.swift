internal import Randomness

/// What stands between the words of a body: commas, full stops and the ends of paragraphs.
struct Punctuation {
  /// How many words stand between two signs.
  private static let clauseLengths = 3..<10
  /// How often a sign is a full stop, and how often one ends a paragraph.
  private static let fullStop = 0.35
  private static let paragraphEnd = 0.3
  /// How often a sign within a sentence is that of a list.
  private static let listComma = 0.25

  private static let signs = (comma: "，", listComma: "、", fullStop: "。")
  /// The end of a line as JSON writes it.
  private static let lineEnd = "\\n"

  private var remaining = 0
  private var last: Word?

  /// Begins a body.
  mutating func begin(_ generator: inout Generator) {
    last = nil
    startClause(&generator)
  }

  /// Appends what stands before the next word and returns how many characters that is.
  mutating func write(
    before word: Word, to text: inout [UInt8], _ generator: inout Generator
  ) -> Int {
    defer { last = word }
    guard let last else { return 0 }
    guard remaining == 0 else {
      remaining -= 1
      return Self.separate(last, word, in: &text)
    }
    startClause(&generator)
    guard generator.happens(Self.fullStop) else {
      let isList = generator.happens(Self.listComma)
      text.append(contentsOf: (isList ? Self.signs.listComma : Self.signs.comma).utf8)
      return 1
    }
    text.append(contentsOf: Self.signs.fullStop.utf8)
    guard generator.happens(Self.paragraphEnd) else { return 1 }
    text.append(contentsOf: Self.lineEnd.utf8)
    return 2
  }

  /// Ends a body.
  func end(_ text: inout [UInt8]) {
    text.append(contentsOf: Self.signs.fullStop.utf8)
  }

  /// Appends a space if two words would be one without, and returns how many characters that is.
  @discardableResult
  static func separate(_ first: Word, _ second: Word, in text: inout [UInt8]) -> Int {
    guard first.kind != .han, second.kind != .han else { return 0 }
    text.append(UInt8(ascii: " "))
    return 1
  }

  private mutating func startClause(_ generator: inout Generator) {
    let lengths = Self.clauseLengths
    remaining = lengths.lowerBound + generator.number(below: lengths.count)
  }
}
