extension Array {
  /// Makes room for `count` more elements, and for more than those if it has to, so that what is added in
  /// many small parts is seldom moved.
  @inline(__always)
  mutating func makeRoom(for count: Int) {
    let wanted = self.count + count
    if wanted > capacity { reserveCapacity(Swift.max(wanted, 2 * capacity)) }
  }
}

extension Array<UInt32> {
  /// Makes room for what is to be set, as fast as memory can be cleared.
  mutating func appendZeros(_ count: Int) {
    makeRoom(for: count)
    append(addingCapacity: count) { $0.append(repeating: 0, count: count) }
  }
}
