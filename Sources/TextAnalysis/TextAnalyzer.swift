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

  private let dictionary: UserDictionary?
  private var userWords: UserWordLattice?

  /// - Parameter dictionary: Words to know beside those of ICU's dictionary.
  public init(dictionary: UserDictionary? = nil) {
    self.dictionary = dictionary
    userWords = dictionary.flatMap { $0.isEmpty ? nil : UserWordLattice($0.list) }
  }

  /// The rules and the ICU that texts are analysed with, such as `bsearch-1 icu-72.1 unicode-15.0`.
  public static var identity: String {
    "bsearch-\(rulesVersion) icu-\(ICUVersion.library) unicode-\(ICUVersion.unicode)"
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

  /// Whether ICU's dictionary has a word in this folded form; false if it cannot be read.
  public func dictionaryContains(_ scalars: ArraySlice<UInt32>) -> Bool {
    segmenter.withLattice { $0?.contains(scalars) ?? false }
  }

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
    let tokens = tokens(of: pieces, builder, match)
    // Words that marks join are the same with any dictionary.
    let compounds = Compounds.ranges(in: match, tokens: tokens)
    let cut = segmenter.withLattice {
      userWords?.cut(folded, pieces: pieces, runs: segmenter.plainRuns, han: &$0)
    }
    guard let cut else {
      return AnalyzedText(match: match, tokens: tokens, compounds: compounds, replaced: [])
    }
    return AnalyzedText(
      match: match, tokens: self.tokens(of: cut.pieces, builder, match), compounds: compounds,
      replaced: self.tokens(of: cut.replaced, builder, match))
  }

  private func tokens(
    of pieces: [WordPiece], _ builder: MatchTextBuilder, _ match: MatchText
  ) -> [Token] {
    var tokens: [Token] = []
    tokens.reserveCapacity(pieces.count)
    for piece in pieces {
      let range = builder.matchRange(of: piece.range)
      guard !range.isEmpty else { continue }
      tokens.append(
        Token(
          range: range, kind: piece.kind, sourceRange: match.sourceRange(of: range),
          isUserWord: piece.isUserWord))
    }
    return tokens
  }
}
