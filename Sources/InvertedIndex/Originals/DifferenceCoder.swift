/// Writes the differences of texts in a code that fits a sample of them.
struct DifferenceCoder: Sendable {
  /// A form or a string that occurs less often in the sample is written out.
  private static let minimumCount = 2

  private let forms: ScalarMap
  /// Those that have a form.
  private let formedScalars: ScalarSet
  private let strings: [[UInt8]]
  private let symbols: StringSymbols
  private var codes: [PrefixCode] = []
  private var symbolCodes = SymbolCodes()

  init(sample: [AlignedText]) {
    let differences = sample.map { TextDifference.all(in: $0) }
    forms = Self.frequentForms(in: sample, differences)
    formedScalars = ScalarSet(forms.sorted.map(\.key))
    strings = Self.frequentStrings(in: sample, differences)
    symbols = Self.symbols(of: strings)
    var counter = SymbolCounter(symbolCount: DifferenceSymbols.firstString + strings.count)
    for (text, differences) in zip(sample, differences) {
      let usesForms = usesForms(text, differences)
      for change in changes(of: text, differences, usesForms: usesForms) { counter.count(change) }
    }
    codes = counter.codes()
    symbolCodes = SymbolCodes(codes)
  }

  /// What writes the differences of texts in `code`.
  ///
  /// - Throws: ``IndexError/corrupted(section:offset:reason:)`` if it is not as ``encoded()`` gives it.
  init(_ code: DifferenceCode) throws(IndexError) {
    forms = try code.forms()
    formedScalars = ScalarSet(forms.sorted.map(\.key))
    var strings: [[UInt8]] = []
    for index in 0..<code.stringCount {
      strings.append(try code.string(DifferenceSymbols.firstString + index).bytes)
    }
    self.strings = strings
    symbols = Self.symbols(of: strings)
    for table in 0..<DifferenceCode.tableCount { codes.append(try code.code(ofTable: table)) }
    symbolCodes = SymbolCodes(codes)
    let region = code.region
    guard try region.bytes(0, region.count) == encoded() else {
      throw region.damage(at: 0, "its parts are not in order")
    }
  }

  /// Only a damaged code has a string twice.
  private static func symbols(of strings: [[UInt8]]) -> StringSymbols {
    StringSymbols(
      strings.enumerated().compactMap { index, string in
        StringKey(string[...]).map { ($0, DifferenceSymbols.firstString + index) }
      })
  }

  /// Appends the differences of `text` to `bytes`.
  func append(_ text: AlignedText, to bytes: inout [UInt8]) {
    let differences = TextDifference.all(in: text)
    let usesForms = usesForms(text, differences)
    let changes = changes(of: text, differences, usesForms: usesForms)
    var bits = CodeBitWriter()
    bits.append(usesForms ? 1 : 0, width: 1, to: &bytes)
    var previous = 0
    for change in changes {
      append(change, after: previous, to: &bits, &bytes)
      if let literals = change.literals {
        append(UTF8Form.scalars(in: text.original[literals]), of: change, to: &bits, &bytes)
      } else if let literal = change.literal {
        append(literal, to: &bits, &bytes)
      }
      previous = change.symbol
    }
    bits.finish(to: &bytes)
  }

  /// The section that ``DifferenceCode`` reads.
  func encoded() -> [UInt8] {
    var writer = ByteWriter()
    writer.append(UInt64(forms.count), width: 2)
    writer.append(UInt64(strings.count), width: 2)
    for (scalar, form) in forms.sorted {
      writer.append(scalar)
      writer.append(form)
    }
    for string in strings {
      writer.append(UInt8(string.count))
      writer.append(string)
      writer.append(
        repeatElement(0, count: DifferenceCode.maximumStringLength - string.count))
    }
    var tables: [UInt8] = []
    for code in codes {
      writer.append(UInt64(tables.count), width: 2)
      tables += code.table
    }
    writer.append(tables)
    return writer.bytes
  }
}

// MARK: - Writing

extension DifferenceCoder {
  private func append(
    _ change: DifferenceChange, after previous: Int, to bits: inout CodeBitWriter,
    _ bytes: inout [UInt8]
  ) {
    let gap = change.isEnd ? (DifferenceSymbols.end, 0, 0) : DifferenceSymbols.gap(change.gap)
    append(
      gap.0, DifferenceCode.firstGapContext + DifferenceSymbols.context(after: previous), to: &bits,
      &bytes)
    bits.append(gap.1, width: gap.2, to: &bytes)
    guard !change.isEnd else { return }
    append(
      change.symbol,
      DifferenceCode.firstChangeContext
        + DifferenceSymbols.context(after: previous, before: change.kind), to: &bits, &bytes)
  }

  private func append(
    _ symbol: Int, _ table: Int, to bits: inout CodeBitWriter, _ bytes: inout [UInt8]
  ) {
    let code = symbolCodes.code(of: symbol, in: table)
    bits.append(code.bits, width: code.width, to: &bytes)
  }

  private func append(
    _ scalars: [UInt32], of change: DifferenceChange, to bits: inout CodeBitWriter,
    _ bytes: inout [UInt8]
  ) {
    if change.symbol == DifferenceSymbols.group { bits.appendGamma(change.groupCount, to: &bytes) }
    bits.appendGamma(scalars.count + 1, to: &bytes)
    for scalar in scalars { append(scalar, to: &bits, &bytes) }
  }

  private func append(_ scalar: UInt32, to bits: inout CodeBitWriter, _ bytes: inout [UInt8]) {
    let digits = UInt32.bitWidth - scalar.leadingZeroBitCount
    let width = DifferenceSymbols.scalarWidths.firstIndex { digits <= $0 } ?? 0
    bits.append(UInt32(width), width: 2, to: &bytes)
    bits.append(scalar, width: DifferenceSymbols.scalarWidths[width], to: &bytes)
  }
}

// MARK: - Finding changes

extension DifferenceCoder {
  /// The differences of `text` from what is expected; the last one says that the text ends.
  private func changes(
    of text: AlignedText, _ differences: [TextDifference], usesForms: Bool
  ) -> [DifferenceChange] {
    var walk = ChangeWalk(
      text, forms: usesForms ? forms : ScalarMap(), standardForms: forms, symbols: symbols)
    return walk.changes(differences)
  }

  /// Whether more characters of `text` have the forms of the code than not.
  private func usesForms(_ text: AlignedText, _ differences: [TextDifference]) -> Bool {
    guard !forms.isEmpty else { return false }
    let formed = differences.count { difference in
      guard case .scalar(let form) = difference.form else { return false }
      return forms[text.scalars[difference.position]] == form
    }
    guard formed > 0 else { return false }
    return formed * 2 > formedScalars.count(in: text.scalars)
  }

  private static func frequentForms(in sample: [AlignedText], _ differences: [[TextDifference]])
    -> ScalarMap
  {
    var counts: [UInt32: [UInt32: Int]] = [:]
    for (text, differences) in zip(sample, differences) {
      for difference in differences {
        guard case .scalar(let form) = difference.form else { continue }
        let scalar = text.scalars[difference.position]
        guard !OriginalPredictor.isSmallLetter(scalar) else { continue }
        counts[scalar, default: [:]][form, default: 0] += 1
      }
    }
    var forms = ScalarMap()
    for (scalar, counts) in counts.sorted(by: { $0.key < $1.key }) {
      let best = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }
      guard let best, best.value >= minimumCount, forms.count < DifferenceCode.formLimit else {
        continue
      }
      forms.set(scalar, to: best.key)
    }
    return forms
  }

  private static func frequentStrings(
    in sample: [AlignedText], _ differences: [[TextDifference]]
  ) -> [[UInt8]] {
    var counts: [StringKey: (count: Int, bytes: ArraySlice<UInt8>)] = [:]
    for (text, differences) in zip(sample, differences) {
      for difference in differences where !difference.insertion.isEmpty {
        let bytes = text.original[difference.insertion]
        guard let key = StringKey(bytes) else { continue }
        counts[key, default: (0, bytes)].count += 1
      }
    }
    let frequent = counts.filter { $0.value.count >= minimumCount }
    let ranked = frequent.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
    return ranked.prefix(DifferenceSymbols.stringLimit).map { Array($0.value.bytes) }
  }
}
