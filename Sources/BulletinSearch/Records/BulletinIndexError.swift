/// Why a file is no index of bulletins.
public enum BulletinIndexError: Error, Equatable, CustomStringConvertible {
  case otherContent(path: String)
  /// What its rows hold is not what this version reads.
  case otherVersion(path: String)
  /// A newer version has made it, and only that may change it.
  case newerVersion(path: String)

  public var description: String {
    switch self {
    case .otherVersion(let path):
      "\(path) was made by another version of bsearch; make it anew with `bsearch index PATH`"
    case .newerVersion(let path):
      "\(path) was made by a newer version of bsearch; use that, or make another index"
    case .otherContent(let path):
      "\(path) is an index, but not of bulletins; make one with `bsearch index PATH`"
    }
  }
}
