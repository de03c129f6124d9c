/// The 128 integers of a block of postings.
///
/// A copy shares them. Numbers of integers count modulo 128, so that no access is outside.
@safe struct BlockBuffer {
  private static let mask = BitPacking.blockLength - 1

  private let storage: ManagedBuffer<Void, UInt32>
  /// The integers, as long as the buffer is there; all that use it keep to the length of a block.
  let values: UnsafeMutablePointer<UInt32>

  init() {
    self.init(Self.storage(ofBuffers: 1), number: 0)
  }

  /// Two buffers in one piece of memory.
  static func pair() -> (BlockBuffer, BlockBuffer) {
    let storage = storage(ofBuffers: 2)
    return (BlockBuffer(storage, number: 0), BlockBuffer(storage, number: 1))
  }

  private init(_ storage: ManagedBuffer<Void, UInt32>, number: Int) {
    self.storage = storage
    unsafe values = storage.withUnsafeMutablePointerToElements {
      unsafe $0 + number * BitPacking.blockLength
    }
  }

  private static func storage(ofBuffers count: Int) -> ManagedBuffer<Void, UInt32> {
    let length = count * BitPacking.blockLength
    let storage = ManagedBuffer<Void, UInt32>.create(minimumCapacity: length) { _ in }
    unsafe storage.withUnsafeMutablePointerToElements { elements in
      unsafe elements.initialize(repeating: 0, count: length)
    }
    return storage
  }

  subscript(number: Int) -> UInt32 {
    @inline(__always) get { unsafe values[number & Self.mask] }
    @inline(__always) nonmutating set { unsafe values[number & Self.mask] = newValue }
  }

  /// The number of the first integer from `start` on that is not below `target`; integers ascend and stay below 2³¹.
  ///
  /// - Parameters:
  ///   - target: An integer that the last one is not below.
  ///   - start: Where to begin; those before it are below `target`.
  /// - Returns: A number up to 127.
  @inline(__always)
  func firstNumber(notBelow target: UInt32, from start: Int) -> Int {
    let low = start & Self.mask
    // Most moves are short.
    if low < BitPacking.blockLength - 8, unsafe values[low + 7] < target {
      return unsafe Self.firstNumber(notBelow: target, in: values)
    }
    let first = min(low, BitPacking.blockLength - 8)
    let lanes = unsafe UnsafeRawPointer(values + first).loadUnaligned(as: SIMD8<UInt32>.self)
    let below = (lanes &- SIMD8(repeating: target)) &>> SIMD8(repeating: 31)
    return (first + Int(truncatingIfNeeded: below.wrappedSum())) & Self.mask
  }

  /// The same among all 128 integers, by halves and without a branch to be mispredicted.
  ///
  /// - Returns: A number up to 127, also if all are below `target`.
  @inline(__always)
  static func firstNumber(notBelow target: UInt32, in values: UnsafePointer<UInt32>) -> Int {
    // The highest bit of a difference says which is lower.
    var low = unsafe Int(truncatingIfNeeded: (values[63] &- target) &>> 31) &<< 6
    low |= unsafe Int(truncatingIfNeeded: (values[low | 31] &- target) &>> 31) &<< 5
    low |= unsafe Int(truncatingIfNeeded: (values[low | 15] &- target) &>> 31) &<< 4
    low |= unsafe Int(truncatingIfNeeded: (values[low | 7] &- target) &>> 31) &<< 3
    low |= unsafe Int(truncatingIfNeeded: (values[low | 3] &- target) &>> 31) &<< 2
    low |= unsafe Int(truncatingIfNeeded: (values[low | 1] &- target) &>> 31) &<< 1
    return unsafe low | Int(truncatingIfNeeded: (values[low] &- target) &>> 31)
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
