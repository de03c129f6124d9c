/// Integers of the headers of ZIP archives and compound files, the lowest byte first.
struct LittleEndian {
  let bytes: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
  }

  /// The integer of two bytes at `offset`, counted from the start of the slice; nil behind its end.
  func uint16(at offset: Int) -> Int? { integer(at: offset, byteCount: 2) }

  func uint32(at offset: Int) -> Int? { integer(at: offset, byteCount: 4) }

  /// The integer of eight bytes; nil also if it is more than any file is long.
  func uint64(at offset: Int) -> Int? {
    guard let low = uint32(at: offset), let high = uint32(at: offset + 4), high < 1 << 16 else {
      return nil
    }
    return high << 32 | low
  }

  private func integer(at offset: Int, byteCount: Int) -> Int? {
    guard offset >= 0, byteCount <= bytes.count, offset <= bytes.count - byteCount else {
      return nil
    }
    let start = bytes.startIndex + offset
    return (0..<byteCount).reversed().reduce(0) { $0 << 8 | Int(bytes[start + $1]) }
  }
}
