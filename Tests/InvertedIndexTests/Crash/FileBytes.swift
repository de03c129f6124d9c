#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The bytes of a file, hashed and compared as a whole, which without optimisation an array is not.
struct FileBytes: Hashable {
  var bytes: [UInt8]

  init(_ bytes: some Sequence<UInt8>) {
    self.bytes = Array(bytes)
  }

  func hash(into hasher: inout Hasher) {
    bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
  }

  static func == (one: FileBytes, other: FileBytes) -> Bool {
    guard one.bytes.count == other.bytes.count, !one.bytes.isEmpty else {
      return one.bytes.count == other.bytes.count
    }
    return one.bytes.withUnsafeBytes { one in
      other.bytes.withUnsafeBytes { other in
        guard let start = one.baseAddress, let otherStart = other.baseAddress else { return false }
        return memcmp(start, otherStart, one.count) == 0
      }
    }
  }
}
