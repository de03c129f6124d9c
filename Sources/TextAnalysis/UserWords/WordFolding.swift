/// Folds words as the texts in which they are looked for.
struct WordFolding {
  /// Words are some ten characters long; what is much longer is none and need not be folded whole.
  private static let maximumByteCount = 1_024
  /// What all quotation marks fold to, which part no words.
  private static let quotationMark: UInt32 = 0x22

  private var folder = TextFolder()
  private var folded: [FoldedScalar] = []
  private var builder = MatchTextBuilder()
  private var match = MatchText()

  /// The folded scalars of a word, without the marks around it that match texts leave out.
  ///
  /// Marks inside stay, so that 斯蒂芬·金 is found where it is written so. Empty if there is nothing in
  /// it to search for, or if it folds to several words.
  mutating func fold(_ utf8: [UInt8]) -> [UInt32] {
    folder.fold(Array(utf8.prefix(Self.maximumByteCount)), into: &folded)
    ContextRules.apply(to: &folded)
    if folded.allSatisfy({ $0.scalarClass.isWord }) { return folded.map(\.value) }
    guard folded.contains(where: { $0.scalarClass.isWord }) else { return [] }
    builder.build(folded, into: &match)
    let builder = builder
    let isKept = { !builder.matchRange(of: $0..<$0 + 1).isEmpty }
    guard let first = folded.indices.first(where: isKept),
      let last = folded.indices.last(where: isKept)
    else { return [] }
    let word = folded[first...last]
    let isSeveral = word.contains { $0.scalarClass == .space && $0.value != Self.quotationMark }
    return isSeveral ? [] : word.map(\.value)
  }
}
