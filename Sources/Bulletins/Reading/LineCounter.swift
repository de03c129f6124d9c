/// Numbers of lines for ranges that are asked for in the order of the file.
struct LineCounter {
  private var offset = 0
  private var number = 1

  /// The lines from the first to the last visible byte of a range; a range never begins before the
  /// one asked for last.
  mutating func numbers(of bytes: Range<Int>, in source: [UInt8]) -> ClosedRange<Int> {
    let visible = Blanks.trimmed(bytes, in: source)
    advance(to: visible.lowerBound, in: source)
    let first = number
    advance(to: max(visible.lowerBound, visible.upperBound), in: source)
    return first...max(first, number)
  }

  /// Where the lines of a file begin, as an editor counts them.
  static func lineStarts(in source: [UInt8]) -> [Int] {
    var starts = [0]
    starts.reserveCapacity(PhysicalLines.count(in: source))
    for (offset, byte) in source.enumerated() where byte == 0x0A || byte == 0x0D {
      let isPair = byte == 0x0D && offset + 1 < source.count && source[offset + 1] == 0x0A
      if !isPair { starts.append(offset + 1) }
    }
    return starts
  }

  private mutating func advance(to target: Int, in source: [UInt8]) {
    while offset < target {
      let byte = source[offset]
      if byte == 0x0A { number += 1 }
      if byte == 0x0D, offset + 1 >= source.count || source[offset + 1] != 0x0A { number += 1 }
      offset += 1
    }
  }
}
