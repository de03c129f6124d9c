#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Who may read and write a file.
struct FileRights: Equatable {
  /// What the group may do.
  static let groupMask: mode_t = 0o070
  /// What only the owner may do, which holds for a file that is being written.
  static let ownerOnly: mode_t = 0o600

  /// The permission bits.
  var permissions: mode_t
  var owner: uid_t
  var group: gid_t

  init(_ status: stat) {
    permissions = status.st_mode & 0o777
    owner = status.st_uid
    group = status.st_gid
  }

  /// The rights of the file at `path`; nil if there is no file.
  ///
  /// - Throws: ``IndexError/io(call:path:errno:)`` if the system does not say.
  init?(ofFile path: String) throws(IndexError) {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else {
      guard isAbsence(errno) else { throw .io(call: "stat", path: path, errno: errno) }
      return nil
    }
    guard status.st_mode & S_IFMT == S_IFREG else { return nil }
    self.init(status)
  }
}
