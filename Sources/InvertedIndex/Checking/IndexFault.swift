/// A place at which an index contradicts itself or its checksums.
public struct IndexFault: Sendable, Equatable, Codable {
  /// What is wrong there, for those that put it in words of their own.
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
  /// What is wrong there.
  public var kind: Kind
  /// What was found, in one line without a full stop.
  public var reason: String

  /// A fault, by what is known of it.
  public init(segment: Int?, section: String, offset: Int, kind: Kind, reason: String) {
    self.segment = segment
    self.section = section
    self.offset = offset
    self.kind = kind
    self.reason = reason
  }

  /// The damage for which a file cannot be opened; nil for an error that is none.
  public init?(_ error: IndexError) {
    switch error {
    case .corrupted(let section, let offset, let reason):
      self.init(
        segment: nil, section: section, offset: offset, kind: .unreadable, reason: reason)
    case .wrongChecksum(let section):
      self.init(
        segment: nil, section: section, offset: 0, kind: .checksum,
        reason: IndexError.checksumReason)
    case .truncated(_, let found, let expected):
      self.init(
        segment: nil, section: "file", offset: found, kind: .number,
        reason: "the file has \(found) bytes of \(expected)")
    default:
      return nil
    }
  }
}
