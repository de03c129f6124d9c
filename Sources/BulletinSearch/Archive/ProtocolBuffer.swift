internal import InvertedIndex

/// A message of Protocol Buffers, written by hand: three of its wire types are enough here.
///
/// Members that are 0 or empty are left out, as its third version does.
/// <https://protobuf.dev/programming-guides/encoding>
struct ProtocolBuffer {
  private var writer = ByteWriter()

  /// The message with its length in front, as several stand in one file.
  var delimited: [UInt8] {
    var framed = ByteWriter()
    framed.appendVarint(writer.count)
    framed.append(writer.bytes)
    return framed.bytes
  }

  mutating func add(_ field: Int, _ number: Int) {
    guard number != 0 else { return }
    begin(field, wireType: 0)
    writer.appendVarint(number)
  }

  mutating func add(_ field: Int, _ number: Double) {
    guard number != 0 else { return }
    begin(field, wireType: 1)
    writer.append(number.bitPattern)
  }

  mutating func add(_ field: Int, _ text: String) {
    guard !text.isEmpty else { return }
    begin(field, wireType: 2)
    writer.append(text)
  }

  /// Adds a message, also an empty one.
  mutating func add(_ field: Int, _ message: ProtocolBuffer) {
    begin(field, wireType: 2)
    writer.appendVarint(message.writer.count)
    writer.append(message.writer.bytes)
  }

  private mutating func begin(_ field: Int, wireType: Int) {
    writer.appendVarint(field << 3 | wireType)
  }
}
