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
  private let known = KnownParts()

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

  /// The short codes of all tables, if so many differences are read that it pays to have them.
  ///
  /// - Parameter byteCount: How many bytes of differences are to be read now.
  /// - Returns: Nothing as long as few have been read.
  func shortCodes(forReading byteCount: Int) -> ShortCodes {
    known.shortCodes(forReading: byteCount) { ShortCodes(in: region, tablesAt: tableStarts) }
  }

  /// The next gap symbol after the change `previous`.
  @inline(__always)
  func gap(after previous: Int, _ short: ShortCodes, _ bits: inout CodeBitReader)
    throws(IndexError) -> Int
  {
    try symbol(
      Self.firstGapContext + DifferenceSymbols.context(after: previous), else: Self.gapTable, short,
      &bits)
  }

  /// The next change after the change `previous`, before a character of some kind.
  @inline(__always)
  func change(
    after previous: Int, before kind: OriginalPredictor.ScalarKind, _ short: ShortCodes,
    _ bits: inout CodeBitReader
  ) throws(IndexError) -> Int {
    try symbol(
      Self.firstChangeContext + DifferenceSymbols.context(after: previous, before: kind),
      else: Self.changeTable, short, &bits)
  }

  @inline(__always)
  private func symbol(
    _ table: Int, else fallback: Int, _ short: ShortCodes, _ bits: inout CodeBitReader
  ) throws(IndexError) -> Int {
    let symbol = try symbol(table, short, &bits)
    return symbol == DifferenceSymbols.escape ? try self.symbol(fallback, short, &bits) : symbol
  }

  @inline(__always)
  private func symbol(_ table: Int, _ short: ShortCodes, _ bits: inout CodeBitReader)
    throws(IndexError) -> Int
  {
    if let symbol = try short.symbol(ofTable: table, from: &bits) { return symbol }
    return try PrefixCodeReader.symbol(in: region, at: tableStarts[table], from: &bits)
  }
}

/// What the codes of a few bits stand for, in all tables of a ``DifferenceCode``: nearly all that are read.
struct ShortCodes: Sendable {
  /// Codes of more bits are looked for in the table itself.
  private static let width = 8
  /// For each table, by the next bits: the symbol, and 256 times how many bits are its code; 0 for longer codes.
  private let entries: [UInt16]

  /// None.
  fileprivate init() { entries = [] }

  var isEmpty: Bool { entries.isEmpty }

  /// What is damaged has no short code, so that whoever reads it finds the damage.
  fileprivate init(in region: ByteRegion, tablesAt starts: [Int]) {
    var entries = [UInt16](repeating: 0, count: starts.count << Self.width)
    for (table, start) in starts.enumerated() {
      var code = 0
      var place = start + PrefixCode.maximumLength
      codes: for length in 1...Self.width {
        let span = 1 << (Self.width - length)
        let count = (try? region.uint8(at: start + length - 1)) ?? 0
        for _ in 0..<count {
          guard code + span <= 1 << Self.width, let symbol = try? region.uint8(at: place) else {
            break codes
          }
          for bits in code..<code + span {
            entries[table << Self.width | bits] = UInt16(length) << 8 | UInt16(symbol)
          }
          code += span
          place += 1
        }
      }
    }
    self.entries = entries
  }

  /// The symbol that comes next, by the table with a number; nil if its code is not known to be short.
  @inline(__always)  // Called for each change of a text that is restored.
  fileprivate func symbol(ofTable table: Int, from bits: inout CodeBitReader) throws(IndexError)
    -> Int?
  {
    guard !isEmpty else { return nil }
    let next = Int(truncatingIfNeeded: bits.peek(Self.width))
    let entry = entries[table << Self.width | next]
    guard entry != 0 else { return nil }
    try bits.skip(Int(entry >> 8))
    return Int(entry & 0xFF)
  }
}

/// What is made of a code when it is needed.
private final class KnownParts: Sendable {
  /// How many bytes of differences are read before it pays to have their short codes; a few hundred articles.
  private static let worthwhileByteCount = 1 << 15

  private let made = Mutex((forms: ScalarMap?.none, byteCount: 0, shortCodes: ShortCodes()))

  /// The forms after they were first needed.
  var forms: ScalarMap? {
    get { made.withLock { $0.forms } }
    set { made.withLock { $0.forms = newValue } }
  }

  func shortCodes(forReading byteCount: Int, _ make: () -> ShortCodes) -> ShortCodes {
    made.withLock { made in
      guard made.byteCount < Self.worthwhileByteCount else { return made.shortCodes }
      made.byteCount += byteCount
      if made.byteCount >= Self.worthwhileByteCount { made.shortCodes = make() }
      return made.shortCodes
    }
  }
}
