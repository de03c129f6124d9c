#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

internal import CPlatform
internal import InvertedIndex

/// Writes a file in place of the one that is there, which stays until the new one is whole.
enum FileReplacement {
  /// What the temporary file has behind the name, which is in the same folder.
  private static let suffix = ".writing"
  private static let permissions: mode_t = 0o666

  /// Writes `bytes` to a new file and gives it the name of the old one.
  ///
  /// The new file has the permissions and, as far as the system lets this process give it away, the
  /// owner and group of the old one. A link is followed, and stays.
  ///
  /// - Precondition: Nobody else writes the file; see `WriterLock`.
  /// - Throws: ``FileError`` with the path and the system's words; then the old file is as it was.
  static func write(_ bytes: [UInt8], to path: String) throws(FileError) {
    let path = targetOfLink(path)
    let temporaryPath = path + suffix
    // The remains of a killed process, or a link that somebody laid there.
    unsafe unlink(temporaryPath)
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW
    let descriptor = unsafe open(temporaryPath, flags, permissions)
    guard descriptor >= 0 else { throw FileError(path: path, reason: .lastOfSystem) }
    takeOverRights(of: path, descriptor)
    let isWritten = writeAll(bytes, to: descriptor) && fsync(descriptor) == 0
    let reason = FileProblem.lastOfSystem
    close(descriptor)
    guard isWritten else {
      unsafe unlink(temporaryPath)
      throw FileError(path: path, reason: reason)
    }
    guard unsafe rename(temporaryPath, path) == 0 else {
      let reason = FileProblem.lastOfSystem
      unsafe unlink(temporaryPath)
      throw FileError(path: path, reason: reason)
    }
  }

  /// Where that is not possible, the file is the user's who writes it, and no group's.
  private static func takeOverRights(of path: String, _ descriptor: Int32) {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return }
    var permissions = status.st_mode & 0o777
    let group = status.st_gid
    // The largest number leaves the owner as it is.
    let hasGroup =
      fchown(descriptor, status.st_uid, group) == 0 || fchown(descriptor, .max, group) == 0
    switch hasGroup ? unsafe cplatform_copy_access_list(path, descriptor) : -1 {
    case 0: break
    case 1: return
    default: permissions &= ~0o070
    }
    _ = fchmod(descriptor, permissions)
  }

  private static func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    unsafe bytes.withUnsafeBytes { buffer in
      var offset = 0
      while offset < buffer.count, let start = buffer.baseAddress {
        let count = unsafe write(descriptor, start + offset, buffer.count - offset)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return false }
        offset += count
      }
      return true
    }
  }

  private static func write(
    _ descriptor: Int32, _ start: UnsafeRawPointer, _ count: Int
  ) -> Int {
    #if canImport(Glibc)
      return unsafe Glibc.write(descriptor, start, count)
    #else
      return unsafe Darwin.write(descriptor, start, count)
    #endif
  }
}
