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
    let head = try PackedBlockHead(list, at: offset)
    var end = offset + head.byteCount
    if head.isBitSet {
      let previous =
        block == 0 ? UInt32.max : try layout.lastDocument(ofBlock: block - 1, in: list)
      let span = Int(try layout.lastDocument(ofBlock: block, in: list) &- previous)
      end += (span + 7) / 8
    } else {
      end = try self.end(
        of: list, from: end, bits: head.gapBits, exceptionCount: head.gapExceptions)
    }
    end = try self.end(
      of: list, from: end, bits: head.frequencyBits, exceptionCount: head.frequencyExceptions)
    return end - layout.blocksOffset
  }

  /// The end of 128 packed numbers and their exceptions.
  static func end(
    of list: ByteRegion, from start: Int, bits: Int, exceptionCount: Int
  ) throws(IndexError) -> Int {
    let numbers = start + BitPacking.byteCount(bits: bits)
    var previous = -1
    var wideCount = 0
    for exception in 0..<exceptionCount {
      let code = try list.uint8(at: numbers + exception)
      if code >= PackedBlock.wideExceptionMark { wideCount += 1 }
      let number = Int(code & ~PackedBlock.wideExceptionMark)
      guard number > previous else {
        throw list.damage(
          at: numbers + exception, "exception \(number) of a block after \(previous)")
      }
      previous = number
    }
    var cursor = ByteCursor(list, at: numbers + exceptionCount)
    for _ in 0..<wideCount {
      let offset = cursor.offset
      let high = try cursor.varint()
      // What is less has a shorter form.
      guard high > 1 else { throw list.damage(at: offset, "an exception of \(high)") }
    }
    return cursor.offset
  }
}
