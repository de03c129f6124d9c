/// The key of a term: at least one byte and at most ``maximumByteCount``, none of them zero.
///
/// Terms are ordered by their bytes.
public struct Term: Hashable, Comparable, Sendable {
  /// The longest term, so that a length takes one byte.
  public static let maximumByteCount = 255

  /// The bytes by which terms are ordered and compared.
  public let bytes: [UInt8]

  /// - Precondition: `bytes` has 1 to 255 bytes, none of them zero.
  public init(_ bytes: [UInt8]) {
    precondition(
      (1...Self.maximumByteCount).contains(bytes.count) && !bytes.contains(0),
      "a term of \(bytes.count) bytes or with a zero")
    self.bytes = bytes
  }

  /// The term whose bytes are the UTF-8 form of `text`.
  public init(_ text: String) {
    self.init(Array(text.utf8))
  }

  /// The first eight bytes as a number that orders as they do; zeros fill up a shorter term.
  var prefix: UInt64 {
    Self.prefix(of: bytes)
  }

  static func prefix(of bytes: some Collection<UInt8>) -> UInt64 {
    var prefix: UInt64 = 0
    var shift = 56
    for byte in bytes.prefix(8) {
      prefix |= UInt64(byte) << UInt64(shift)
      shift -= 8
    }
    return prefix
  }

  /// Appends the bytes of a prefix, which are all but the zeros that fill it up.
  static func append(bytesOf prefix: UInt64, to bytes: inout [UInt8]) {
    bytes.append(addingCapacity: ShortTerm.maximumByteCount) { output in
      var rest = prefix
      while rest != 0 {
        output.append(UInt8(truncatingIfNeeded: rest >> 56))
        rest <<= 8
      }
    }
  }

  public static func < (left: Self, right: Self) -> Bool {
    left.bytes.lexicographicallyPrecedes(right.bytes)
  }
}

extension Term: CustomStringConvertible {
  public var description: String { String(decoding: bytes, as: UTF8.self) }
}

/// A term of at most eight bytes as one number, which is what the inversion of a document handles
/// most: comparing and hashing it costs one instruction.
struct ShortTerm: Hashable, Sendable {
  /// The longest short term.
  static let maximumByteCount = 8

  /// The bytes, the first in the highest byte, then zeros.
  let key: UInt64

  /// - Precondition: `bytes` has 1 to 8 bytes, none of them zero.
  init(_ bytes: some Collection<UInt8>) {
    precondition((1...Self.maximumByteCount).contains(bytes.count), "\(bytes.count) bytes")
    key = Term.prefix(of: bytes)
  }

  /// - Precondition: the bytes of `key` that are not zero come first, and there is one at least.
  init(key: UInt64) {
    self.key = key
  }
}
