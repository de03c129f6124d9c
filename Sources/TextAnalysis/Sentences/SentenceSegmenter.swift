/// Cuts texts into sentences by the rules of Unicode Standard Annex #29, as ICU's iterator does.
public struct SentenceSegmenter: Sendable {
  /// A segmenter for texts in any language.
  public init() {}

  /// Where the sentences of a part of a text end, as offsets in the whole, in order.
  ///
  /// White space after a sentence belongs to it. The last end is that of the part.
  ///
  /// - Precondition: `range` is within `utf8`.
  /// - Complexity: O(*n*) in the bytes of the part.
  public func ends(of utf8: [UInt8], in range: Range<Int>) -> [Int] {
    var rules = SentenceRules()
    let bytes = utf8.span
    var offset = range.lowerBound
    while offset < range.upperBound {
      let scalar = UTF8Scalar(in: bytes, at: offset)
      rules.take(CharacterTable.sentenceClass(of: scalar.value), at: offset)
      offset = scalar.end
    }
    rules.finish()
    return rules.ends + [range.upperBound]
  }
}

/// The rules SB3 to SB998 of the annex (revision 41), taken one character at a time.
///
/// All but SB8 look only at what is before a border. SB8 says that a full stop does not end a sentence if a
/// lowercase letter comes before any other letter; until one of both comes, the border is kept as `pending`.
/// No other border can come in between, since that takes a terminator, which decides too.
private struct SentenceRules {
  /// The borders that are decided.
  private(set) var ends: [Int] = []
  private var state = State.other
  private var previous = SentenceClass.other
  private var pending: Int?

  fileprivate enum State {
    case other
    case letter
    case terminated(Ending)
  }

  /// A terminator and what followed it.
  fileprivate struct Ending {
    var isAmbiguous: Bool
    /// Whether a letter with case is before an ambiguous terminator.
    var followsLetter = false
    var closed = false
    var spaced = false
  }

  /// The next character, which begins at `offset`.
  mutating func take(_ next: SentenceClass, at offset: Int) {
    defer { previous = next }
    if previous.endsParagraph {
      if previous == .carriageReturn, next == .lineFeed { return }  // SB3
      ends.append(offset)  // SB4
      state = .other
    } else if next == .extend || next == .format {
      return  // SB5
    }
    resolvePending(by: next)
    guard case .terminated(let ending) = state else {
      state = Self.state(behind: next, state)
      return
    }
    switch ending.decision(on: next) {
    case .none: break
    case .border: ends.append(offset)
    case .pending: pending = offset
    }
    state = ending.goingOn(with: next).map { .terminated($0) } ?? Self.state(behind: next, .other)
  }

  mutating func finish() {
    if let pending { ends.append(pending) }
    pending = nil
  }

  private mutating func resolvePending(by next: SentenceClass) {
    guard let border = pending else { return }
    switch next {
    case .lower: pending = nil
    case .upper, .otherLetter, .carriageReturn, .lineFeed, .separator, .terminator,
      .ambiguousTerminator:
      ends.append(border)
      pending = nil
    default: break
    }
  }

  private static func state(behind next: SentenceClass, _ state: State) -> State {
    switch next {
    case .upper, .lower: return .letter
    case .terminator: return .terminated(Ending(isAmbiguous: false))
    case .ambiguousTerminator:
      if case .letter = state {
        return .terminated(Ending(isAmbiguous: true, followsLetter: true))
      }
      return .terminated(Ending(isAmbiguous: true))
    default: return .other
    }
  }
}

extension SentenceRules.Ending {
  fileprivate enum Decision {
    case none, border, pending
  }

  /// Whether a sentence ends before the next character.
  fileprivate func decision(on next: SentenceClass) -> Decision {
    switch next {
    case .continuation, .terminator, .ambiguousTerminator: return .none  // SB8a
    case .space, .carriageReturn, .lineFeed, .separator: return .none  // SB9, SB10
    case .close where !spaced: return .none  // SB9
    default: break
    }
    guard isAmbiguous else { return .border }  // SB11
    // SB6, SB7
    if !closed, !spaced, next == .numeric || followsLetter && next == .upper { return .none }
    switch next {
    case .lower: return .none  // SB8
    case .upper, .otherLetter: return .border
    default: return .pending
    }
  }

  /// The same ending with the next character, if that belongs to it.
  fileprivate func goingOn(with next: SentenceClass) -> Self? {
    var ending = self
    switch next {
    case .space: ending.spaced = true
    case .close where !spaced: ending.closed = true
    default: return nil
    }
    return ending
  }
}
