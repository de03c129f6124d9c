/// Writes ZIP archives for tests, without a library: what it "deflates" are blocks of bytes as they are or one byte repeated.
public struct ZIPWriter {
  public enum Method {
    case stored
    /// Blocks of deflate that hold bytes as they are.
    case deflated
    /// Bytes that are written as a deflated part of the size and checksum that the part's own bytes have.
    case raw([UInt8])
  }

  private var file: [UInt8]
  private var directory: [UInt8] = []
  private var count = 0
  private let start: Int

  /// - Parameter before: Bytes before the archive, which its offsets do not count.
  public init(before: [UInt8] = []) {
    file = before
    start = before.count
  }

  public mutating func add(
    _ name: String, _ bytes: [UInt8], method: Method = .stored, isEncrypted: Bool = false,
    byteCount: Int? = nil
  ) {
    let compressed: [UInt8]
    let number: Int
    switch method {
    case .stored: (compressed, number) = (bytes, 0)
    case .deflated: (compressed, number) = (Self.deflated(bytes), 8)
    case .raw(let raw): (compressed, number) = (raw, 8)
    }
    let fields =
      Self.little(20, 2) + Self.little(isEncrypted ? 1 : 0, 2) + Self.little(number, 2)
      + Self.little(0, 4) + Self.little(Self.checksum(bytes), 4)
      + Self.little(compressed.count, 4) + Self.little(byteCount ?? bytes.count, 4)
      + Self.little(name.utf8.count, 2) + Self.little(0, 2)
    directory +=
      [0x50, 0x4B, 1, 2, 20, 0] + fields + Self.little(0, 10) + Self.little(file.count - start, 4)
      + Array(name.utf8)
    file += [0x50, 0x4B, 3, 4] + fields + Array(name.utf8) + compressed
    count += 1
  }

  public mutating func add(_ name: String, _ text: String, method: Method = .stored) {
    add(name, Array(text.utf8), method: method)
  }

  /// The archive with a comment behind its end.
  public func archive(comment: [UInt8] = []) -> [UInt8] {
    file + directory + [0x50, 0x4B, 5, 6, 0, 0, 0, 0] + Self.little(count, 2)
      + Self.little(count, 2) + Self.little(directory.count, 4)
      + Self.little(file.count - start, 4) + Self.little(comment.count, 2) + comment
  }

  /// An archive of texts by their names.
  public static func archive(_ parts: KeyValuePairs<String, String>) -> [UInt8] {
    var writer = ZIPWriter()
    for (name, text) in parts { writer.add(name, text) }
    return writer.archive()
  }

  /// A deflated stream of at least `count` times `byte`, which takes 13 bits for 258 of them.
  public static func bomb(of byte: UInt8, count: Int) -> [UInt8] {
    precondition(byte < 144, "bytes of eight bits only")
    var bits: [Bool] = [true, true, false]
    func append(_ code: Int, _ length: Int) {
      for bit in (0..<length).reversed() { bits.append(code >> bit & 1 == 1) }
    }
    append(0x30 + Int(byte), 8)
    for _ in 0..<(count + 257) / 258 {
      append(0xC5, 8)
      append(0, 5)
    }
    append(0, 7)
    return stride(from: 0, to: bits.count, by: 8).map { start in
      bits[start..<min(start + 8, bits.count)].reversed().reduce(0) { $0 << 1 | ($1 ? 1 : 0) }
    }
  }

  private static func deflated(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var position = 0
    repeat {
      let block = bytes[position..<min(position + 0xFFFF, bytes.count)]
      position = block.endIndex
      result += [position == bytes.count ? 1 : 0]
      result += little(block.count, 2) + little(0xFFFF - block.count, 2) + block
    } while position < bytes.count
    return result
  }

  private static func little(_ value: Int, _ byteCount: Int) -> [UInt8] {
    (0..<byteCount).map { $0 < 8 ? UInt8(truncatingIfNeeded: value >> (8 * $0)) : 0 }
  }

  private static func checksum(_ bytes: [UInt8]) -> Int {
    var remainder: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      remainder ^= UInt32(byte)
      for _ in 0..<8 {
        remainder = remainder & 1 == 1 ? remainder >> 1 ^ 0xEDB8_8320 : remainder >> 1
      }
    }
    return Int(~remainder)
  }
}
