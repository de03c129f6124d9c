#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// A named range of bytes of a mapped file.
///
/// Every access is checked against its bounds and throws instead of trapping, because the bytes
/// come from outside.
///
/// Integers are little-endian and need no alignment.
@safe struct ByteRegion: @unchecked Sendable {  // A view of an immutable file that it keeps alive.
  private let file: MappedFile
  private let start: UnsafeRawPointer
  /// How many bytes the region has.
  let count: Int
  /// What errors call it.
  let name: StaticString

  /// All of `file`.
  init(_ file: MappedFile, name: StaticString) {
    self.file = file
    unsafe start = file.start
    count = file.count
    self.name = name
  }

  private init(file: MappedFile, start: UnsafeRawPointer, count: Int, name: StaticString) {
    self.file = file
    unsafe self.start = start
    self.count = count
    self.name = name
  }

  /// The error that says that the bytes at `offset` are wrong.
  func damage(at offset: Int, _ reason: String) -> IndexError {
    .corrupted(section: "\(name)", offset: offset, reason: reason)
  }

  /// The `count` bytes from `offset` on.
  func slice(_ offset: Int, _ count: Int, name: StaticString? = nil) throws(IndexError)
    -> ByteRegion
  {
    try check(offset, count)
    return unsafe ByteRegion(
      file: file, start: start + offset, count: count, name: name ?? self.name)
  }

  @inline(__always)
  func uint8(at offset: Int) throws(IndexError) -> UInt8 {
    try check(offset, 1)
    return unsafe start.load(fromByteOffset: offset, as: UInt8.self)
  }

  @inline(__always)
  func uint32(at offset: Int) throws(IndexError) -> UInt32 {
    try check(offset, 4)
    return unsafe UInt32(
      littleEndian: start.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
  }

  @inline(__always)
  func uint64(at offset: Int) throws(IndexError) -> UInt64 {
    try check(offset, 8)
    return unsafe UInt64(
      littleEndian: start.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  /// The integer of `width` bytes, 1 to 8, at `offset`.
  func integer(at offset: Int, width: Int) throws(IndexError) -> UInt64 {
    if offset >= 0, offset <= count - 8 {
      let word = try uint64(at: offset)
      return width == 8 ? word : word & ((1 << UInt64(8 * width)) - 1)
    }
    try check(offset, width)
    var value: UInt64 = 0
    for index in (0..<width).reversed() {
      value = value << 8 | UInt64(try uint8(at: offset + index))
    }
    return value
  }

  /// A copy of the `count` bytes from `offset` on.
  func bytes(_ offset: Int, _ count: Int) throws(IndexError) -> [UInt8] {
    try check(offset, count)
    return unsafe [UInt8](UnsafeRawBufferPointer(start: start + offset, count: count))
  }

  /// Copies `count` bytes from `offset` on to the end of `array`.
  func append(_ offset: Int, _ count: Int, to array: inout [UInt8]) throws(IndexError) {
    try check(offset, count)
    unsafe array.append(contentsOf: UnsafeRawBufferPointer(start: start + offset, count: count))
  }

  /// The offset of the first occurrence of `needle` that begins in `range` and ends before its end.
  func firstOffset(of needle: ByteNeedle, in range: Range<Int>) throws(IndexError) -> Int? {
    try check(range.lowerBound, range.count)
    let haystack = unsafe UnsafeRawBufferPointer(
      start: start + range.lowerBound, count: range.count)
    let offset = unsafe needle.bytes.withUnsafeBytes { bytes in
      unsafe ByteSearch.firstOffset(of: bytes, anchors: needle.anchors, in: haystack)
    }
    return offset.map { range.lowerBound + $0 }
  }

  /// Unpacks one block of integers that ``BitPacking`` has packed with `bits` bits each.
  func unpackBlock(at offset: Int, bits: Int, into values: BlockBuffer) throws(IndexError) {
    guard bits <= BitPacking.maximumBits else {
      throw damage(at: offset, "\(bits) bits an integer")
    }
    try check(offset, BitPacking.byteCount(bits: bits))
    unsafe values.unpack(start + offset, bits: bits)
  }

  /// Where the bytes are, of which there are those up to `offset` and that one.
  @inline(__always)
  func pointer(upTo offset: Int) throws(IndexError) -> UnsafePointer<UInt8> {
    try check(offset, 1)
    return unsafe start.assumingMemoryBound(to: UInt8.self)
  }

  /// Whether another region has the same bytes.
  func hasSameBytes(as other: ByteRegion) -> Bool {
    unsafe count == other.count && memcmp(start, other.start, count) == 0
  }

  /// The CRC-32C of the whole region.
  ///
  /// Reads every byte.
  func checksum() -> UInt32 {
    unsafe Checksum.crc32c(UnsafeRawBufferPointer(start: start, count: count))
  }

  @inline(__always)
  private func check(_ offset: Int, _ length: Int) throws(IndexError) {
    guard offset >= 0, length >= 0, length <= count, offset <= count - length else {
      throw damage(at: offset, "\(length) bytes are wanted, the part has \(count)")
    }
  }
}
