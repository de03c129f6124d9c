internal import CICU

/// Turns texts into what is stored, searched and ranked; documents and queries alike.
///
/// Use one a thread.
public final class TextAnalyzer {
  /// The version of the rules of folding, match texts and tokens.
  ///
  /// An index made by another version has to be made again.
  public static let rulesVersion = 1

  private var folder = TextFolder()
  private let segmenter = WordSegmenter()
  private var folded: [FoldedScalar] = []
  private var pieces: [WordPiece] = []

  public init() {}

  /// The rules and the ICU that texts are analysed with, such as `bsearch-1 icu-72.1 unicode-15.0`.
  public static var identity: String {
    "bsearch-\(rulesVersion) icu-\(ICUVersion.library) unicode-\(ICUVersion.unicode)"
  }

  /// What this analyser's texts are analysed with, which is the same for all of a process.
  public var identity: String { Self.identity }

  /// The match text of a text of less than 2 GiB; takes no dictionary.
  public func fold(_ utf8: [UInt8]) -> MatchText {
    folder.fold(utf8, into: &folded)
    return MatchTextBuilder(folded, recordsPositions: false).text()
  }

  /// The match text and the words of a text of less than 2 GiB.
  ///
  /// - Throws: ``AnalysisError`` if ICU's word iterator fails.
  public func analyze(_ utf8: [UInt8]) throws(AnalysisError) -> AnalyzedText {
    folder.fold(utf8, into: &folded)
    let builder = MatchTextBuilder(folded, recordsPositions: true)
    let match = builder.text()
    try segmenter.segment(folded, into: &pieces)
    var tokens: [Token] = []
    tokens.reserveCapacity(pieces.count)
    for piece in pieces {
      let range = builder.matchRange(of: piece.range)
      guard !range.isEmpty else { continue }
      tokens.append(
        Token(range: range, kind: piece.kind, sourceRange: match.sourceRange(of: range)))
    }
    let compounds = Compounds.ranges(in: match, tokens: tokens)
    return AnalyzedText(match: match, tokens: tokens, compounds: compounds)
  }
}
