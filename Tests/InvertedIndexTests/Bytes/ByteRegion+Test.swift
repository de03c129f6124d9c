@testable import InvertedIndex

extension ByteRegion {
  /// A region that holds a copy of `bytes`.
  init(testing bytes: [UInt8]) {
    self.init(MappedFile(copying: bytes), name: "test")
  }
}
