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
  private let origin: Origin
  private let start: UnsafeRawPointer
  /// How many bytes the region has.
  let count: Int

  /// What regions share, apart so that they are small: they are copied more often than they are named.
  private final class Origin: Sendable {
    let file: MappedFile
    let name: StaticString

    init(_ file: MappedFile, name: StaticString) {
      self.file = file
      self.name = name
    }
  }

  /// What errors call it.
  var name: StaticString { origin.name }

  /// Whether `path` leads to the file of the region now.
  func isOfFile(at path: String) -> Bool { origin.file.isFile(at: path) }

  /// All of `file`.
  init(_ file: MappedFile, name: StaticString) {
    unsafe self.init(Origin(file, name: name), start: file.start, count: file.count)
  }

  private init(_ origin: Origin, start: UnsafeRawPointer, count: Int) {
    self.origin = origin
    unsafe self.start = start
    self.count = count
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
    let named = name.map { Origin(origin.file, name: $0) } ?? origin
    return unsafe ByteRegion(named, start: start + offset, count: count)
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

  /// 57 bits or more from bit `position` on, the lowest bit of a byte first; from byte `end` on there are zeros.
  @inline(__always)
  func bits(from position: Int, before end: Int) -> UInt64 {
    let offset = position &>> 3
    guard position >= 0, end <= count, offset &+ 8 <= end else {
      return lastBits(from: position, before: end)
    }
    let word = unsafe start.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
    return UInt64(littleEndian: word) &>> UInt64(truncatingIfNeeded: position & 7)
  }

  private func lastBits(from position: Int, before end: Int) -> UInt64 {
    let end = min(end, count)
    let offset = position >> 3
    guard offset >= 0, offset < end else { return 0 }
    let missing = UInt64(8 - min(end - offset, 8))
    var word: UInt64 = 0
    if end >= 8 {
      // The eight bytes before the end have those from the offset on in their upper part.
      let bytes = unsafe start.loadUnaligned(fromByteOffset: end - 8, as: UInt64.self)
      word = UInt64(littleEndian: bytes) >> (8 * missing)
    } else {
      for place in (offset..<end).reversed() {
        word = unsafe word << 8 | UInt64(start.load(fromByteOffset: place, as: UInt8.self))
      }
    }
    return word >> UInt64(position & 7)
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

  /// A copy of the `count` integers of four bytes from `offset` on.
  func uint32s(_ offset: Int, _ count: Int) throws(IndexError) -> [UInt32] {
    try check(offset, count * MemoryLayout<UInt32>.size)
    var integers: [UInt32] = []
    integers.reserveCapacity(count)
    for index in 0..<count {
      integers.append(
        unsafe UInt32(
          littleEndian: start.loadUnaligned(
            fromByteOffset: offset + index * MemoryLayout<UInt32>.size, as: UInt32.self)))
    }
    return integers
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

  /// One of the integers of such a block.
  func integer(_ number: Int, ofBlockAt offset: Int, bits: Int) throws(IndexError) -> UInt32 {
    guard bits <= BitPacking.maximumBits else {
      throw damage(at: offset, "\(bits) bits an integer")
    }
    guard bits > 0 else { return 0 }
    let (place, used) = BitPacking.place(of: number, bits: bits)
    var value = try uint32(at: offset + place) &>> UInt32(truncatingIfNeeded: used)
    if used + bits > UInt32.bitWidth {
      let next = try uint32(at: offset + place + BitPacking.rowByteCount)
      value |= next &<< UInt32(truncatingIfNeeded: UInt32.bitWidth - used)
    }
    return value & (.max &>> UInt32(truncatingIfNeeded: UInt32.bitWidth - bits))
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

  /// Compares the CRC-32C of the whole region with the one that was written, which reads every byte.
  ///
  /// - Throws: ``IndexError/wrongChecksum(section:)`` if they differ.
  func verify(checksum: UInt32) throws(IndexError) {
    guard unsafe Checksum.crc32c(UnsafeRawBufferPointer(start: start, count: count)) == checksum
    else { throw .wrongChecksum(section: "\(name)") }
  }

  @inline(__always)
  private func check(_ offset: Int, _ length: Int) throws(IndexError) {
    guard offset >= 0, length >= 0, length <= count, offset <= count - length else {
      throw outOfBounds(offset, length)
    }
  }

  // Apart, so that the many checks stay short.
  @inline(never)
  private func outOfBounds(_ offset: Int, _ length: Int) -> IndexError {
    damage(at: offset, "\(length) bytes are wanted, the part has \(count)")
  }
}
