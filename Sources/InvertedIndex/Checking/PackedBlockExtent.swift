/// Where a full block ends, as its own bytes say.
enum PackedBlockExtent {
  /// Finds the end of a block.
  ///
  /// - Parameters:
  ///   - list: The list of postings.
  ///   - layout: What it is made of.
  ///   - block: The number of the block.
  ///   - start: Where the block begins, counted from the end of the list's header.
  /// - Returns: The end, counted likewise.
  /// - Throws: ``IndexError/corrupted(section:offset:reason:)`` if the list is too short.
  static func end(
    of list: ByteRegion, _ layout: PostingsLayout, block: Int, from start: Int
  ) throws(IndexError) -> Int {
    let offset = layout.blocksOffset + start
    let gapBits = Int(try list.uint8(at: offset))
    let frequencyBits = Int(try list.uint8(at: offset + 1))
    let exceptions = Int(try list.uint8(at: offset + 2))
    var end = offset + PackedBlock.headerByteCount
    if gapBits == PackedBlock.bitSetMark {
      let previous = block == 0 ? UInt32.max : try list.uint32(at: (block - 1) * 4)
      let span = Int(try list.uint32(at: block * 4) &- previous)
      end += (span + 7) / 8
    } else {
      end = try self.end(
        of: list, from: end, bits: gapBits,
        exceptionCount: exceptions & PackedBlock.maximumExceptionCount)
    }
    end = try self.end(
      of: list, from: end, bits: frequencyBits,
      exceptionCount: exceptions / (PackedBlock.maximumExceptionCount + 1))
    return end - layout.blocksOffset
  }

  /// The end of 128 packed numbers and their exceptions.
  private static func end(
    of list: ByteRegion, from start: Int, bits: Int, exceptionCount: Int
  ) throws(IndexError) -> Int {
    let numbers = start + BitPacking.byteCount(bits: bits)
    var previous = -1
    for exception in 0..<exceptionCount {
      let number = Int(try list.uint8(at: numbers + exception))
      guard number > previous, number < BitPacking.blockLength else {
        throw list.damage(
          at: numbers + exception, "exception \(number) of a block after \(previous)")
      }
      previous = number
    }
    var cursor = ByteCursor(list, at: numbers + exceptionCount)
    for _ in 0..<exceptionCount { _ = try cursor.varint() }
    return cursor.offset
  }
}
