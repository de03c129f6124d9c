public import InvertedIndex

/// What a check of an index file has found.
public struct IndexCheck: Sendable, Equatable {
  /// The size of the file in bytes; nil if it could not be opened.
  public var byteCount: Int?
  /// The first faults, in the order in which they were found.
  public var faults: [IndexFault]
  /// How many faults there are, with those that are not among ``faults``.
  public var faultCount: Int

  /// Whether no fault was found.
  public var isIntact: Bool { faultCount == 0 }
}

extension IndexCheck {
  init(byteCount: Int?, _ list: FaultList) {
    self.init(byteCount: byteCount, faults: list.faults, faultCount: list.count)
  }
}
