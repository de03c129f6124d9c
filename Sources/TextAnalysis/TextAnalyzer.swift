internal import CICU

/// Turns texts into what is stored, searched and ranked; documents and queries alike.
///
/// Use one a thread.
public final class TextAnalyzer {
  /// The version of the rules of match texts and tokens; the table of folding has one of its own.
  ///
  /// An index made by another version has to be folded again.
  public static let rulesVersion = 2

  private var folder = TextFolder()
  private let segmenter = WordSegmenter()
  private var builder = MatchTextBuilder()
  private var folded: [FoldedScalar] = []
  private var pieces: [WordPiece] = []

  /// The texts that ``analyzeQueryText(_:)`` analysed last.
  private var queryTexts: [(utf8: [UInt8], text: AnalyzedText, readings: [MatchText])] = []
  private static let keptQueryTextCount = 4

  let dictionary: UserDictionary?
  private var userWords: UserWordLattice?

  /// - Parameter dictionary: Words to know beside those of ICU's dictionary.
  public init(dictionary: UserDictionary? = nil) {
    self.dictionary = dictionary
    userWords = dictionary.flatMap { $0.isEmpty ? nil : UserWordLattice($0.list) }
  }

  /// The rules and the table that decide what is found, such as `bsearch-2 folding-1`.
  ///
  /// An index that others have folded would be searched for texts that it does not have in this form.
  public static var foldingIdentity: String {
    "bsearch-\(rulesVersion) folding-\(FoldTable.version)"
  }

  /// The ``foldingIdentity-swift.type.property`` and the ICU that texts are analysed with, as in
  /// `bsearch-2 folding-1 icu-72.1 unicode-15.0`.
  public static var identity: String {
    "\(foldingIdentity) icu-\(ICUVersion.library) unicode-\(ICUVersion.unicode)"
  }

  /// The rules, the ICU and the user's dictionary, as in `… dictionary-0a1b2c3d`; without one as
  /// ``identity-swift.type.property``.
  public static func identity(with dictionary: UserDictionary?) -> String {
    guard let dictionary, !dictionary.isEmpty else { return identity }
    return "\(identity) dictionary-\(dictionary.identity)"
  }

  /// What this analyser's texts are analysed with.
  public var identity: String { Self.identity(with: dictionary) }

  /// What Han runs are cut with.
  public var segmentation: SegmentationMethod { segmenter.method }

  /// Compares some sentences with ICU's word iterator, once in the process, so that all texts that come are
  /// cut with the same.
  ///
  /// What indexes calls it first. It takes some 2 ms; a search can do without, since nothing but the weight
  /// of words depends on it.
  public static func checkSegmentation() { _ = SharedLattice.shared.isEqual() }

  /// Whether ICU's dictionary has a word in this folded form; false if it cannot be read.
  public func dictionaryContains(_ scalars: ArraySlice<UInt32>) -> Bool {
    segmenter.withLattice { $0?.contains(scalars) ?? false }
  }

  /// The match text of a text of less than 2 GiB; takes no dictionary.
  public func fold(_ utf8: [UInt8]) -> MatchText {
    var match = MatchText()
    folder.fold(utf8, into: &folded)
    ContextRules.apply(to: &folded)
    builder.build(folded, into: &match)
    return match
  }

  /// All match texts that a part of a text may have, whatever stands before and behind it there; mostly one.
  ///
  /// 零售 is 零售 by itself and 〇售 in 第一零售店. The first is that of ``fold(_:)``; none is a part of another.
  public func readings(of utf8: [UInt8]) -> [MatchText] {
    folder.fold(utf8, into: &folded)
    return readings(of: folded, first: fold(utf8))
  }

  private func readings(of text: [FoldedScalar], first: MatchText) -> [MatchText] {
    var readings = [first]
    guard ContextRules.dependsOnSurroundings(text) else { return readings }
    for (before, behind) in ContextRules.surroundings {
      folded = before + text + behind
      ContextRules.apply(to: &folded)
      var match = MatchText()
      builder.build(Array(folded.dropFirst(before.count).dropLast(behind.count)), into: &match)
      if !match.isEmpty, !readings.contains(where: { match.scalars.contains($0.scalars) }) {
        readings.removeAll { $0.scalars.contains(match.scalars) }
        readings.append(match)
      }
    }
    return readings
  }

  /// What ``analyze(_:)`` and ``readings(of:)`` give for a text of a query.
  ///
  /// The last ones are kept: a query is looked at in several ways, and often is one text.
  ///
  /// - Throws: ``AnalysisError`` if ICU's word iterator fails.
  public func analyzeQueryText(_ utf8: [UInt8]) throws(AnalysisError) -> (
    text: AnalyzedText, readings: [MatchText]
  ) {
    if let known = queryTexts.first(where: { $0.utf8 == utf8 }) {
      return (known.text, known.readings)
    }
    let text = try analyze(utf8)
    folder.fold(utf8, into: &folded)
    let readings = readings(of: folded, first: text.match)
    if queryTexts.count == Self.keptQueryTextCount { queryTexts.removeFirst() }
    queryTexts.append((utf8, text, readings))
    return (text, readings)
  }

  /// The match text and the words of a text of less than 2 GiB.
  ///
  /// - Throws: ``AnalysisError`` if ICU's word iterator fails.
  public func analyze(_ utf8: [UInt8]) throws(AnalysisError) -> AnalyzedText {
    var text = AnalyzedText()
    try analyze(utf8, into: &text)
    return text
  }

  /// Replaces `text` with the match text and the words of a text of less than 2 GiB.
  ///
  /// What analyses many texts one after the other saves the making of arrays by giving the same `text`.
  ///
  /// - Throws: ``AnalysisError`` if ICU's word iterator fails; `text` is then of no use.
  public func analyze(_ utf8: [UInt8], into text: inout AnalyzedText) throws(AnalysisError) {
    folder.fold(utf8, into: &folded)
    ContextRules.apply(to: &folded)
    builder.build(folded, into: &text.match)
    try segmenter.segment(folded, into: &pieces)
    replace(&text.tokens, with: pieces, of: text.match)
    // Words that marks join are the same with any dictionary.
    Compounds.find(in: text.match, tokens: text.tokens, into: &text.compounds)
    text.replaced.removeAll(keepingCapacity: true)
    guard userWords != nil else { return }
    let cut = segmenter.withLattice {
      userWords?.cut(folded, pieces: pieces, runs: segmenter.plainRuns, han: &$0)
    }
    guard let cut else { return }
    replace(&text.tokens, with: cut.pieces, of: text.match)
    replace(&text.replaced, with: cut.replaced, of: text.match)
  }

  private func replace(_ tokens: inout [Token], with pieces: [WordPiece], of match: MatchText) {
    tokens.removeAll(keepingCapacity: true)
    tokens.append(addingCapacity: pieces.count) { output in
      for piece in pieces {
        let range = builder.matchRange(of: piece.range)
        guard !range.isEmpty else { continue }
        output.append(
          Token(range: range, of: match, kind: piece.kind, isUserWord: piece.isUserWord))
      }
    }
  }
}
