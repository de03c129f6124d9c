#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

extension Array<UInt8> {
  /// Where the first line ends that ends at `start` or behind; nil if none does.
  ///
  /// The C library looks at many bytes at a time.
  func firstLineEnd(from start: Int) -> Int? {
    guard start < count else { return nil }
    return unsafe withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress,
        let end = unsafe memchr(base + start, Int32(UInt8(ascii: "\n")), bytes.count - start)
      else { return nil }
      return unsafe UnsafeRawPointer(end) - base
    }
  }

  /// How many lines end in it.
  var lineEndCount: Int {
    var count = 0
    var start = 0
    while let end = firstLineEnd(from: start) {
      count += 1
      start = end + 1
    }
    return count
  }
}
