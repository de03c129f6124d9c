#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A call that changed files, as it was made.
enum RecordedCall: Equatable {
  case open(path: String, descriptor: Int32)
  case close(descriptor: Int32)
  case write([UInt8], descriptor: Int32, offset: Int)
  case synchronize(descriptor: Int32)
  case truncate(descriptor: Int32, byteCount: Int)
  case setPermissions(descriptor: Int32, mode_t)
  case setOwner(descriptor: Int32)
  case copyAccessList(descriptor: Int32)
  case move(path: String, newPath: String)
  case remove(path: String)

  /// The name of the call without what it was given.
  var kind: Kind {
    switch self {
    case .open: .open
    case .close: .close
    case .write: .write
    case .synchronize: .synchronize
    case .truncate: .truncate
    case .setPermissions, .setOwner, .copyAccessList: .setRights
    case .move: .move
    case .remove: .remove
    }
  }

  enum Kind {
    case open, close, write, synchronize, truncate, setRights, move, remove
  }
}
