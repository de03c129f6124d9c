import TestSupport
import Testing

@testable import InvertedIndex

/// Differences that were never written are errors and nothing worse.
struct DifferenceCodeTests {
  private static let sample: [AlignedText] = [
    TestDocument(words: ["简报", "Bulletin", "第12期", "。\n"]).text
  ]

  @Test(arguments: 0..<40 as Range<UInt64>)
  func `random bits restore something or are reported`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let coder = TextCoder(sample: Self.sample)
    let code = try DifferenceCode(ByteRegion(testing: coder.differenceCode))
    let scalars = "简报bulletin第12期".unicodeScalars.map(\.value)
    for _ in 0..<200 {
      let bytes = (0..<Int.random(in: 0...40, using: &generator)).map { _ in
        UInt8.random(in: .min ... .max, using: &generator)
      }
      var restorer = OriginalRestorer(
        scalars: scalars, differences: ByteRegion(testing: bytes), code: code)
      _ = try? restorer.original()
    }
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `a damaged code restores something or is reported`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let coder = TextCoder(sample: Self.sample)
    var differences = RowChunk()
    var searched = RowChunk()
    coder.append(Self.sample[0], searched: &searched, differences: &differences)
    let intact = coder.differenceCode
    for _ in 0..<200 {
      var bytes = intact
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        let place = Int.random(in: bytes.indices, using: &generator)
        bytes[place] = UInt8.random(in: .min ... .max, using: &generator)
      }
      guard let code = try? DifferenceCode(ByteRegion(testing: bytes)) else { continue }
      var restorer = OriginalRestorer(
        scalars: Self.sample[0].scalars, differences: ByteRegion(testing: differences.contents),
        code: code)
      _ = try? restorer.original()
    }
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func `a code is read the same, damaged or not, when its short codes are known`(seed: UInt64)
    throws
  {
    var generator = SeededGenerator(seed: seed)
    let coder = TextCoder(sample: Self.sample)
    for edits in 0..<60 {
      var bytes = coder.differenceCode
      for _ in 0..<edits % 4 {
        let place = Int.random(in: bytes.indices, using: &generator)
        bytes[place] = UInt8.random(in: .min ... .max, using: &generator)
      }
      guard let code = try? DifferenceCode(ByteRegion(testing: bytes)) else { continue }
      let none = code.shortCodes(forReading: 1)
      let short = code.shortCodes(forReading: 1 << 20)
      #expect(none.isEmpty && !short.isEmpty)
      let text = (0..<40).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
      for previous in 0..<10 {
        var slow = CodeBitReader(ByteRegion(testing: text))
        var fast = CodeBitReader(ByteRegion(testing: text))
        for _ in 0..<40 {
          let expected = try? code.gap(after: previous, none, &slow)
          #expect(expected == (try? code.gap(after: previous, short, &fast)))
          guard expected != nil else { break }
          let change = try? code.change(after: previous, before: .digit, none, &slow)
          #expect(change == (try? code.change(after: previous, before: .digit, short, &fast)))
          guard change != nil else { break }
          #expect(slow.readBitCount == fast.readBitCount)
        }
      }
    }
  }

  @Test(arguments: 0..<10 as Range<UInt64>)
  func `symbols of any frequency are read as they were written`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    // Counts that grow like Fibonacci's numbers give the longest codes.
    var counts = (0..<Int.random(in: 1...250, using: &generator)).map { index in
      index % 3 == 0 ? 0 : Int.random(in: 0...1_000, using: &generator)
    }
    counts.append(1)
    for index in 0..<min(40, counts.count) where seed % 2 == 0 { counts[index] = 1 << index }
    let code = PrefixCode(counts: counts)
    let symbols = counts.indices.filter { counts[$0] > 0 }.shuffled(using: &generator)
    var bytes: [UInt8] = []
    var writer = CodeBitWriter()
    for symbol in symbols {
      #expect(code.codes[symbol].length <= PrefixCode.maximumLength)
      writer.append(code.codes[symbol].bits, width: code.codes[symbol].length, to: &bytes)
    }
    writer.finish(to: &bytes)
    let reader = PrefixCodeReader(ByteRegion(testing: code.table), at: 0)
    var bits = CodeBitReader(ByteRegion(testing: bytes))
    for symbol in symbols { #expect(try reader.symbol(from: &bits) == symbol) }
  }

  @Test(arguments: 0..<10 as Range<UInt64>)
  func `numbers of any width are read as they were written, and no bits behind them`(
    seed: UInt64
  ) throws {
    var generator = SeededGenerator(seed: seed)
    var bytes: [UInt8] = []
    var writer = CodeBitWriter()
    let numbers = (0..<100).map { _ in
      let width = Int.random(in: 0...30, using: &generator)
      return (width, UInt32.random(in: 0..<1 << UInt32(width), using: &generator))
    }
    for (width, value) in numbers {
      writer.append(value, width: width, to: &bytes)
      writer.appendGamma(Int(value) + 1, to: &bytes)
    }
    writer.finish(to: &bytes)
    var bits = CodeBitReader(ByteRegion(testing: bytes))
    for (width, value) in numbers {
      #expect(try bits.number(width: width) == Int(value))
      #expect(try bits.gamma() == Int(value) + 1)
    }
    #expect(throws: IndexError.self) { for _ in 0..<8 { _ = try bits.bit() } }
  }

  @Test(arguments: [0, 1, 47, 48, 49, 55, 56, 57, 63, 64, 1_000, 65_535, 1 << 20, (1 << 30) - 1])
  func `gaps of any length are read as they were written`(gap: Int) throws {
    let written = DifferenceSymbols.gap(gap)
    #expect(written.symbol < DifferenceSymbols.gapCount)
    var bytes: [UInt8] = []
    var writer = CodeBitWriter()
    writer.append(written.bits, width: written.width, to: &bytes)
    writer.appendGamma(gap + 1, to: &bytes)
    writer.finish(to: &bytes)
    var bits = CodeBitReader(ByteRegion(testing: bytes))
    #expect(try DifferenceSymbols.gap(written.symbol, &bits) == gap)
    #expect(try bits.gamma() == gap + 1)
  }
}
