internal import CICU

/// ICU's `NFKC_Casefold`: compatibility forms, width and case fold, and what has no appearance of
/// its own (soft hyphen, joiners, variation selectors, byte order mark) goes.
///
/// Not thread-safe, because its buffers are used again.
@safe final class CaseFolding {
  /// Absent only where ICU's data is damaged.
  ///
  /// Text then stands for itself: it is found as written. Opened when it is first needed, since queries of
  /// ASCII and Han do not.
  private lazy var form: OpaquePointer? = {
    var status = U_ZERO_ERROR
    let form = unsafe cicu_caseFolding(&status)
    return unsafe status.isFailure ? nil : form
  }()
  private var source: [UInt16] = []
  private var destination = [UInt16](repeating: 0, count: 64)

  /// Whether a scalar folds to itself whatever stands beside it.
  func isInert(_ scalar: UInt32) -> Bool {
    guard let form = unsafe form else { return true }
    return unsafe cicu_isInert(form, Int32(bitPattern: scalar))
  }

  /// Whether a scalar never combines with what stands before it.
  func hasBoundaryBefore(_ scalar: UInt32) -> Bool {
    guard let form = unsafe form else { return true }
    return unsafe cicu_hasBoundaryBefore(form, Int32(bitPattern: scalar))
  }

  /// The folded form of a few scalars, which may be empty.
  func fold(_ scalars: [UInt32]) -> [UInt32] {
    guard let form = unsafe form else { return scalars }
    source.removeAll(keepingCapacity: true)
    for scalar in scalars { source.appendUTF16(scalar) }
    var status = U_ZERO_ERROR
    var count = unsafe normalized(form, &status)
    if status == U_BUFFER_OVERFLOW_ERROR {
      destination = [UInt16](repeating: 0, count: count)
      status = U_ZERO_ERROR
      count = unsafe normalized(form, &status)
    }
    guard !status.isFailure else { return scalars }
    return destination[..<count].scalarsOfUTF16()
  }
}

extension CaseFolding {
  /// Writes to `destination`, and returns how much of it the result takes or would take.
  private func normalized(_ form: OpaquePointer, _ status: inout UErrorCode) -> Int {
    let count = unsafe cicu_normalize(
      form, source, Int32(source.count), &destination, Int32(destination.count), &status)
    return Int(count)
  }
}
