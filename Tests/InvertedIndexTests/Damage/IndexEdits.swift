/// Changes to the bytes of an index, described by bytes, so that a fuzzer can make them up and a test can
/// repeat them.
///
///     for each edit {
///       uint16   which of the bytes that can be edited, counted on from the first one behind the last
///       uint8    what to do
///       uint8    with which value
///     }
struct IndexEdits {
  private static let byteCount = 4

  private let script: [UInt8]

  init(_ script: some Sequence<UInt8>) {
    self.script = Array(script)
  }

  /// Random edits, 1 to 8 of them.
  init(using random: inout some RandomNumberGenerator) {
    let count = Int.random(in: 1...8, using: &random)
    script = (0..<count * Self.byteCount).map { _ in UInt8.random(in: 0...255, using: &random) }
  }

  /// `bytes` after the edits, of which each begins at one of `places`.
  func applied(to bytes: [UInt8], at places: [Int]) -> [UInt8] {
    var bytes = bytes
    for start in stride(from: 0, through: script.count - Self.byteCount, by: Self.byteCount) {
      let number = Int(script[start]) << 8 | Int(script[start + 1])
      let place = places[number % places.count]
      guard place < bytes.count else { continue }
      let source = places[(number &* 31 &+ Int(script[start + 3]) &* 257) % places.count]
      apply(script[start + 2], Int(script[start + 3]), at: place, from: source, &bytes)
    }
    return bytes
  }

  private func apply(
    _ operation: UInt8, _ value: Int, at place: Int, from source: Int, _ bytes: inout [UInt8]
  ) {
    let byte = UInt8(truncatingIfNeeded: value)
    switch operation % 8 {
    case 0: bytes[place] = byte
    case 1: bytes[place] ^= byte
    case 2: bytes[place] &+= byte
    case 3: fill(place, 1 + value % 9, with: 0xFF, &bytes)
    case 4: fill(place, 1 + value % 9, with: 0, &bytes)
    case 5:
      for offset in 0..<1 + value % 32 where max(place, source) + offset < bytes.count {
        bytes[place + offset] = bytes[source + offset]
      }
    case 6: bytes[place] ^= 1 << (byte & 7)
    default:
      // Cut off seldom, since little can be asked of what is left.
      if byte < 8 { bytes.removeSubrange(place...) } else { bytes[place] &-= byte }
    }
  }

  private func fill(_ place: Int, _ count: Int, with byte: UInt8, _ bytes: inout [UInt8]) {
    for index in place..<min(place + count, bytes.count) { bytes[index] = byte }
  }
}
