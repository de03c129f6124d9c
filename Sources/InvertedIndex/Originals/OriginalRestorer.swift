/// Makes the original of a text from its searched characters and its differences.
struct OriginalRestorer: ~Copyable {
  private static let space: UInt32 = 0x20

  private let scalars: [UInt32]
  private let code: DifferenceCode
  private let region: ByteRegion
  private var bits: CodeBitReader
  private var forms = ScalarMap()
  private var predictor = OriginalPredictor(forms: ScalarMap())
  private var bytes: GrowingBytes
  /// The next character.
  private var index = 0
  /// Whether what stands before it is written.
  private var isInserted = false
  /// Whether it is noted which bytes stand for each character.
  private let isAligning: Bool
  private var starts: GrowingNumbers
  private var ends: GrowingNumbers

  /// - Parameters:
  ///   - scalars: The searched characters.
  ///   - differences: What the original has differently from what is expected.
  ///   - code: The code of the differences.
  ///   - isAligning: Whether ``aligned()`` is asked for.
  init(
    scalars: [UInt32], differences: ByteRegion, code: DifferenceCode, isAligning: Bool = false
  ) {
    self.scalars = scalars
    self.code = code
    region = differences
    bits = CodeBitReader(differences)
    bytes = GrowingBytes(capacity: scalars.count * 4)
    starts = GrowingNumbers(capacity: isAligning ? scalars.count : 0)
    ends = GrowingNumbers(capacity: isAligning ? scalars.count : 0)
    self.isAligning = isAligning
  }

  /// How many bytes of the differences are behind what was read.
  var unreadByteCount: Int { region.count - (bits.readBitCount + 7) / 8 }

  /// The original in UTF-8, or its beginning up to so many searched characters.
  ///
  /// - Throws: ``IndexError/corrupted(section:offset:reason:)`` if the differences are damaged.
  mutating func original(upTo limit: Int = .max) throws(IndexError) -> [UInt8] {
    if try bits.bit() == 1 {
      forms = try code.forms()
      predictor = OriginalPredictor(forms: forms)
    }
    let text = scalars
    let span = text.span
    let code = code
    let short = code.shortCodes(forReading: region.count)
    var change = 0
    while true {
      let gap = try code.gap(after: change, short, &bits)
      let isLast = gap == DifferenceSymbols.end
      let count = isLast ? span.count - index : try DifferenceSymbols.gap(gap, &bits)
      if isLast || count >= limit - index {
        try copy(min(count, limit - index), of: span)
        return bytes.bytes
      }
      try copy(count, of: span)
      change = try code.change(after: change, before: kind(at: index), short, &bits)
      try apply(change, of: code)
      guard bytes.count <= Int(Int32.max) else { throw region.damage(at: 0, "a text of 2 GiB") }
      if index >= limit { return bytes.bytes }
    }
  }

  /// The text with its original, as ``original()``.
  mutating func aligned() throws(IndexError) -> AlignedText {
    precondition(isAligning, "where characters stand was not noted")
    let original = try original()
    guard original.count <= Int(Int32.max) else { throw region.damage(at: 0, "a text of 2 GiB") }
    return AlignedText(
      original: original, scalars: scalars, starts: starts.numbers, ends: ends.numbers)
  }

  /// Writes the next `count` characters as they are expected.
  private mutating func copy(_ count: Int, of scalars: Span<UInt32>) throws(IndexError) {
    guard count >= 0, count <= scalars.count - index else {
      throw region.damage(at: 0, "\(count) characters after \(index) of \(scalars.count)")
    }
    let end = index + count
    var previous = kind(at: index - 1)
    while index < end {
      if !Self.meetsSpace(previous) {
        copyPlain(upTo: end, of: scalars)
        guard index < end else { return }
        previous = kind(at: index - 1)
      }
      let scalar = scalars[index]
      let kind = OriginalPredictor.ScalarKind(scalar)
      if kind != previous { insertExpected() }
      previous = kind
      try write(predictor.form(of: scalar), for: scalar)
    }
  }

  /// Writes characters behind one that meets no space as long as none of them does either, which are most.
  private mutating func copyPlain(upTo end: Int, of scalars: Span<UInt32>) {
    let start = index
    while index < end {
      if isAligning {
        var stop = index
        while stop < end, predictor.isItself(scalars[stop]) { stop += 1 }
        bytes.append(scalars.extracting(index..<stop), &starts, &ends)
        index = stop
      } else {
        index += predictor.appendItself(scalars.extracting(index..<end), to: &bytes)
      }
      guard index < end, !Self.meetsSpace(OriginalPredictor.ScalarKind(scalars[index])) else {
        break
      }
      let form = predictor.form(of: scalars[index])
      // A form may be anything in a damaged index.
      guard form == scalars[index] || Unicode.Scalar(form) != nil else { break }
      if isAligning { starts.append(UInt32(truncatingIfNeeded: bytes.count)) }
      bytes.append(scalar: form)
      if isAligning { ends.append(UInt32(truncatingIfNeeded: bytes.count)) }
      index += 1
    }
    guard index > start else { return }
    predictor.wroteOther()
    isInserted = false
  }

  /// Whether a space may be expected between an ideograph and a character of some kind.
  private static func meetsSpace(_ kind: OriginalPredictor.ScalarKind) -> Bool {
    kind == .letter || kind == .digit
  }

  private mutating func insertExpected() {
    guard !isInserted, predictor.expectsSpace(between: kind(at: index - 1), kind(at: index)) else {
      return
    }
    bytes.append(UInt8(ascii: " "))
    predictor.wroteOther()
  }

  private mutating func write(_ form: UInt32, for scalar: UInt32) throws(IndexError) {
    let start = bytes.count
    try append(form)
    if isAligning { note(1, from: start) }
    predictor.wrote(form, for: scalar)
    index += 1
    isInserted = false
  }

  private mutating func apply(_ change: Int, of code: DifferenceCode) throws(IndexError) {
    switch change {
    case DifferenceSymbols.otherCase...DifferenceSymbols.group:
      insertExpected()
      try applyForm(change)
    case DifferenceSymbols.nothing: noteInsertion(isEmpty: true, isSpace: false)
    case DifferenceSymbols.literal:
      let start = bytes.count
      let last = try appendLiterals()
      let byteCount = bytes.count - start
      noteInsertion(isEmpty: byteCount == 0, isSpace: byteCount == 1 && last == Self.space)
    default:
      let string = try code.string(change)
      string.append(to: &bytes)
      noteInsertion(isEmpty: string.count == 0, isSpace: string.isSpace)
    }
  }

  private mutating func noteInsertion(isEmpty: Bool, isSpace: Bool) {
    predictor.inserted(
      isEmpty: isEmpty, isSpace: isSpace,
      between: kind(at: index - 1), kind(at: index))
    isInserted = true
  }

  private mutating func applyForm(_ change: Int) throws(IndexError) {
    guard index < scalars.count else { throw region.damage(at: 0, "a form of no character") }
    let scalar = scalars[index]
    switch change {
    case DifferenceSymbols.otherCase:
      let form = predictor.form(of: scalar)
      try write(OriginalPredictor.otherCase(of: form, for: scalar) ?? form, for: scalar)
    case DifferenceSymbols.standardForm: try write(standardForm(of: scalar), for: scalar)
    case DifferenceSymbols.itself: try write(scalar, for: scalar)
    case DifferenceSymbols.literalForm: try write(literal(), for: scalar)
    default:
      let count = try bits.gamma()
      guard count <= scalars.count - index else {
        throw region.damage(at: 0, "a group of \(count) characters after \(index)")
      }
      let start = bytes.count
      _ = try appendLiterals()
      if isAligning { note(count, from: start) }
      predictor.wroteOther()
      index += count
      isInserted = false
    }
  }

  /// The form of the code, also in texts that do not use the forms.
  private mutating func standardForm(of scalar: UInt32) throws(IndexError) -> UInt32 {
    if forms.isEmpty { forms = try code.forms() }
    return forms[scalar] ?? scalar
  }

  /// Writes scalars that stand in the differences and returns the last one, or nil for none.
  private mutating func appendLiterals() throws(IndexError) -> UInt32? {
    var last: UInt32?
    for _ in 0..<(try bits.gamma() - 1) {
      let scalar = try literal()
      try append(scalar)
      last = scalar
    }
    return last
  }

  private mutating func literal() throws(IndexError) -> UInt32 {
    let width = DifferenceSymbols.scalarWidths[try bits.number(width: 2)]
    return UInt32(try bits.number(width: width))
  }

  private mutating func append(_ scalar: UInt32) throws(IndexError) {
    guard Unicode.Scalar(scalar) != nil else {
      throw region.damage(at: 0, "\(scalar) is no scalar value")
    }
    bytes.append(scalar: scalar)
  }

  /// Notes that the bytes from `start` on stand for each of `count` characters.
  private mutating func note(_ count: Int, from start: Int) {
    for _ in 0..<count {
      starts.append(UInt32(truncatingIfNeeded: start))
      ends.append(UInt32(truncatingIfNeeded: bytes.count))
    }
  }

  private func kind(at index: Int) -> OriginalPredictor.ScalarKind {
    scalars.indices.contains(index) ? OriginalPredictor.ScalarKind(scalars[index]) : .other
  }
}
