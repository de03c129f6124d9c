/// The 128 integers of a block of postings.
///
/// Shared and not copied. Numbers of integers count modulo 128, so that no access is outside.
@safe final class BlockBuffer {
  private static let mask = BitPacking.blockLength - 1

  /// The integers; all that use it keep to the length of a block.
  let values: UnsafeMutablePointer<UInt32>

  init() {
    unsafe values = .allocate(capacity: BitPacking.blockLength)
    unsafe values.initialize(repeating: 0, count: BitPacking.blockLength)
  }

  deinit {
    unsafe values.deallocate()
  }

  subscript(number: Int) -> UInt32 {
    @inline(__always) get { unsafe values[number & Self.mask] }
    @inline(__always) set { unsafe values[number & Self.mask] = newValue }
  }

  /// The number of the first integer from `start` on that is not below `target`; integers ascend and stay below 2³¹.
  ///
  /// - Parameters:
  ///   - target: An integer that the last one is not below.
  ///   - start: Where to begin; those before it are below `target`.
  /// - Returns: A number up to 127.
  @inline(__always)
  func firstNumber(notBelow target: UInt32, from start: Int) -> Int {
    var low = start & Self.mask
    // Most moves are short.
    if low < BitPacking.blockLength - 8, unsafe values[low + 7] < target {
      low += 8
      var step = BitPacking.blockLength / 2
      // By halves, without a branch to be mispredicted.
      while step > 0 {
        let next = low + step
        let isBelow =
          unsafe next <= BitPacking.blockLength && values[(next - 1) & Self.mask] < target
        low = isBelow ? next : low
        step /= 2
      }
      return low & Self.mask
    }
    let first = min(low, BitPacking.blockLength - 8)
    let lanes = unsafe UnsafeRawPointer(values + first).loadUnaligned(as: SIMD8<UInt32>.self)
    let below = (lanes &- SIMD8(repeating: target)) &>> SIMD8(repeating: 31)
    return (first + Int(truncatingIfNeeded: below.wrappedSum())) & Self.mask
  }

  /// Sets the integers from `number` on to those that the bits of a word stand for, the lowest for `first`.
  ///
  /// - Returns: The number after the last one that was set; more than 128 if there is no room for all.
  @inline(__always)
  func set(_ bits: UInt64, first: UInt32, from number: Int) -> Int {
    guard number >= 0, number + bits.nonzeroBitCount <= BitPacking.blockLength else {
      return BitPacking.blockLength + 1
    }
    let values = unsafe self.values
    var (rest, number) = (bits, number)
    while rest != 0 {
      unsafe values[number] = first &+ UInt32(truncatingIfNeeded: rest.trailingZeroBitCount)
      number &+= 1
      rest &= rest &- 1
    }
    return number
  }

  /// Unpacks a block.
  ///
  /// - Precondition: `source` has the bytes of a block of integers of `bits` bits each.
  @inline(__always)
  func unpack(_ source: UnsafeRawPointer, bits: Int) {
    unsafe BitPacking.unpack(source, bits: bits, into: UnsafeMutableRawPointer(values))
  }

  /// Turns gaps into documents: each becomes the one before it + gap + 1.
  ///
  /// - Parameter previous: The document before the first one; `UInt32.max`, which is −1, if there is none.
  @inline(__always)
  func sum(after previous: UInt32) {
    unsafe BitPacking.sum(UnsafeMutableRawPointer(values), after: previous)
  }
}
