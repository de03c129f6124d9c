/// Why a file is no index of bulletins.
public enum BulletinIndexError: Error, Equatable {
  /// There is no file.
  case noSuchIndex(path: String)
  /// It is an index of something else than bulletins.
  case otherContent(path: String)
  /// What its rows hold is not what this version reads.
  case otherVersion(path: String)
  /// A newer version has made it, and only that may change it.
  case newerVersion(path: String)
}
