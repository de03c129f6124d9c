@testable import TextAnalysis

/// The match text by its definition: clusters are folded one by one, and a run of separators is
/// looked at from both of its neighbours.
struct ReferenceMatchText {
  private(set) var scalars: [UInt32] = []

  /// - Parameter clusters: Texts that do not combine with each other.
  init(clusters: [String]) {
    let folded = clusters.flatMap { Self.fold($0) }.settled
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
      let isBetweenLetterAndDigit = Self.isDigit(left) != Self.isDigit(right)
      if !hasMark, isBetweenLatin, !isBetweenLetterAndDigit, index == first { scalars.append(0x20) }
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

  private static func isDigit(_ scalar: Unicode.Scalar?) -> Bool {
    scalar.map { ("0"..."9").contains($0) } ?? false
  }

  fileprivate static func isHan(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isIdeographic || "々ー".unicodeScalars.contains(scalar)
      || ("ぁ"..."ゖ").contains(scalar) || ("ァ"..."ヺ").contains(scalar)
  }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    if scalar == "\"" { return true }
    return switch scalar.properties.generalCategory {
    case .spaceSeparator, .lineSeparator, .paragraphSeparator, .control, .format: true
    default: false
    }
  }

  fileprivate static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .otherNumber,
      .otherSymbol:
      true
    default: false
    }
  }
}

extension [Unicode.Scalar] {
  /// With the zeros of Chinese numerals and the commas between thousands settled, by regular expressions.
  fileprivate var settled: [Unicode.Scalar] {
    var text = String(String.UnicodeScalarView(self))
    text = text.replacing(/([0-9]),([0-9]{3})(?![0-9])/.matchingSemantics(.unicodeScalar)) {
      "\($0.1)\u{1}\($0.2)"
    }
    // Commas may follow each other.
    text = text.replacing(/([0-9]),([0-9]{3})(?![0-9])/.matchingSemantics(.unicodeScalar)) {
      "\($0.1)\u{1}\($0.2)"
    }
    text = text.replacing("\u{1}", with: "")
    let numerals = /[一二三四五六七八九〇○零0]*[一二三四五六七八九][一二三四五六七八九〇○零0]*/
    return Array(
      text.replacing(numerals.matchingSemantics(.unicodeScalar)) { match in
        let rest = text[match.range.upperBound...].unicodeScalars.first
        let isFollowedByWord =
          rest.map { !ReferenceMatchText.isHan($0) && ReferenceMatchText.isWord($0) } ?? false
        let leading = match.output.unicodeScalars.prefix { $0 == "0" }.count
        return String(
          String.UnicodeScalarView(
            match.output.unicodeScalars.enumerated().map { index, scalar in
              switch scalar {
              case "〇", "○", "零": "〇"
              case "0": index < leading || isFollowedByWord ? "0" : "〇"
              default: scalar
              }
            }))
      }.unicodeScalars)
  }
}
