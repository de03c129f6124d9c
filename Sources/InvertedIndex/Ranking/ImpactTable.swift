internal import Synchronization

/// The part of ``BM25`` that does not depend on the term, `tf ÷ (tf + k₁ · (1 − b + b · dl ÷ avgdl))`, in units of
/// 1 ÷ (2³² − 1).
///
/// A table for the frequencies that nearly all postings have.
final class ImpactTable: Sendable {
  /// How many units make an impact of 1, which is never quite reached.
  private static let unit = Double(UInt32.max)
  /// How many frequencies are in the table.
  private static let rowCount = 32

  private let lengthFactors: ByteTable<Double>
  let rows: ByteRows
  /// The impact of any frequency, made here because a search makes nothing that it need not.
  let impactOfAny: @Sendable (_ frequency: UInt32, _ lengthCode: UInt8) -> UInt32

  init(_ ranking: BM25, averageLength: Double) {
    let factors = ranking.lengthFactors(averageLength: averageLength)
    lengthFactors = factors
    impactOfAny = { Self.impact(frequency: $0, factor: factors[$1]) }
    rows = ByteRows(count: Self.rowCount) { row, code in
      Self.impact(frequency: UInt32(row + 1), factor: factors[code])
    }
  }

  @inline(__always)
  func impact(frequency: UInt32, lengthCode: UInt8) -> UInt32 {
    let row = Int(truncatingIfNeeded: frequency &- 1)
    guard row >= 0, row < Self.rowCount else {
      return Self.impact(frequency: frequency, factor: lengthFactors[lengthCode])
    }
    return rows[row, lengthCode]
  }

  private static func impact(frequency: UInt32, factor: Double) -> UInt32 {
    UInt32(unit / (1 + factor / Double(max(frequency, 1))))
  }
}

/// The table for the usual constants, made when it is first needed: that for the average length of an index, or of the
/// collection that it is a part of.
final class UsualImpacts: Sendable {
  private let made = Mutex<(averageLength: Double, table: ImpactTable)?>(nil)

  func table(averageLength: Double) -> ImpactTable {
    made.withLock { made in
      if let made, made.averageLength == averageLength { return made.table }
      let table = ImpactTable(BM25(), averageLength: averageLength)
      made = (averageLength, table)
      return table
    }
  }
}
