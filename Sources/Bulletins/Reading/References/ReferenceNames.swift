/// The named character references of HTML, by binary search in the text of the table.
struct ReferenceNames: Sendable {
  struct Found {
    var first: Unicode.Scalar
    /// A few names stand for a character and a mark upon it.
    var second: Unicode.Scalar?
    /// Whether old pages may leave the semicolon out: `&copy 2020`.
    var mayEndBare: Bool
  }

  static let shared = ReferenceNames()

  /// How many bytes the longest name has, and the longest that may lack its semicolon.
  static let longestName = 31
  static let longestBareName = 6

  private let bytes = Array(Self.table.utf8)
  /// Where the entries begin, in the order of the names.
  private let starts: [Int]

  private init() {
    var starts = [0]
    for (offset, byte) in bytes.enumerated() where byte == 0x20 { starts.append(offset + 1) }
    self.starts = starts
  }

  /// What a name without `&` and `;` stands for; upper and lower case differ.
  func find(_ name: ArraySlice<UInt8>) -> Found? {
    var low = 0
    var high = starts.count
    while low < high {
      let middle = (low + high) / 2
      switch compare(name, with: starts[middle]) {
      case 0: return entry(at: starts[middle] + name.count)
      case ..<0: high = middle
      default: low = middle + 1
      }
    }
    return nil
  }

  private func compare(_ name: ArraySlice<UInt8>, with start: Int) -> Int {
    var position = start
    for byte in name {
      // A name comes behind those that are its beginning.
      guard isNameByte(bytes[position]) else { return 1 }
      if byte != bytes[position] { return byte < bytes[position] ? -1 : 1 }
      position += 1
    }
    return isNameByte(bytes[position]) ? -1 : 0
  }

  private func isNameByte(_ byte: UInt8) -> Bool {
    byte != UInt8(ascii: ":") && byte != UInt8(ascii: "=")
  }

  /// Reads the code behind the name that ends at `end`.
  private func entry(at end: Int) -> Found? {
    var values: [UInt32] = [0]
    for byte in bytes[(end + 1)...] {
      if byte == 0x20 { break }
      if byte == UInt8(ascii: "+") {
        values.append(0)
      } else {
        let digit = byte < UInt8(ascii: "A") ? byte - UInt8(ascii: "0") : byte - 55
        values[values.count - 1] = values[values.count - 1] * 16 + UInt32(digit)
      }
    }
    guard let first = Unicode.Scalar(values[0]) else { return nil }
    return Found(
      first: first, second: values.dropFirst().first.flatMap { Unicode.Scalar($0) },
      mayEndBare: bytes[end] == UInt8(ascii: "="))
  }
}
