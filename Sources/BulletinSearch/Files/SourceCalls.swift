#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// The calls of the system by which files and folders to index are looked at and read.
///
/// All of them ask here before they are made, so that a test can let any of them fail.
struct SourceCalls: Sendable {
  enum Kind: Sendable, CaseIterable {
    /// Asking what is at a path.
    case status
    /// Opening a file or a folder.
    case open
    /// Reading the next bytes of a file.
    case read
    /// Reading the next name of a folder.
    case list
  }

  static let system = SourceCalls()

  /// The number of the failure with which a call for a path is to fail; nil to make it.
  ///
  /// Only tests have one.
  var failure: (@Sendable (Kind, String) -> Int32?)?

  /// Whether a call is to be made; else it has failed, and `errno` says how.
  func mayMake(_ kind: Kind, _ path: String) -> Bool {
    guard let code = failure?(kind, path) else { return true }
    errno = code
    return false
  }

  /// Opens the file or folder at `path`; below zero if that fails, and `errno` says why.
  func open(_ path: String, _ flags: Int32) -> Int32 {
    mayMake(.open, path) ? SystemPath.open(path, flags) : -1
  }

  /// Whether there is nothing at `path`, and not even a link that leads nowhere.
  func isAbsent(_ path: String) -> Bool {
    guard mayMake(.status, path), SystemPath.status(path, followsLink: false) == nil else {
      return false
    }
    return FileProblem.lastOfSystem.isAbsence
  }
}
