/// A number for each value of a byte.
@safe final class ByteTable<Value: BitwiseCopyable>: @unchecked Sendable {  // Immutable after init.
  private let values: UnsafeMutablePointer<Value>

  init(_ value: (UInt8) -> Value) {
    unsafe values = .allocate(capacity: 256)
    for byte in UInt8.min...UInt8.max {
      unsafe (values + Int(byte)).initialize(to: value(byte))
    }
  }

  deinit {
    unsafe values.deallocate()
  }

  @inline(__always)
  subscript(byte: UInt8) -> Value { unsafe values[Int(byte)] }
}

/// Rows of 256 numbers, one for each value of a byte.
@safe final class ByteRows: @unchecked Sendable {  // Immutable after init.
  /// The numbers of one row after those of another.
  let values: UnsafeMutablePointer<UInt32>
  let count: Int

  /// - Parameters:
  ///   - count: How many rows.
  ///   - value: The number for a row and a byte.
  init(count: Int, _ value: (_ row: Int, _ byte: UInt8) -> UInt32) {
    self.count = count
    unsafe values = .allocate(capacity: count << 8)
    for row in 0..<count {
      for byte in UInt8.min...UInt8.max {
        unsafe (values + (row << 8 | Int(byte))).initialize(to: value(row, byte))
      }
    }
  }

  deinit {
    unsafe values.deallocate()
  }

  /// - Precondition: There is such a row.
  @inline(__always)
  subscript(row: Int, byte: UInt8) -> UInt32 {
    precondition(row >= 0 && row < count)
    return unsafe values[row << 8 | Int(byte)]
  }
}
