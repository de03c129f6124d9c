/// What every scalar folds to, in pages of 256 that are made when one of their scalars is first
/// met: a search folds a query of a few characters and must not pay for all of Unicode.
struct FoldPages {
  private static let pageLength = 256
  private static let pageCount = 0x110000 / pageLength
  private static let absent = UInt16.max

  private let folding: CaseFolding
  private var pageNumbers = [UInt16](repeating: absent, count: pageCount)
  private var entries: [FoldEntry] = []

  init(folding: CaseFolding) {
    self.folding = folding
  }

  /// - Precondition: `scalar` is at most U+10FFFF.
  subscript(scalar: UInt32) -> FoldEntry {
    mutating get {
      let page = Int(scalar >> 8)
      var number = pageNumbers[page]
      if number == Self.absent {
        number = UInt16(entries.count / Self.pageLength)
        addPage(page)
        pageNumbers[page] = number
      }
      return entries[Int(number) * Self.pageLength + Int(scalar & 0xFF)]
    }
  }

  /// What a scalar of case-folded text becomes: the simplified form, or the usual variant.
  static func folded(_ scalar: UInt32) -> FoldEntry {
    let simplified = HanVariants.shared.folded(scalar)
    return FoldEntry(scalar: simplified, scalarClass: ScalarClass(of: simplified))
  }
}

extension FoldPages {
  private mutating func addPage(_ page: Int) {
    let first = UInt32(page * Self.pageLength)
    let range = first..<first + UInt32(Self.pageLength)
    if range.allSatisfy({ ScalarClass.isIdeographic($0) }) {
      addHanPage(range)
    } else {
      for scalar in range { entries.append(entry(scalar)) }
    }
  }

  /// Unified ideographs are stable under normalisation, so that ICU need not be asked 256 times.
  private mutating func addHanPage(_ range: Range<UInt32>) {
    let start = entries.count
    for scalar in range { entries.append(FoldEntry(scalar: scalar, scalarClass: .han)) }
    for (scalar, folded) in HanVariants.shared.pairs(in: range) {
      entries[start + Int(scalar - range.lowerBound)] = FoldEntry(
        scalar: folded, scalarClass: .han)
    }
  }

  private func entry(_ scalar: UInt32) -> FoldEntry {
    guard !(0xD800...0xDFFF).contains(scalar) else {
      return FoldEntry(scalar: UTF8Scalar.replacement, scalarClass: .word)
    }
    let joins = !folding.hasBoundaryBefore(scalar) || ScalarClass.isCombiningMark(scalar)
    let folded = folding.isInert(scalar) ? [scalar] : folding.fold([scalar])
    guard folded.count == 1 else {
      return FoldEntry(scalar: scalar, scalarClass: .word, joins: joins, expands: true)
    }
    let entry = Self.folded(folded[0])
    return FoldEntry(scalar: entry.scalar, scalarClass: entry.scalarClass, joins: joins)
  }
}
