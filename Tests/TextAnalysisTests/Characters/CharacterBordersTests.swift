import TestSupport
import TextAnalysis
import Testing

struct CharacterBordersTests {
  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func `borders are those of Swift's characters`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<20 {
      let text = NastyText.text(Int.random(in: 0...30, using: &random), using: &random)
      let wanted = Self.borders(of: text)
      var borders = CharacterBorders(Array(text.utf8))
      // In an order that the kept stretch does not help with.
      for offset in (0...text.utf8.count).shuffled(using: &random) {
        let down = borders.roundedDown(offset)
        let up = borders.roundedUp(offset)
        #expect(down == wanted.last { $0 <= offset }, "\(offset) of \(text.debugDescription)")
        #expect(up == wanted.first { $0 >= offset }, "\(offset) of \(text.debugDescription)")
      }
    }
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `lengths are those of Swift's views`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let text = NastyText.text(40, using: &random)
    let wanted = Self.borders(of: text)
    var borders = CharacterBorders(Array(text.utf8))
    for _ in 0..<50 {
      let ends = [wanted, wanted].compactMap { $0.randomElement(using: &random) }.sorted()
      let part = String(decoding: Array(text.utf8)[ends[0]..<ends[1]], as: UTF8.self)
      let length = borders.length(of: ends[0]..<ends[1])
      #expect(length.utf16 == part.utf16.count)
      #expect(length.characters == part.count, "\(part.debugDescription)")
    }
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `steps lead to the borders of Swift's characters`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let text = NastyText.text(40, using: &random)
    let wanted = Self.borders(of: text)
    var borders = CharacterBorders(Array(text.utf8))
    for _ in 0..<50 {
      let place = Int.random(in: 0..<wanted.count, using: &random)
      let count = Int.random(in: 0...45, using: &random)
      let limit = Int.random(in: 0...text.utf8.count, using: &random)
      let behind = wanted[min(place + count, wanted.count - 1)]
      #expect(
        borders.offset(count, after: wanted[place], limit: limit) == min(behind, limit),
        "\(count) behind \(wanted[place]) up to \(limit) of \(text.debugDescription)")
      let before = wanted[max(place - count, 0)]
      #expect(
        borders.offset(count, before: wanted[place], limit: limit) == max(before, limit),
        "\(count) before \(wanted[place]) up to \(limit) of \(text.debugDescription)")
    }
  }

  @Test func `steps are characters`() {
    var borders = CharacterBorders(Array("水👩‍🌾🇨🇳e\u{301}".utf8))
    #expect(borders.offset(2, after: 0, limit: 100) == 14)
    #expect(borders.offset(1, before: 25, limit: 0) == 22)
    #expect(borders.offset(9, before: 25, limit: 3) == 3)
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `bytes that are no UTF-8 do no harm`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var bytes = Array(NastyText.text(10, using: &random).utf8)
    for _ in 0..<10 where !bytes.isEmpty {
      bytes[Int.random(in: 0..<bytes.count, using: &random)] = .random(in: 0...255, using: &random)
    }
    var borders = CharacterBorders(bytes)
    for offset in 0...bytes.count {
      #expect(borders.roundedDown(offset) <= offset)
      #expect((offset...bytes.count).contains(borders.roundedUp(offset)))
    }
  }

  /// The slow and obvious way.
  private static func borders(of text: String) -> [Int] {
    text.reduce(into: [0]) { borders, character in
      borders.append((borders.last ?? 0) + character.utf8.count)
    }
  }
}
