internal import CICU

/// Bytes as UTF-16, by one of ICU's tables.
@safe struct ByteConverter {
  /// The text; U+FFFD stands for what the table does not hold.
  private(set) var units: [UInt16] = []
  private(set) var replaced = 0
  private(set) var endsInsideCharacter = false

  /// Converts all bytes.
  ///
  /// - Returns: `nil` if more than `limit` places cannot be converted.
  /// - Throws: ``TextDecodingError/converterUnavailable(_:)`` if ICU lacks the table.
  init?(
    _ bytes: [UInt8], from encoding: TextEncoding, named name: String, limit: Int
  ) throws(TextDecodingError) {
    var status = U_ZERO_ERROR
    guard let converter = unsafe cicu_openConverter(name, &status), !status.isFailure else {
      throw .converterUnavailable(encoding)
    }
    defer { unsafe cicu_closeConverter(converter) }
    guard unsafe convert(bytes, with: converter, limit: limit) else { return nil }
  }
}

extension ByteConverter {
  /// A byte becomes at most one unit in all of our tables; ICU writes pairs at once.
  private static let spareCapacity = 8

  /// Whether all was converted, with no more than `limit` replacements.
  private mutating func convert(
    _ bytes: [UInt8], with converter: OpaquePointer, limit: Int
  ) -> Bool {
    var isConverted = bytes.isEmpty
    units = unsafe [UInt16](unsafeUninitializedCapacity: bytes.count + Self.spareCapacity) {
      (target, count) in
      unsafe bytes.withUnsafeBytes { source in
        guard let first = unsafe source.assumingMemoryBound(to: CChar.self).baseAddress,
          let start = target.baseAddress
        else { return }
        var next: UnsafePointer<CChar>? = unsafe first
        var out: UnsafeMutablePointer<UInt16>? = unsafe start
        let (end, outEnd) = unsafe (first + source.count, start + target.count)
        var status = U_ZERO_ERROR
        repeat {
          status = U_ZERO_ERROR
          unsafe cicu_toUnicode(converter, &out, outEnd, &next, end, &status)
          guard status.isConversionFailure, replaced < limit, let place = unsafe out,
            unsafe place < outEnd
          else { break }
          // ICU has consumed the bytes and goes on behind them at the next call.
          unsafe place.initialize(to: UInt16(UTF8Scalar.replacement))
          unsafe out = place + 1
          replaced += 1
          endsInsideCharacter = status == U_TRUNCATED_CHAR_FOUND
        } while !endsInsideCharacter
        isConverted = !status.isFailure || endsInsideCharacter
        count = unsafe out.map { unsafe $0 - start } ?? 0
      }
    }
    return isConverted
  }
}

extension UErrorCode {
  /// Whether ICU stopped at bytes that it cannot convert.
  fileprivate var isConversionFailure: Bool {
    self == U_INVALID_CHAR_FOUND || self == U_ILLEGAL_CHAR_FOUND || self == U_TRUNCATED_CHAR_FOUND
      || self == U_ILLEGAL_ESCAPE_SEQUENCE || self == U_UNSUPPORTED_ESCAPE_SEQUENCE
  }
}
