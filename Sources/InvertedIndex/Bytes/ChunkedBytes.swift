/// Bytes that grow at the end without ever being copied, so that a large content needs no second
/// copy of itself while it grows.
struct ChunkedBytes {
  private static let chunkSize = 1 << 20

  private var chunks: [[UInt8]] = []
  private var open: [UInt8] = []
  private(set) var count = 0

  mutating func append(_ bytes: [UInt8]) {
    open.append(contentsOf: bytes)
    count += bytes.count
    if open.count >= Self.chunkSize {
      chunks.append(open)
      open = []
      open.reserveCapacity(Self.chunkSize + Self.chunkSize / 4)
    }
  }

  /// All pieces, in order.
  var allChunks: [[UInt8]] { open.isEmpty ? chunks : chunks + [open] }
}
