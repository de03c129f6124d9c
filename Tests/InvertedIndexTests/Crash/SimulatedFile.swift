import TestSupport

/// A file of which some changes may not have reached the disk.
struct SimulatedFile {
  /// A change that was made after the file was last waited for.
  enum Change {
    case write([UInt8], offset: Int)
    case truncate(byteCount: Int)
  }

  /// What a crash may make of a part of a change.
  private enum Fate {
    case done, missing, zeros
    /// The bytes of the range are done, the others missing.
    case torn(Range<Int>)
  }

  /// What a disk writes as a whole.
  private static let sectorSize = 512
  /// Writes up to this length are also torn at every byte.
  private static let tornLength = 64
  /// Up to how many states all are made.
  private static let exhaustiveCount = 1 << 10

  private(set) var durable: [UInt8]
  private(set) var pending: [Change] = []

  init(durable: [UInt8] = []) {
    self.durable = durable
  }

  /// What a process sees.
  var visible: [UInt8] {
    pending.reduce(into: durable) { bytes, change in change.apply(to: &bytes) }
  }

  mutating func change(_ change: Change) {
    pending.append(change)
  }

  mutating func synchronize() {
    durable = visible
    pending = []
  }

  /// What the file may hold after a loss of power: all states if there are few, else `sampleCount`.
  func states(sampleCount: Int, using random: inout SeededGenerator) -> [[UInt8]] {
    let (parts, byteCounts) = (parts, byteCounts)
    let fates = parts.map(Self.fates)
    let count = fates.reduce(byteCounts.count) { product, fates in
      min(product.multipliedReportingOverflow(by: fates.count).partialValue, 1 << 32)
    }
    if count <= Self.exhaustiveCount {
      return (0..<count).map { number in
        var rest = number
        let size = byteCounts[Self.digit(of: &rest, base: byteCounts.count)]
        let chosen = fates.map { $0[Self.digit(of: &rest, base: $0.count)] }
        return state(Array(zip(parts, chosen)), byteCount: size)
      }
    }
    return (0..<sampleCount).map { _ in
      // Some losses leave nearly everything, others nearly nothing.
      let chance = Double.random(in: 0...1, using: &random)
      var chosen = zip(parts, fates).map { part, fates in
        let isDone = Double.random(in: 0...1, using: &random) < chance
        return (part, isDone ? .done : fates[Int.random(in: 0..<fates.count, using: &random)])
      }
      if Bool.random(using: &random) { chosen.shuffle(using: &random) }
      let size = byteCounts[Int.random(in: 0..<byteCounts.count, using: &random)]
      return state(chosen, byteCount: size)
    }
  }

  /// The sizes that the file had since it was last waited for.
  private var byteCounts: [Int] {
    var bytes = durable
    var counts = [bytes.count]
    for change in pending {
      change.apply(to: &bytes)
      if counts.last != bytes.count { counts.append(bytes.count) }
    }
    return counts
  }

  /// The changes, cut where a disk may cut them.
  private var parts: [Change] {
    pending.flatMap { change -> [Change] in
      guard case .write(let bytes, let offset) = change else { return [change] }
      var parts: [Change] = []
      var start = 0
      while start < bytes.count {
        let end = min(bytes.count, start + Self.sectorSize - (offset + start) % Self.sectorSize)
        parts.append(.write(Array(bytes[start..<end]), offset: offset + start))
        start = end
      }
      return parts
    }
  }

  private static func fates(of part: Change) -> [Fate] {
    guard case .write(let bytes, _) = part else { return [.done, .missing] }
    guard bytes.count <= tornLength else { return [.done, .missing, .zeros] }
    let ends = 1..<max(bytes.count, 1)
    return [.done, .missing, .zeros] + ends.map { .torn(0..<$0) }
      + ends.map { .torn($0..<bytes.count) }
  }

  private func state(_ parts: [(Change, Fate)], byteCount: Int) -> [UInt8] {
    var bytes = durable
    for (part, fate) in parts {
      switch (part, fate) {
      case (_, .missing): break
      case (.write(let written, let offset), .zeros):
        Change.write([UInt8](repeating: 0, count: written.count), offset: offset).apply(to: &bytes)
      case (.write(let written, let offset), .torn(let range)):
        Change.write(Array(written[range]), offset: offset + range.lowerBound).apply(to: &bytes)
      default: part.apply(to: &bytes)
      }
    }
    Change.truncate(byteCount: byteCount).apply(to: &bytes)
    return bytes
  }

  private static func digit(of number: inout Int, base: Int) -> Int {
    defer { number /= base }
    return number % base
  }
}

extension SimulatedFile.Change {
  fileprivate func apply(to bytes: inout [UInt8]) {
    switch self {
    case .write(let written, let offset):
      let end = offset + written.count
      if end > bytes.count { bytes += [UInt8](repeating: 0, count: end - bytes.count) }
      // Much faster without optimisation than to replace a range of the array.
      bytes.withUnsafeMutableBytes { bytes in
        UnsafeMutableRawBufferPointer(rebasing: bytes[offset..<end]).copyBytes(from: written)
      }
    case .truncate(let byteCount):
      bytes.removeLast(max(bytes.count - byteCount, 0))
      bytes += [UInt8](repeating: 0, count: byteCount - bytes.count)
    }
  }
}
