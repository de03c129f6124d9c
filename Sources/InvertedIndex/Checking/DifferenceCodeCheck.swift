/// Looks through the code in which the differences of texts are written.
struct DifferenceCodeCheck {
  let section: CheckedSection

  private var bytes: ByteRegion { section.bytes }

  func run() {
    do {
      let formCount = Int(try bytes.integer(at: 0, width: 2))
      let stringCount = Int(try bytes.integer(at: 2, width: 2))
      try checkForms(formCount)
      let strings = DifferenceCode.headerSize + formCount * DifferenceCode.formSize
      for index in 0..<stringCount {
        try checkString(at: strings + index * DifferenceCode.stringSize)
      }
      if stringCount > DifferenceSymbols.stringLimit {
        section.add(.number, at: 2, "\(stringCount) strings")
      }
      try checkTables(
        from: strings + stringCount * DifferenceCode.stringSize,
        changeCount: DifferenceSymbols.firstString + stringCount)
    } catch {
      section.add(error)
    }
  }

  private func checkForms(_ count: Int) throws(IndexError) {
    var previous: UInt32?
    for index in 0..<count {
      let offset = DifferenceCode.headerSize + index * DifferenceCode.formSize
      let scalar = try bytes.uint32(at: offset)
      if let previous, scalar <= previous {
        section.add(.order, at: offset, "a form of \(scalar) after one of \(previous)")
      }
      previous = scalar
      for value in [scalar, try bytes.uint32(at: offset + 4)] where Unicode.Scalar(value) == nil {
        section.add(.text, at: offset, "\(value) is no character")
      }
    }
  }

  private func checkString(at offset: Int) throws(IndexError) {
    let count = Int(try bytes.uint8(at: offset))
    guard (1...DifferenceCode.maximumStringLength).contains(count) else {
      section.add(.number, at: offset, "a string of \(count) bytes")
      return
    }
    let text = try bytes.bytes(offset + 1, count)
    if String(validating: text, as: UTF8.self) == nil {
      section.add(.text, at: offset, "a string that is no UTF-8")
    }
    let rest = try bytes.bytes(offset + 1 + count, DifferenceCode.maximumStringLength - count)
    if rest.contains(where: { $0 != 0 }) {
      section.add(.space, at: offset, "bytes behind the end of a string")
    }
  }

  private func checkTables(from start: Int, changeCount: Int) throws(IndexError) {
    let tables = start + DifferenceCode.tableCount * DifferenceCode.offsetSize
    var end = tables
    for table in 0..<DifferenceCode.tableCount {
      let place = start + table * DifferenceCode.offsetSize
      let offset = tables + Int(try bytes.integer(at: place, width: 2))
      let isOfGaps = DifferenceCode.isOfGaps(table: table)
      let symbolCount = isOfGaps ? DifferenceSymbols.gapCount : changeCount
      let tableEnd = try checkTable(
        at: offset, symbolCount: symbolCount, hasEscape: table >= DifferenceCode.firstGapContext)
      end = max(end, tableEnd)
    }
    if end != bytes.count {
      section.add(.space, at: end, "\(bytes.count - end) bytes that belong to no table")
    }
  }

  /// Looks at one table of codes and returns where it ends.
  private func checkTable(at start: Int, symbolCount: Int, hasEscape: Bool) throws(IndexError)
    -> Int
  {
    var count = 0
    // How much of all bits is taken, in units of what the longest code takes.
    var share = 0
    for length in 1...PrefixCode.maximumLength {
      let codes = Int(try bytes.uint8(at: start + length - 1))
      count += codes
      share += codes << (PrefixCode.maximumLength - length)
    }
    if share > 1 << PrefixCode.maximumLength {
      section.add(.number, at: start, "\(count) codes that are not told apart")
    }
    let symbols = try bytes.bytes(start + PrefixCode.maximumLength, count)
    if symbols.contains(where: { $0 >= symbolCount }) || Set(symbols).count != count
      || !hasEscape && symbols.contains(UInt8(DifferenceSymbols.escape))
    {
      section.add(.number, at: start, "codes of symbols that there are not, or not there")
    }
    return start + PrefixCode.maximumLength + count
  }
}
