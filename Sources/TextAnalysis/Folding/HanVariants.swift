/// The Han characters that count as others: traditional forms as their simplified ones, and a few
/// variants as their usual forms.
struct HanVariants: Sendable {
  /// Made once, in some 50 µs, from the two tables.
  static let shared = HanVariants(tables: [TraditionalSimplified.pairs, VariantForms.pairs])

  private let scalars: [UInt32]
  private var replacements: [UInt32]

  /// - Parameter tables: Texts in which each two characters are one and what it counts as; line
  ///   ends are not part of them. No character is the first of two pairs.
  init(tables: [String]) {
    var pairs: [(scalar: UInt32, replacement: UInt32)] = []
    for table in tables {
      var characters = table.unicodeScalars.makeIterator()
      while let scalar = characters.nextHan(), let replacement = characters.nextHan() {
        pairs.append((scalar, replacement))
      }
    }
    pairs.sort { $0.scalar < $1.scalar }
    scalars = pairs.map(\.scalar)
    replacements = pairs.map(\.replacement)
    // 諮 is 谘 by the one table, which is 咨 by the other.
    replacements = replacements.map { folded($0) }
  }

  /// What a scalar counts as, which is itself for most.
  func folded(_ scalar: UInt32) -> UInt32 {
    let index = firstIndex(notBelow: scalar)
    return index < scalars.count && scalars[index] == scalar ? replacements[index] : scalar
  }

  /// The characters of a range that count as others, in order.
  func pairs(in range: Range<UInt32>) -> [(scalar: UInt32, replacement: UInt32)] {
    let indices = firstIndex(notBelow: range.lowerBound)..<firstIndex(notBelow: range.upperBound)
    return indices.map { (scalars[$0], replacements[$0]) }
  }
}

extension HanVariants {
  private func firstIndex(notBelow scalar: UInt32) -> Int {
    var low = 0
    var high = scalars.count
    while low < high {
      let middle = (low + high) / 2
      if scalars[middle] < scalar { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension String.UnicodeScalarView.Iterator {
  /// The next scalar of a table that is not a line end.
  fileprivate mutating func nextHan() -> UInt32? {
    while let scalar = next() {
      if scalar != "\n" { return scalar.value }
    }
    return nil
  }
}
