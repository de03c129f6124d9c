/// A gap and a change of ``DifferenceSymbols``.
struct DifferenceChange {
  var gap: Int
  var symbol: Int
  /// The kind of the character before or for which the change is.
  var kind: OriginalPredictor.ScalarKind
  /// The bytes of the original that are written out behind the symbol.
  var literals: Range<Int>?
  /// The scalar that is written out behind the symbol.
  var literal: UInt32?
  var groupCount = 0
  var isEnd = false
}

/// Goes through a text and finds where it is not as an ``OriginalPredictor`` expects.
struct ChangeWalk {
  private let text: AlignedText
  private let standardForms: ScalarMap
  private let symbols: StringSymbols
  private var predictor: OriginalPredictor
  private var changes: [DifferenceChange] = []
  private var gap = 0

  /// - Parameters:
  ///   - text: The text.
  ///   - forms: The forms that the predictor goes by.
  ///   - standardForms: The forms of the code.
  ///   - symbols: The symbols of the strings of the code.
  init(
    _ text: AlignedText, forms: ScalarMap, standardForms: ScalarMap,
    symbols: StringSymbols
  ) {
    self.text = text
    self.standardForms = standardForms
    self.symbols = symbols
    predictor = OriginalPredictor(forms: forms)
  }

  /// The changes for the differences of the text, and the one that ends them.
  mutating func changes(_ differences: [TextDifference]) -> [DifferenceChange] {
    // A difference may be expected, and what is expected may differ.
    changes.reserveCapacity(differences.count + differences.count / 4 + 1)
    var next = 0
    var index = 0
    var previous = OriginalPredictor.ScalarKind.other
    while index < text.scalars.count {
      let limit = next < differences.count ? differences[next].position : text.scalars.count
      let end = predictor.passExpected(in: text.scalars, index..<limit, after: previous)
      if end > index {
        gap += end - index
        index = end
        previous = OriginalPredictor.ScalarKind(text.scalars[index - 1])
        guard index < text.scalars.count else { break }
      }
      let scalar = text.scalars[index]
      let kind = OriginalPredictor.ScalarKind(scalar)
      var insertion = 0..<0
      var form = TextDifference.Form.itself
      if next < differences.count, differences[next].position == index {
        insertion = differences[next].insertion
        form = differences[next].form
        next += 1
      }
      insert(insertion, between: previous, kind)
      index += write(form, for: scalar, kind)
      previous = OriginalPredictor.ScalarKind(text.scalars[index - 1])
    }
    if next < differences.count { insert(differences[next].insertion, between: previous, .other) }
    changes.append(DifferenceChange(gap: gap, symbol: 0, kind: .other, isEnd: true))
    return changes
  }

  private mutating func insert(
    _ range: Range<Int>, between first: OriginalPredictor.ScalarKind,
    _ second: OriginalPredictor.ScalarKind
  ) {
    let isSpace = range.count == 1 && text.original[range.lowerBound] == UInt8(ascii: " ")
    let isExpected =
      predictor.expectsSpace(between: first, second) ? isSpace : range.isEmpty
    guard !isExpected else {
      if !range.isEmpty { predictor.wroteOther() }
      return
    }
    var change = DifferenceChange(gap: gap, symbol: DifferenceSymbols.nothing, kind: second)
    if !range.isEmpty {
      let symbol = StringKey(text.original[range]).flatMap { symbols[$0] }
      change.symbol = symbol ?? DifferenceSymbols.literal
      if symbol == nil { change.literals = range }
    }
    add(change)
    predictor.inserted(isEmpty: range.isEmpty, isSpace: isSpace, between: first, second)
  }

  /// Returns how many characters the form is of.
  private mutating func write(
    _ form: TextDifference.Form, for scalar: UInt32, _ kind: OriginalPredictor.ScalarKind
  ) -> Int {
    let written: UInt32
    switch form {
    case .itself: written = scalar
    case .scalar(let other): written = other
    case .group(let count, let bytes):
      add(
        DifferenceChange(
          gap: gap, symbol: DifferenceSymbols.group, kind: kind, literals: bytes,
          groupCount: count))
      predictor.wroteOther()
      return count
    }
    let expected = predictor.form(of: scalar)
    if written == expected {
      gap += 1
    } else {
      add(change(from: expected, to: written, for: scalar, kind))
    }
    predictor.wrote(written, for: scalar)
    return 1
  }

  private func change(
    from expected: UInt32, to written: UInt32, for scalar: UInt32,
    _ kind: OriginalPredictor.ScalarKind
  ) -> DifferenceChange {
    var change = DifferenceChange(gap: gap, symbol: DifferenceSymbols.literalForm, kind: kind)
    if OriginalPredictor.otherCase(of: expected, for: scalar) == written {
      change.symbol = DifferenceSymbols.otherCase
    } else if written == scalar {
      change.symbol = DifferenceSymbols.itself
    } else if standardForms[scalar] == written {
      change.symbol = DifferenceSymbols.standardForm
    } else {
      change.literal = written
    }
    return change
  }

  private mutating func add(_ change: DifferenceChange) {
    changes.append(change)
    gap = 0
  }
}
