public import BulletinSearch

/// Queries in turn, for ever, so that the percentiles of a benchmark are those of all of them.
public final class QueryRotation {
  /// The index to ask.
  public let index: BulletinIndex
  private let queries: [String]
  private var position = 0

  /// - Throws: ``InputError/tooSmall`` if there are no queries.
  public init(
    of index: BulletinIndex, queries: (BulletinIndex) throws -> [String]
  ) throws {
    self.index = index
    self.queries = try queries(index)
    guard !self.queries.isEmpty else { throw InputError.tooSmall }
  }

  public func next() -> String {
    defer { position = (position + 1) % queries.count }
    return queries[position]
  }
}
