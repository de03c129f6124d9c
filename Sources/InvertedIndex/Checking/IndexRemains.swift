/// What an index that may be damaged still says of itself and of its groups.
///
/// Segments are not looked at.
public struct IndexRemains: Sendable {
  /// What ``IndexReader/properties`` would be.
  public let properties: [String: String]
  /// The rows of the groups that can be read, in their order.
  public let rows: [[UInt8]]
  /// How many groups there are that cannot be read.
  public let unreadableGroupCount: Int
  /// Whether the last commit cannot be read, and this is the one before it.
  public let isOfCommitBefore: Bool

  /// Reads what the last commit of the file at `path` says that can be read, or else the one before.
  ///
  /// - Throws: ``IndexError`` if nothing can be read of a commit.
  public init(path: String) throws(IndexError) {
    let file = ByteRegion(try MappedFile(path: path), name: "header")
    let slots = try CommitSlot.valid(in: file, path: path)
    do throws(IndexError) {
      try self.init(slots.newest, in: file, isOfCommitBefore: false)
    } catch {
      guard let before = slots.before else { throw error }
      try self.init(before, in: file, isOfCommitBefore: true)
    }
  }

  private init(_ slot: CommitSlot, in file: ByteRegion, isOfCommitBefore: Bool) throws(IndexError) {
    let record = try CommitRecord(slot.record(in: file))
    var rows: [[UInt8]] = []
    var unreadableGroupCount = 0
    for part in record.catalogue {
      if let entries = try? part.entries(in: file) {
        rows += entries.map(\.row)
      } else {
        unreadableGroupCount += part.groupCount
      }
    }
    self.rows = rows
    self.unreadableGroupCount = unreadableGroupCount
    self.isOfCommitBefore = isOfCommitBefore
    properties = record.properties
  }
}
