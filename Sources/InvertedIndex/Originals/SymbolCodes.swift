/// What is written for each symbol in each of the tables of a ``DifferenceCode``, escapes included.
struct SymbolCodes: Sendable {
  /// The bits of a symbol.
  struct Code {
    var bits: UInt32
    var width: Int
  }

  private var codes: [Code] = []

  /// No codes.
  init() {}

  /// - Parameter tables: The codes of all tables.
  init(_ tables: [PrefixCode]) {
    for (table, code) in tables.enumerated() {
      let isOfGaps = DifferenceCode.isOfGaps(table: table)
      let fallback = tables[isOfGaps ? DifferenceCode.gapTable : DifferenceCode.changeTable]
      for symbol in 0..<PrefixCode.symbolLimit {
        codes.append(Self.code(of: symbol, in: code, else: fallback))
      }
    }
  }

  /// What is written for `symbol` where `table` has its code.
  @inline(__always)  // Asked twice for each mark of a corpus.
  func code(of symbol: Int, in table: Int) -> Code {
    codes[table * PrefixCode.symbolLimit + symbol]
  }

  private static func code(
    of symbol: Int, in table: PrefixCode, else fallback: PrefixCode
  ) -> Code {
    guard symbol < table.codes.count else { return Code(bits: 0, width: 0) }
    let code = table.codes[symbol]
    guard code.length == 0 else { return Code(bits: code.bits, width: code.length) }
    let escape = table.codes[DifferenceSymbols.escape]
    let other = fallback.codes[symbol]
    return Code(
      bits: escape.bits << UInt32(other.length) | other.bits, width: escape.length + other.length)
  }
}
