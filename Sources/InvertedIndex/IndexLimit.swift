/// What an index or a query can have no more than a documented number of.
public enum IndexLimit: Sendable, CaseIterable {
  /// The bytes of an index file.
  case bytes
  /// The documents of an index.
  case documents
  /// The documents of a segment.
  case documentsOfSegment
  /// The segments of an index.
  case segments
  /// The properties that an index has of itself.
  case properties
  /// The terms by which a query ranks.
  case termsOfQuery
  /// The bytes of the dictionary of a segment.
  case dictionaryBytes
}

extension IndexLimit: CustomStringConvertible {
  public var description: String {
    switch self {
    case .bytes: "the size of the index in bytes"
    case .documents: "the number of documents"
    case .documentsOfSegment: "the number of documents in a segment"
    case .segments: "the number of segments"
    case .properties: "the number of properties"
    case .termsOfQuery: "the number of terms in the query"
    case .dictionaryBytes: "the size of the term dictionary in bytes"
    }
  }
}
