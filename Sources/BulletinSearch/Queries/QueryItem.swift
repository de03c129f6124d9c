internal import InvertedIndex
internal import TextAnalysis

/// A text that a query looks for, analysed as the articles are.
struct QueryItem {
  /// How the text has to stand in an article.
  enum Form: Hashable {
    /// As it stands, or, where that is too much, its words anywhere.
    case words
    /// As it stands.
    case exact
    /// As the beginning of a word.
    case prefix
    /// All parts between spaces within so many characters.
    case near(distance: Int)

    fileprivate var isQuoted: Bool {
      switch self {
      case .exact, .near: true
      case .words, .prefix: false
      }
    }
  }

  let text: AnalyzedText
  let form: Form
  /// The field that has to hold the text; nil for any.
  let field: Field?
  /// How much the text counts, as a factor.
  let boost: Double
  /// The text in UTF-8 if its characters are compared as they are written; nil if forms that fold to
  /// the same are as good.
  let written: [UInt8]?
  /// Whether the text stands in quotation marks, so that nothing less is enough.
  let isQuoted: Bool
  /// Whether an article has to have the text to have all of the query; not if it has only
  /// ``OptionalWords`` and stands beside others.
  var isRequired = true
  /// Whether ``OptionalWords`` are required too.
  private let requiresAllWords: Bool
  /// The articles that have the text, where they were looked for beforehand: in ``Field/furniture``.
  var documents: Filter?
  /// The text in UTF-8.
  private let utf8: [UInt8]
  /// All match texts that the text may have in an article.
  let readings: [MatchText]
  /// The parts of the text that ``Form/near(distance:)`` is about.
  private(set) var nearParts: [Range<Int>] = []
  /// The same as ``readings`` for each of ``units``, which may stand anywhere.
  private(set) var unitReadings: [[MatchText]] = []

  /// The characters of the text as they are searched.
  var scalars: [UInt32] { text.match.scalars }

  /// Where and how a text is looked for.
  struct Scope {
    var field: Field?
    var boost = 1.0
    var comparesAsWritten = false
    var requiresAllWords = false
  }

  /// Nil if nothing of the text can be searched, because it has punctuation only.
  init?(_ string: String, form: Form, scope: Scope = Scope(), analyzer: TextAnalyzer) throws {
    utf8 = Array(string.utf8)
    (text, readings) = try analyzer.analyzeQueryText(utf8)
    guard text.match.hasWords else { return nil }
    field = scope.field
    boost = scope.boost
    written = scope.comparesAsWritten ? utf8 : nil
    requiresAllWords = scope.requiresAllWords
    isQuoted = form.isQuoted
    switch form {
    case .near:
      nearParts = Self.parts(of: utf8, in: text)
      self.form = nearParts.count <= Self.maximumPartCount ? form : .exact
    case .prefix:
      // What follows a Han character may always be something else; a prefix of several words is a
      // run that may end within the last. So is that of a number, which is found in others as it is without
      // a star: 180* in 1800 and in 1,180.
      let isWord = text.tokens.count == 1 && text.tokens[0].range.count == text.match.count
      self.form = isWord && text.tokens[0].kind == .letters ? form : .exact
    case .words, .exact: self.form = form
    }
    if form == .words {
      unitReadings = units.map { unit in
        let source = text.match.sourceRange(of: unit.range)
        return source.count == utf8.count ? readings : analyzer.readings(of: Array(utf8[source]))
      }
    }
  }

  /// The most parts that are looked for near each other; a text of more is a text.
  private static let maximumPartCount = 16

  /// The parts of a text between white space, as ranges of its match text; its words if it is in one
  /// part.
  private static func parts(of utf8: [UInt8], in text: AnalyzedText) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var last = 0
    for index in text.match.scalars.indices where text.match.isWord(at: index) {
      let gap = utf8[last..<max(last, Int(text.match.starts[index]))]
      let isNew =
        parts.isEmpty || gap.contains { $0 == 0x20 || $0 == 0x0A || $0 == 0x09 }
        || gap.elementsEqual("\u{3000}".utf8)
      if isNew {
        parts.append(index..<index + 1)
      } else {
        parts[parts.count - 1] = parts[parts.count - 1].lowerBound..<index + 1
      }
      last = Int(text.match.ends[index])
    }
    var known: Set<ArraySlice<UInt32>> = []
    return (parts.count > 1 ? parts : text.tokens.map(\.range))
      .filter { known.insert(text.match.scalars[$0]).inserted }
  }

  /// The runs that show where the words of the text are: those of two and more characters, or the
  /// single ones if there are no others.
  var words: [[UInt32]] {
    switch form {
    case .exact, .prefix: return runs
    case .near: return nearParts.map { Array(scalars[$0]) }
    case .words: break
    }
    guard written == nil else { return [scalars] }
    let words = requiredUnits.flatMap(\.readings).map(\.scalars)
    let long = words.filter { $0.count > 1 }
    return long.isEmpty ? words : long
  }

  /// The runs that show where the text stands if it does as it was typed.
  var runs: [[UInt32]] {
    if case .near = form { words } else { readings.map(\.scalars) }
  }

  /// The same for characters that are compared as they are written, in UTF-8.
  var writtenRuns: [[UInt8]] {
    guard let written else { return [] }
    guard case .near = form else { return [written] }
    return nearParts.map { Array(written[text.match.sourceRange(of: $0)]) }
  }

  /// The words, but Han characters that the dictionary left single and that stand side by side taken
  /// together: 疫|情 and 基|站 are words that the dictionary lacks, and 疫 and 情 apart say nothing.
  ///
  /// Particles and the like stay by themselves, or 渔|港|在 would be one.
  var units: [(range: Range<Int>, isHan: Bool)] {
    var units: [(range: Range<Int>, isHan: Bool)] = []
    var lastIsSingle = false
    for token in text.tokens {
      let isHan = !token.kind.isSpaced
      let isSingle =
        token.kind == .han && token.range.count == 1
        && !OptionalWords.contains(scalars[token.range])
      if isSingle, lastIsSingle, let last = units.last,
        last.range.upperBound == token.range.lowerBound
      {
        units[units.count - 1].range = last.range.lowerBound..<token.range.upperBound
      } else {
        units.append((token.range, isHan))
      }
      lastIsSingle = isSingle
    }
    return units
  }

  /// The units that an article has to have to have all words of the text, with their readings.
  var requiredUnits: [(range: Range<Int>, isHan: Bool, readings: [MatchText])] {
    let all = zip(units, unitReadings).map { ($0.range, $0.isHan, $1) }
    guard mayLeaveOut else { return all }
    let required = all.filter { !OptionalWords.contains(scalars[$0.0]) }
    return required.isEmpty ? all : required
  }

  /// Whether the text has nothing but words that need not be in an article where the query has others.
  var isOptional: Bool {
    mayLeaveOut && units.allSatisfy { OptionalWords.contains(scalars[$0.range]) }
  }

  /// Whether a word of the text asks, or a question mark ends it.
  var asks: Bool {
    utf8.last == 0x3F || utf8.suffix(3).elementsEqual("？".utf8)
      || text.tokens.contains { InterrogativeWords.contains(scalars[$0.range]) }
  }

  private var mayLeaveOut: Bool {
    form == .words && field == nil && written == nil && !requiresAllWords
  }

  /// The terms that every article has in which the text stands as it is written.
  func certainGrams(in field: Field? = nil) -> [Term] {
    let grams = readings.map { $0.grams(of: 0..<$0.count, in: field) }
    guard grams.count > 1 else { return grams.first ?? [] }
    let others = grams.dropFirst().map { Set($0) }
    return grams[0].filter { gram in others.allSatisfy { $0.contains(gram) } }
  }
}

extension MatchText {
  /// Whether anything of it can be searched.
  fileprivate var hasWords: Bool { scalars.indices.contains(where: isWord(at:)) }

  /// The pairs of `range`, and the characters that are in none.
  func grams(of range: Range<Int>, in field: Field? = nil) -> [Term] {
    var grams: [Term] = []
    var known: Set<Term> = []
    var isCovered = false
    for index in range where isWord(at: index) {
      let isPair = index + 1 < range.upperBound && isWord(at: index + 1)
      if isPair || !isCovered {
        let gram = TermKey.gram(scalars[index...(isPair ? index + 1 : index)], field: field)
        if known.insert(gram).inserted { grams.append(gram) }
      }
      isCovered = isPair
    }
    return grams
  }
}

extension Token.Kind {
  /// Whether words of the kind are written with spaces between them.
  var isSpaced: Bool { self == .letters || self == .number }
}
