/// The faults that were found, of which only the first ones are kept.
public final class FaultList {
  /// How many are kept.
  private let limit: Int
  /// The first faults, in the order in which they were found.
  public private(set) var faults: [IndexFault] = []
  /// How many there are, with those that are not kept.
  public private(set) var count = 0

  /// - Parameter limit: How many faults to keep.
  public init(limit: Int) {
    self.limit = limit
  }

  /// Adds a fault, which is made only if there is room for it.
  public func add(_ fault: @autoclosure () -> IndexFault) {
    count += 1
    if faults.count < limit { faults.append(fault()) }
  }
}

/// A section of a segment that is looked through, and where its faults go.
struct CheckedSection {
  let kind: SectionKind
  let number: Int
  let bytes: ByteRegion
  let segment: Int
  private let list: FaultList

  init(_ entry: SectionTable.Entry, bytes: ByteRegion, segment: Int, list: FaultList) {
    kind = entry.kind
    number = entry.number
    self.bytes = bytes
    self.segment = segment
    self.list = list
  }

  /// What faults call it: those that come in sequences with their number.
  var name: String {
    switch kind {
    case .column, .rowEnds, .rows: "\(kind.name) \(number)"
    default: "\(kind.name)"
    }
  }

  func add(_ kind: IndexFault.Kind, at offset: Int, _ reason: @autoclosure () -> String) {
    list.add(
      IndexFault(segment: segment, section: name, offset: offset, kind: kind, reason: reason()))
  }

  func compareChecksum(with checksum: UInt32) {
    do { try bytes.verify(checksum: checksum) } catch { add(error) }
  }

  /// Adds what could not be read.
  ///
  /// - Parameters:
  ///   - error: What was thrown by something that reads a part of the section.
  ///   - base: Where that part begins, from which the error counts if it is of this section.
  func add(_ error: IndexError, from base: Int = 0) {
    guard var fault = IndexFault(error) else {
      return add(.unreadable, at: base, error.description)
    }
    fault.segment = segment
    if fault.section == "\(bytes.name)" {
      fault.section = name
      fault.offset += base
    }
    list.add(fault)
  }
}
