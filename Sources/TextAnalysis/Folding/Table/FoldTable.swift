/// What every scalar folds to and what it is to matching: a table of our own, so that an index is folded and
/// searched by the same rules on every system.
///
/// `scripts/make-fold-table` makes it: NFKC casefold and normalisation by Unicode, traditional characters and
/// variants by OpenCC, and the marks that readers take for one. It is kept in sorted records of one length, in
/// which a search looks for the few scalars that it has to know.
enum FoldTable {
  /// Raised whenever the table changes; an index that another one has folded is folded anew.
  static let version = 1

  /// What is no scalar, though bytes may say so.
  static let surrogates: ClosedRange<UInt32> = 0xD800...0xDFFF

  /// What a scalar by itself becomes, which may be nothing.
  static func folded(_ scalar: UInt32) -> [UInt32] {
    if surrogates.contains(scalar) { return [UTF8Scalar.replacement] }
    if let other = Self.hanCharacter(for: scalar) { return [other] }
    let index = mappingRecords.count(notAbove: scalar) - 1
    guard index >= 0 else { return [scalar] }
    let run = MappingRun(index)
    return run.contains(scalar) ? run.folded(scalar) : [scalar]
  }

  /// Calls `body` with all scalars of a range that become others, in no order.
  static func forEachMapping(
    in range: Range<UInt32>, _ body: (_ scalar: UInt32, _ folded: [UInt32]) -> Void
  ) {
    for list in hanLists {
      var index = list.count(below: range.lowerBound)
      while index < list.count, list.scalar(index) < range.upperBound {
        body(list.scalar(index), [list.other(index)])
        index += 1
      }
    }
    // The run before the range may go on in it.
    var index = max(mappingRecords.count(below: range.lowerBound) - 1, 0)
    while index < mappingRecords.count, mappingRecords.first(index) < range.upperBound {
      let run = MappingRun(index)
      for scalar in run.scalars where range.contains(scalar) { body(scalar, run.folded(scalar)) }
      index += 1
    }
  }

  /// What a folded scalar is to matching.
  static func scalarClass(of scalar: UInt32) -> ScalarClass {
    switch property(of: scalar) & 3 {
    case 0: .space
    case 1: .mark
    case 2: .word
    default: .han
    }
  }

  /// Whether a scalar, as it is written, belongs to the cluster of the one before it.
  static func joins(_ scalar: UInt32) -> Bool {
    property(of: scalar) & joinsFlag != 0
  }

  /// The canonical combining class of a folded scalar.
  static func combiningClass(of scalar: UInt32) -> UInt32 {
    let index = combiningRecords.count(notAbove: scalar) - 1
    return combiningRecords.number(index, HexRecords.scalarLength..<7)
  }

  /// The two scalars that a folded scalar is composed of; nil if it is not, or if it is Hangul.
  static func parts(of scalar: UInt32) -> (first: UInt32, second: UInt32)? {
    let index = compositionRecords.count(notAbove: scalar) - 1
    guard index >= 0, compositionRecords.first(index) == scalar else { return nil }
    return parts(ofComposition: index)
  }

  /// Each pair of folded scalars that is composed, the first in the upper half of the key.
  static let composites: [UInt64: UInt32] = {
    var composites: [UInt64: UInt32] = [:]
    for index in 0..<compositionRecords.count {
      let (first, second) = parts(ofComposition: index)
      composites[pairKey(first, second)] = compositionRecords.first(index)
    }
    return composites
  }()

  static func pairKey(_ first: UInt32, _ second: UInt32) -> UInt64 {
    UInt64(first) << 32 | UInt64(second)
  }
}

extension FoldTable {
  private static let joinsFlag: UInt32 = 4
  private static let mappingRecords = HexRecords(mappings, width: 13)
  private static let expansionRecords = HexRecords(expansions, width: HexRecords.scalarLength)
  private static let propertyRecords = HexRecords(properties, width: 6)
  private static let combiningRecords = HexRecords(combiningClasses, width: 7)
  private static let compositionRecords = HexRecords(compositions, width: 15)
  private static let hanLists = [
    HanPairs(hanPairs, lengths: (3, 3)), HanPairs(rareHanPairsToUsual, lengths: (4, 3)),
    HanPairs(rareHanPairs, lengths: (4, 4)),
  ]

  private static func hanCharacter(for scalar: UInt32) -> UInt32? {
    for list in hanLists {
      let index = list.count(below: scalar)
      if index < list.count, list.scalar(index) == scalar { return list.other(index) }
    }
    return nil
  }

  private static func property(of scalar: UInt32) -> UInt32 {
    propertyRecords.number(propertyRecords.count(notAbove: scalar) - 1, 5..<6)
  }

  private static func parts(ofComposition index: Int) -> (first: UInt32, second: UInt32) {
    (compositionRecords.number(index, 5..<10), compositionRecords.number(index, 10..<15))
  }

  /// A run of scalars that become others in the same way.
  private struct MappingRun {
    private let first: UInt32
    private let count: UInt32
    private let kind: UInt8
    private let target: UInt32

    private static let everySecond = UInt8(ascii: "S")

    init(_ index: Int) {
      let records = FoldTable.mappingRecords
      first = records.first(index)
      count = records.number(index, 5..<7)
      kind = records.byte(index, 7)
      target = records.number(index, 8..<13)
    }

    private var step: UInt32 { kind == Self.everySecond ? 2 : 1 }

    var scalars: some Sequence<UInt32> {
      stride(from: first, to: first + count * step, by: UInt32.Stride(step))
    }

    func contains(_ scalar: UInt32) -> Bool {
      scalar < first + count * step && (scalar - first).isMultiple(of: step)
    }

    /// What a scalar of the run becomes.
    func folded(_ scalar: UInt32) -> [UInt32] {
      switch kind {
      case UInt8(ascii: "0"): return []
      case UInt8(ascii: "1"), Self.everySecond: return [target + scalar - first]
      default:
        let length = Int(HexRecords.value(ofDigit: kind))
        return (Int(target)..<Int(target) + length).map { FoldTable.expansionRecords.first($0) }
      }
    }
  }
}
