internal import InvertedIndex

/// What a check of an index file has found.
public struct IndexCheck: Sendable, Equatable {
  /// The size of the file in bytes; nil if it could not be opened.
  public var byteCount: Int?
  /// The first faults, in the order in which they were found.
  public var faults: [Fault]
  /// How many faults there are, with those that are not among ``faults``.
  public var faultCount: Int

  /// A place at which the file contradicts itself or its checksums.
  public struct Fault: Sendable, Equatable {
    /// What is wrong there.
    public enum Kind: String, Sendable, CaseIterable, Codable {
      /// The bytes are not those that were written.
      case checksum
      /// The bytes cannot be read as what they should be.
      case unreadable
      /// Something is not behind what should be before it.
      case order
      /// A number is not that of the things that are there, or outside of its range.
      case number
      /// A bound does not hold for what it bounds.
      case bound
      /// What is read is no text, or not the text that it should be.
      case text
      /// There are bytes that belong to nothing, or to two things.
      case space
    }

    /// The number of the segment, from 0; nil for what is about the whole file.
    public var segment: Int?
    /// The part of the segment or the file.
    public var section: String
    /// A byte of that part, from 0.
    public var offset: Int
    public var kind: Kind
    /// What was found, in English.
    public var reason: String

    public init(segment: Int?, section: String, offset: Int, kind: Kind, reason: String) {
      self.segment = segment
      self.section = section
      self.offset = offset
      self.kind = kind
      self.reason = reason
    }
  }

  public var isIntact: Bool { faultCount == 0 }

  public init(byteCount: Int?, faults: [Fault], faultCount: Int) {
    self.byteCount = byteCount
    self.faults = faults
    self.faultCount = faultCount
  }
}

extension IndexCheck {
  init(byteCount: Int?, _ list: FaultList) {
    self.init(byteCount: byteCount, faults: list.faults.map(Fault.init), faultCount: list.count)
  }
}

extension IndexCheck.Fault {
  fileprivate init(_ fault: IndexFault) {
    let kind: Kind =
      switch fault.kind {
      case .checksum: .checksum
      case .unreadable: .unreadable
      case .order: .order
      case .number: .number
      case .bound: .bound
      case .text: .text
      case .space: .space
      }
    self.init(
      segment: fault.segment, section: fault.section, offset: fault.offset, kind: kind,
      reason: fault.reason)
  }
}
