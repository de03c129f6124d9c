/// Where the scalars begin that take two units of UTF-16.
let firstSupplementary: UInt32 = 0x10000

extension [UInt16] {
  /// Appends a scalar as one or two units.
  mutating func appendUTF16(_ scalar: UInt32) {
    guard scalar >= firstSupplementary else { return append(UInt16(truncatingIfNeeded: scalar)) }
    let offset = scalar - firstSupplementary
    append(UInt16(truncatingIfNeeded: 0xD800 + (offset >> 10)))
    append(UInt16(truncatingIfNeeded: 0xDC00 + (offset & 0x3FF)))
  }
}

extension Collection<UInt16> {
  /// The scalars that the units stand for; an unpaired surrogate becomes U+FFFD.
  func scalarsOfUTF16() -> [UInt32] {
    var scalars: [UInt32] = []
    scalars.reserveCapacity(count)
    var decoder = Unicode.UTF16()
    var units = makeIterator()
    while true {
      switch decoder.decode(&units) {
      case .scalarValue(let scalar): scalars.append(scalar.value)
      case .error: scalars.append(0xFFFD)
      case .emptyInput: return scalars
      }
    }
  }
}

extension [UInt16] {
  /// The text in UTF-8; an unpaired surrogate becomes U+FFFD.
  func utf8OfUTF16() -> [UInt8] {
    var utf8: [UInt8] = []
    utf8.reserveCapacity(count * 2)
    _ = transcode(
      makeIterator(), from: Unicode.UTF16.self, to: Unicode.UTF8.self,
      stoppingOnError: false
    ) { utf8.append($0) }
    return utf8
  }
}
