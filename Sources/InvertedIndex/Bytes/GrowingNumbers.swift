/// Numbers of 32 bits that grow at the end one at a time, as ``GrowingBytes``.
@safe struct GrowingNumbers: ~Copyable {
  private var start: UnsafeMutablePointer<UInt32>
  private var capacity: Int
  private(set) var count = 0

  init(capacity: Int) {
    self.capacity = max(capacity, 1)
    unsafe start = UnsafeMutablePointer<UInt32>.allocate(capacity: self.capacity)
  }

  deinit {
    unsafe start.deallocate()
  }

  @inline(__always)  // Called for each character of a text that is restored.
  mutating func append(_ number: UInt32) {
    if count == capacity { grow() }
    unsafe start[count] = number
    count += 1
  }

  /// A copy of all numbers.
  var numbers: [UInt32] {
    unsafe [UInt32](UnsafeBufferPointer(start: start, count: count))
  }

  private mutating func grow() {
    let larger = UnsafeMutablePointer<UInt32>.allocate(capacity: capacity * 2)
    unsafe larger.update(from: start, count: count)
    unsafe start.deallocate()
    unsafe start = larger
    capacity *= 2
  }
}
