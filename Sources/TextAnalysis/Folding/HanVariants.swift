/// The Han characters that count as others: traditional forms as their simplified ones, and a few
/// variants as their usual forms.
struct HanVariants: Sendable {
  /// Made once, in some 20 µs, from the two tables.
  static let shared = HanVariants(tables: [TraditionalSimplified.pairs, VariantForms.pairs])

  private var scalars: [UInt32] = []
  private var replacements: [UInt32] = []

  /// - Parameter tables: Texts in which each two characters are one and what it counts as; line
  ///   ends are not part of them. No character is the first of two pairs.
  init(tables: [String]) {
    var pairs: [Pair] = []
    for table in tables {
      var added = Pair.all(in: table)
      // The long one is in order.
      if !added.isSorted { added.sort() }
      pairs = pairs.isEmpty ? added : pairs.merged(with: added)
    }
    scalars = pairs.map(\.scalar)
    replacements = pairs.map(\.replacement)
  }

  /// What a scalar counts as, which is itself for most.
  func folded(_ scalar: UInt32) -> UInt32 {
    // 諮 is 谘 by the one table, which is 咨 by the other.
    replacement(of: replacement(of: scalar))
  }

  /// The characters of a range that count as others, in order.
  func pairs(in range: Range<UInt32>) -> [(scalar: UInt32, replacement: UInt32)] {
    let indices = firstIndex(notBelow: range.lowerBound)..<firstIndex(notBelow: range.upperBound)
    return indices.map { (scalars[$0], replacement(of: replacements[$0])) }
  }
}

extension HanVariants {
  private func replacement(of scalar: UInt32) -> UInt32 {
    let index = firstIndex(notBelow: scalar)
    return index < scalars.count && scalars[index] == scalar ? replacements[index] : scalar
  }

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

/// A character and what it counts as.
private struct Pair: Comparable {
  let scalar: UInt32
  let replacement: UInt32

  static func < (left: Pair, right: Pair) -> Bool { left.scalar < right.scalar }

  /// The pairs of a table.
  static func all(in table: String) -> [Pair] {
    var pairs: [Pair] = []
    var first: UInt32?
    let bytes = table.utf8Span.span
    var offset = 0
    while offset < bytes.count {
      let next = UTF8Scalar(in: bytes, at: offset)
      offset = next.end
      if next.value == 0x0A { continue }
      if let scalar = first {
        pairs.append(Pair(scalar: scalar, replacement: next.value))
        first = nil
      } else {
        first = next.value
      }
    }
    return pairs
  }
}

extension [Pair] {
  fileprivate var isSorted: Bool { zip(self, dropFirst()).allSatisfy { $0 < $1 } }

  /// Both in order, which each is.
  fileprivate func merged(with others: [Pair]) -> [Pair] {
    var merged: [Pair] = []
    merged.reserveCapacity(count + others.count)
    var index = 0
    for other in others {
      while index < count, self[index] < other {
        merged.append(self[index])
        index += 1
      }
      merged.append(other)
    }
    merged += self[index...]
    return merged
  }
}
