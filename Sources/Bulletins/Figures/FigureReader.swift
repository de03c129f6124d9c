/// Finds the numbers that stand with a term in a text.
///
/// A sentence is cut into clauses at its commas. In each, a number belongs to what stands before it up to the last number, or to
/// what follows its measure word; a clause that names nothing goes on with what was said before. The page Figures of
/// `BulletinSearch` has the rules with examples.
///
/// - Complexity: O(*n*) in the scalars of the text.
public struct FigureReader: Sendable {
  private let issue: FigurePeriod.Date?

  /// A reader of texts of an issue.
  ///
  /// - Parameter issue: Its date, in relation to which 今年 and 7月末 are read; nil if it is not known.
  public init(issue: FigurePeriod.Date?) {
    self.issue = issue
  }

  /// The numbers that stand with a term in a paragraph.
  ///
  /// - Parameters:
  ///   - paragraph: Its UTF-8.
  ///   - terms: Where the term stands, in bytes; in order, none over another.
  ///   - fold: Gives the simplified form of a Han character; it is called in the order of the text.
  /// - Returns: The figures in the order of the text.
  public func figures(
    in paragraph: some Collection<UInt8>, about terms: [Range<Int>],
    fold: FigureFold = { scalar, _ in scalar }
  ) -> [Figure] {
    let text = FigureText(paragraph, fold: fold)
    let places = terms.map {
      text.index(ofOffset: $0.lowerBound)..<text.index(ofOffset: $0.upperBound)
    }
    .filter { !$0.isEmpty }
    guard !places.isEmpty else { return [] }
    let tokenizer = FigureTokenizer(text, issue: issue)
    var association = FigureAssociation(text, issue: issue)
    let sentences = Self.sentences(of: text)
    let terms = Self.terms(places, of: sentences)
    let matters = sentences.indices.map { Self.matters($0, terms, sentences, text) }
    var start = 0
    while start < sentences.count {
      let end = matters[start...].firstIndex { $0 != matters[start] } ?? matters.endIndex
      // Where no sentence of some that hang together has a number, nothing can be found in any.
      if matters[start],
        sentences[start..<end].contains(where: { Self.mayHaveNumber(text, in: $0) })
      {
        for place in start..<end {
          association.read(
            tokenizer.sentence(sentences[place], terms: Array(places[terms[place]])),
            at: sentences[place])
        }
      } else {
        association.passOver()
      }
      start = end
    }
    return association.figures
  }

  /// Whether a quantity may stand in a sentence: most have no numeral but in words such as 一个 and 进一步.
  private static func mayHaveNumber(_ text: FigureText, in sentence: Range<Int>) -> Bool {
    sentence.contains { place in
      let scalar = text[place]
      if scalar.isASCIIDigit || scalar == "半" || FigureNumberReader.powers[scalar] != nil {
        return true
      }
      guard let digit = ChineseReading.digits[scalar] else { return false }
      return digit != 1 || mayBeOne(text, at: place)
    }
  }

  /// Whether 一 alone may be part of a quantity: before a unit that can be measured, and where it is no word by itself.
  private static func mayBeOne(_ text: FigureText, at place: Int) -> Bool {
    let (before, after) = (text[place - 1], text[place + 1])
    if "第翻了近约超止之".unicodeScalars.contains(before)
      || "成点分大多余几番".unicodeScalars.contains(after)
    {
      return true
    }
    let unit = FigureUnit(text, at: text.skippingBlanks(from: place + 1), end: text.count)
    return unit?.kind == .amount || unit?.kind == .ratio
  }

  /// Which of the terms stand in each sentence.
  private static func terms(_ places: [Range<Int>], of sentences: [Range<Int>]) -> [Range<Int>] {
    var next = 0
    return sentences.map { sentence in
      while next < places.count, places[next].upperBound <= sentence.lowerBound { next += 1 }
      var end = next
      while end < places.count, places[end].lowerBound < sentence.upperBound { end += 1 }
      return next..<end
    }
  }

  /// Whether a sentence has the term or stands beside one that has it: the one before may say when, and the one after go on.
  ///
  /// Parts between semicolons hang together.
  private static func matters(
    _ place: Int, _ terms: [Range<Int>], _ sentences: [Range<Int>], _ text: FigureText
  ) -> Bool {
    if !terms[place].isEmpty || place > 0 && !terms[place - 1].isEmpty { return true }
    var next = place + 1
    while next < sentences.count, next - place <= farthest {
      if !terms[next].isEmpty { return true }
      guard text[sentences[next - 1].upperBound - 1] == "；" || next == place + 1,
        text[sentences[next].upperBound - 1] == "；"
      else { return false }
      next += 1
    }
    return false
  }

  /// How many parts between semicolons ahead a term is looked for.
  private static let farthest = 8

  /// How many characters a sentence has at most: it is cut at the next comma, and without one where it has twice as many.
  ///
  /// Each number is shown with its sentence, and asks what else is in it: a sentence of a hundred thousand numbers would
  /// be written a hundred thousand times.
  public static let longestSentence = 2_000

  /// The sentences of a text; parts between semicolons are sentences too.
  private static func sentences(of text: FigureText) -> [Range<Int>] {
    var sentences: [Range<Int>] = []
    var start = 0
    for place in 0..<text.count
    where isEnd(text, at: place) || isCut(text, at: place, length: place + 1 - start) {
      sentences.append(start..<place + 1)
      start = place + 1
    }
    if start < text.count { sentences.append(start..<text.count) }
    return sentences
  }

  /// Whether a sentence of so many characters up to a place is too long and may be cut behind it, which is never within a
  /// number.
  private static func isCut(_ text: FigureText, at place: Int, length: Int) -> Bool {
    guard length >= longestSentence else { return false }
    if text[place] == "，" || text[place] == "、" { return true }
    return length >= 2 * longestSentence && !text[place].isASCIIDigit
      && !text[place + 1].isASCIIDigit
  }

  private static func isEnd(_ text: FigureText, at place: Int) -> Bool {
    switch text[place] {
    case "。", "！", "？", "；", "\n", "!", "?", ";": true
    case ".": text[place + 1] == " " && !text[place - 1].isASCIIDigit && text[place - 2] != "."
    default: false
    }
  }
}
