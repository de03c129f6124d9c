import ICUReference
import Testing

@testable import TextAnalysis

/// The table of characters against ICU, where that knows the same version of Unicode.
@Suite(.enabled(if: ICUFolding.isOfTable, "this ICU knows another version of Unicode"))
struct CharacterTableTests {
  /// All that may stand in a text.
  private static let scalars = Array(UInt32(0)...0xD7FF) + Array(0xE000...0x10FFFF)

  /// Scalars for which two answers differ, as far as a message needs them.
  private func differing(_ isEqual: (UInt32) -> Bool) -> [String] {
    Self.scalars.filter { !isEqual($0) }.prefix(10).map { String($0, radix: 16) }
  }

  @Test func `characters are as wide as ICU says`() {
    func width(_ scalar: UInt32) -> Int {
      let code = Int32(bitPattern: scalar)
      let invisible = [
        U_NON_SPACING_MARK, U_ENCLOSING_MARK, U_FORMAT_CHAR, U_CONTROL_CHAR, U_LINE_SEPARATOR,
        U_PARAGRAPH_SEPARATOR,
      ]
      if invisible.contains(where: { $0.rawValue == UInt32(UInt8(bitPattern: icu_category(code))) })
      {
        return 0
      }
      let width = UInt32(bitPattern: icu_eastAsianWidth(code))
      let isWide = width == U_EA_WIDE.rawValue || width == U_EA_FULLWIDTH.rawValue
      return isWide || icu_isEmojiPresentation(code) ? 2 : 1
    }
    #expect(differing { CharacterTable.columns(of: $0) == width($0) } == [])
  }

  @Test func `what ICU's rules join to Han is Han or joined`() {
    #expect(
      differing {
        let joins = icu_joinsHan(Int32(bitPattern: $0))
        let isOurs = PlainHan.contains($0) || PlainHan.isJoined(to: $0)
        // What is not assigned may be Han to another ICU.
        return isOurs == joins || isOurs && ScalarClass.isIdeographic($0)
      } == [])
  }

  @Test func `what the dictionary cuts alone is Han`() {
    #expect(differing { !PlainHan.contains($0) || icu_isHan(Int32(bitPattern: $0)) } == [])
  }

  @Test func `characters are to sentences what ICU says`() {
    let classes: [USentenceBreak: SentenceClass] = [
      U_SB_OTHER: .other, U_SB_CR: .carriageReturn, U_SB_LF: .lineFeed, U_SB_SEP: .separator,
      U_SB_EXTEND: .extend, U_SB_FORMAT: .format, U_SB_SP: .space, U_SB_LOWER: .lower,
      U_SB_UPPER: .upper, U_SB_OLETTER: .otherLetter, U_SB_NUMERIC: .numeric,
      U_SB_ATERM: .ambiguousTerminator, U_SB_SCONTINUE: .continuation, U_SB_STERM: .terminator,
      U_SB_CLOSE: .close,
    ]
    #expect(
      differing {
        let value = USentenceBreak(UInt32(bitPattern: icu_sentenceBreak(Int32(bitPattern: $0))))
        return classes[value] == CharacterTable.sentenceClass(of: $0)
      } == [])
  }
}

extension USentenceBreak: @retroactive Hashable {}
