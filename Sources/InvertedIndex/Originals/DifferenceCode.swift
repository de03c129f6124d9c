internal import Synchronization

/// The code in which the differences of a segment's texts are written; see ``DifferenceSymbols``.
///
///     uint16        number of forms
///     uint16        number of strings
///     for each form { uint32 searched scalar; uint32 the scalar in its place }
///     for each string { uint8 bytes; 15 bytes: its UTF-8, then zeros }
///     uint16 × 42   where each table begins, from the end of these numbers
///     tables of ``PrefixCode``: of all gaps, of all changes, of gaps by context, of changes by context
///
/// Read where it is mapped.
struct DifferenceCode: Sendable {
  /// The longest string.
  static let maximumStringLength = 15
  static let stringSize = maximumStringLength + 1
  static let formSize = 8
  static let formLimit = Int(UInt16.max)
  static let headerSize = 4
  static let offsetSize = 2
  static let gapTable = 0
  static let changeTable = 1
  static let firstGapContext = 2
  static let firstChangeContext = firstGapContext + DifferenceSymbols.gapContextCount
  static let tableCount = firstChangeContext + DifferenceSymbols.changeContextCount

  let region: ByteRegion
  private let formCount: Int
  let stringCount: Int
  /// Where each table begins.
  private var tableStarts: [Int] = []
  private let known = KnownForms()

  init(_ region: ByteRegion) throws(IndexError) {
    self.region = region
    formCount = Int(try region.integer(at: 0, width: 2))
    stringCount = Int(try region.integer(at: 2, width: 2))
    _ = try region.slice(0, tablesStart)
    for table in 0..<Self.tableCount {
      let offset = try region.integer(at: offsetsStart + table * Self.offsetSize, width: 2)
      tableStarts.append(tablesStart + Int(offset))
    }
  }

  private var stringsStart: Int { Self.headerSize + formCount * Self.formSize }
  private var offsetsStart: Int { stringsStart + stringCount * Self.stringSize }
  private var tablesStart: Int { offsetsStart + Self.tableCount * Self.offsetSize }

  /// The forms that characters have in texts that say so.
  func forms() throws(IndexError) -> ScalarMap {
    if let forms = known.forms { return forms }
    let forms = try readForms()
    known.forms = forms
    return forms
  }

  private func readForms() throws(IndexError) -> ScalarMap {
    var forms = ScalarMap(capacity: formCount)
    for index in 0..<formCount {
      let offset = Self.headerSize + index * Self.formSize
      let scalar = try region.uint32(at: offset)
      guard Unicode.Scalar(scalar) != nil else {
        throw region.damage(at: offset, "\(scalar) is no scalar value")
      }
      forms.set(scalar, to: try region.uint32(at: offset + 4))
    }
    return forms
  }

  /// A string of the code.
  struct CodedString {
    /// How many bytes it has, which is the lowest byte, and then the bytes.
    private let low: UInt64
    private let high: UInt64

    fileprivate init(low: UInt64, high: UInt64) {
      (self.low, self.high) = (low, high)
    }

    var count: Int { Int(low & 0xFF) }

    /// Whether it is one space.
    var isSpace: Bool { count == 1 && low >> 8 & 0xFF == 0x20 }

    func append(to bytes: inout GrowingBytes) {
      bytes.append((low >> 8).byteSwapped, byteCount: min(count, 7))
      if count > 7 { bytes.append(high.byteSwapped, byteCount: count - 7) }
    }

    var bytes: [UInt8] {
      var bytes = GrowingBytes(capacity: stringSize)
      append(to: &bytes)
      return bytes.bytes
    }
  }

  /// The string with symbol `symbol`.
  func string(_ symbol: Int) throws(IndexError) -> CodedString {
    let index = symbol - DifferenceSymbols.firstString
    guard index >= 0, index < stringCount else { throw region.damage(at: 0, "no string \(index)") }
    let offset = stringsStart + index * Self.stringSize
    let string = CodedString(
      low: try region.uint64(at: offset), high: try region.uint64(at: offset + 8))
    guard string.count <= Self.maximumStringLength else {
      throw region.damage(at: offset, "a string of \(string.count) bytes")
    }
    return string
  }

  /// Whether the symbols of a table are gaps.
  static func isOfGaps(table: Int) -> Bool {
    table == gapTable || (firstGapContext..<firstChangeContext).contains(table)
  }

  /// The code of a table, with which texts can be written.
  func code(ofTable table: Int) throws(IndexError) -> PrefixCode {
    let start = tableStarts[table]
    let counts = try region.bytes(start, PrefixCode.maximumLength)
    let symbols = try region.bytes(
      start + counts.count, counts.reduce(0) { $0 + Int($1) })
    let symbolCount =
      Self.isOfGaps(table: table)
      ? DifferenceSymbols.gapCount : DifferenceSymbols.firstString + stringCount
    let code = PrefixCode(lengthCounts: counts, symbols: symbols, symbolCount: symbolCount)
    guard let code, code.canWriteAll(withEscape: table >= Self.firstGapContext) else {
      throw region.damage(at: start, "a code in which not everything can be written")
    }
    return code
  }

  /// The next gap symbol after the change `previous`.
  func gap(after previous: Int, _ bits: inout CodeBitReader) throws(IndexError) -> Int {
    try symbol(
      Self.firstGapContext + DifferenceSymbols.context(after: previous), else: Self.gapTable, &bits)
  }

  /// The next change after the change `previous`, before a character of some kind.
  func change(
    after previous: Int, before kind: OriginalPredictor.ScalarKind, _ bits: inout CodeBitReader
  ) throws(IndexError) -> Int {
    try symbol(
      Self.firstChangeContext + DifferenceSymbols.context(after: previous, before: kind),
      else: Self.changeTable, &bits)
  }

  private func symbol(_ table: Int, else fallback: Int, _ bits: inout CodeBitReader)
    throws(IndexError) -> Int
  {
    let symbol = try PrefixCodeReader.symbol(in: region, at: tableStarts[table], from: &bits)
    guard symbol == DifferenceSymbols.escape else { return symbol }
    return try PrefixCodeReader.symbol(in: region, at: tableStarts[fallback], from: &bits)
  }
}

/// The forms of a code after they were first needed.
private final class KnownForms: Sendable {
  private let made = Mutex<ScalarMap?>(nil)

  var forms: ScalarMap? {
    get { made.withLock { $0 } }
    set { made.withLock { $0 = newValue } }
  }
}
