internal import CZlib

/// Calls of zlib.
enum Inflater {
  /// The bytes that a deflated stream has; nil if it is damaged or has not exactly so many.
  ///
  /// The stream is inflated into memory of that size, so a false size costs no more than it says.
  static func inflate(_ compressed: ArraySlice<UInt8>, byteCount: Int) -> [UInt8]? {
    guard compressed.count <= Int(UInt32.max), byteCount < Int(UInt32.max) else { return nil }
    var stream = unsafe z_stream()
    guard unsafe czlib_beginRawInflate(&stream) == Z_OK else { return nil }
    defer { _ = unsafe inflateEnd(&stream) }
    var isComplete = false
    // One byte more than expected, so that a stream which has more does not end.
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: byteCount + 1) { output, count in
      unsafe compressed.withUnsafeBufferPointer { input in
        // zlib reads the input only; its field lacks the const.
        unsafe stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
        unsafe stream.avail_in = UInt32(input.count)
        unsafe stream.next_out = output.baseAddress
        unsafe stream.avail_out = UInt32(byteCount + 1)
        isComplete = unsafe CZlib.inflate(&stream, Z_FINISH) == Z_STREAM_END
        count = unsafe byteCount + 1 - Int(stream.avail_out)
      }
    }
    return isComplete && bytes.count == byteCount ? bytes : nil
  }

  /// The CRC-32 of bytes.
  static func checksum(_ bytes: [UInt8]) -> UInt32 {
    unsafe bytes.withUnsafeBufferPointer { buffer in
      UInt32(truncatingIfNeeded: unsafe crc32_z(0, buffer.baseAddress, buffer.count))
    }
  }
}
