/// Counts the symbols of a sample's differences by what stands before them.
struct SymbolCounter {
  private var counts: [[Int]]
  private var previous = 0

  /// - Parameter symbolCount: How many symbols of changes there are.
  init(symbolCount: Int) {
    counts = (0..<DifferenceCode.tableCount).map { table in
      let isOfGaps = DifferenceCode.isOfGaps(table: table)
      return [Int](repeating: 0, count: isOfGaps ? DifferenceSymbols.gapCount : symbolCount)
    }
  }

  /// Counts the next change of a text; one that ends the text ends it here too.
  mutating func count(_ change: DifferenceChange) {
    let gap = change.isEnd ? DifferenceSymbols.end : DifferenceSymbols.gap(change.gap).symbol
    let context = DifferenceSymbols.context(after: previous)
    counts[DifferenceCode.firstGapContext + context][gap] += 1
    counts[DifferenceCode.gapTable][gap] += 1
    guard !change.isEnd else {
      previous = 0
      return
    }
    let place = DifferenceSymbols.context(after: previous, before: change.kind)
    counts[DifferenceCode.firstChangeContext + place][change.symbol] += 1
    counts[DifferenceCode.changeTable][change.symbol] += 1
    previous = change.symbol
  }

  /// The codes, in the order of their tables.
  ///
  /// All symbols can be written: the tables of all gaps and all changes have each of them, all others an
  /// escape.
  func codes() -> [PrefixCode] {
    counts.enumerated().map { table, counts in
      var counts = counts
      if table < DifferenceCode.firstGapContext {
        for symbol in counts.indices where symbol != DifferenceSymbols.escape {
          counts[symbol] += 1
        }
      } else {
        counts[DifferenceSymbols.escape] = 1
      }
      return PrefixCode(counts: counts)
    }
  }
}
