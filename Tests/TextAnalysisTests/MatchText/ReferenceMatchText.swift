@testable import TextAnalysis

/// The match text by its definition: clusters are folded one by one, and a run of separators is
/// looked at from both of its neighbours.
struct ReferenceMatchText {
  private(set) var scalars: [UInt32] = []

  /// - Parameter clusters: Texts that do not combine with each other.
  init(clusters: [String]) {
    let folded = clusters.flatMap { Self.fold($0) }
    for (index, scalar) in folded.enumerated() {
      if Self.isWord(scalar) {
        scalars.append(scalar.value)
        continue
      }
      let left = folded[..<index].last(where: Self.isWord)
      let right = folded[(index + 1)...].first(where: Self.isWord)
      let first = (folded[..<index].lastIndex(where: Self.isWord) ?? -1) + 1
      let last = folded[index...].firstIndex(where: Self.isWord) ?? folded.count
      let hasMark = folded[first..<last].contains { !Self.isSpace($0) }
      let hasLatin = [left, right].contains { $0.map { !Self.isHan($0) } ?? false }
      let isBetweenLatin = [left, right].allSatisfy { $0.map { !Self.isHan($0) } ?? false }
      if !Self.isSpace(scalar), hasLatin { scalars.append(scalar.value) }
      if !hasMark, isBetweenLatin, index == first { scalars.append(0x20) }
    }
  }
}

extension ReferenceMatchText {
  private static func fold(_ cluster: String) -> [Unicode.Scalar] {
    var folder = TextFolder()
    var folded: [FoldedScalar] = []
    folder.fold(Array(cluster.utf8), into: &folded)
    return folded.compactMap { Unicode.Scalar($0.value) }
  }

  private static func isHan(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isIdeographic || "々ー".unicodeScalars.contains(scalar)
      || ("ぁ"..."ゖ").contains(scalar) || ("ァ"..."ヺ").contains(scalar)
  }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .spaceSeparator, .lineSeparator, .paragraphSeparator, .control, .format: true
    default: false
    }
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .otherNumber,
      .otherSymbol:
      true
    default: false
    }
  }
}
