/// Why an archive or one of its parts cannot be read.
package enum ArchiveError: Error, Equatable {
  /// There is no directory at the end of the file, as in one that was cut off.
  case noDirectory
  /// The directory, or what it says of a part, contradicts the file.
  case damaged
  /// A part's bytes do not inflate or do not have the checksum that the directory gives.
  case damagedPart(String)
  /// A part can only be read with a password.
  case encrypted
  /// A part is compressed with another method than deflate.
  case unknownMethod(Int)
  /// More is in it than a document has; see ``ArchiveLimits``.
  case limit(Limit)

  package enum Limit: Sendable {
    case entries
    case inflatedBytes
    /// How many times its size a part has when it is inflated.
    case ratio
  }
}

/// How much of an archive is read before it is refused.
///
/// An archive of a few kilobytes can be made to inflate to terabytes. Documents never come near these limits: XML seldom
/// inflates to more than thirty times its size.
package struct ArchiveLimits: Sendable {
  /// How many parts the directory may name.
  package var entries = 10_000
  /// How many bytes one part may have when it is inflated.
  package var partByteCount = 64 << 20
  /// How many bytes may be inflated of the whole archive, parts that are read twice counted twice.
  package var totalByteCount = 192 << 20
  /// How many times its compressed size a part may have, once it is longer than ``leastSuspiciousByteCount``.
  package var ratio = 200
  /// A part of at most so many bytes may have any ratio: an empty sheet is a few tags repeated.
  package var leastSuspiciousByteCount = 4 << 20

  package init() {}
}
