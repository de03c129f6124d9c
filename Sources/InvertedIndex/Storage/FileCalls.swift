#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

internal import CPlatform

/// The calls of the operating system by which the files of an index are changed.
///
/// All changes go through here, so that a test can record them or make one of them fail. Each call
/// may fail with `EINTR`, and each write may be short, as the system's may: ``WritableFile`` goes on.
protocol FileCalls: Sendable {
  /// Opens or makes a file, or opens a folder, and returns its descriptor.
  func openFile(_ path: String, flags: Int32, permissions: mode_t) throws(CallFailure) -> Int32

  func closeFile(_ descriptor: Int32)

  /// Writes some of `bytes` at `offset` and returns how many.
  func writePart(of bytes: ArraySlice<UInt8>, to descriptor: Int32, at offset: Int)
    throws(CallFailure) -> Int

  /// Waits until a file, or the names in a folder, are on the disk.
  func synchronize(_ descriptor: Int32) throws(CallFailure)

  /// Cuts a file off behind `byteCount` bytes.
  func truncate(_ descriptor: Int32, to byteCount: Int) throws(CallFailure)

  /// Sets the permissions of a file.
  func setPermissions(_ descriptor: Int32, _ permissions: mode_t) throws(CallFailure)

  /// Gives a file to an owner and a group.
  func setOwner(_ descriptor: Int32, _ owner: uid_t, group: gid_t) throws(CallFailure)

  /// Gives a file the access control list of the file at `path`, and the permissions that belong to it; false if
  /// that has none, and then it has none either.
  func copyAccessList(of path: String, to descriptor: Int32) throws(CallFailure) -> Bool

  /// Gives the file with the name `path` the name `newPath`, in place of what has that.
  func move(_ path: String, to newPath: String) throws(CallFailure)

  /// Takes away the name of a file.
  func remove(_ path: String) throws(CallFailure)
}

/// A call of the operating system failed.
struct CallFailure: Error, Equatable {
  /// The system's error number.
  var code: Int32

  /// The failure of the call that was made last on this thread.
  static var last: CallFailure { CallFailure(code: errno) }
}

/// The calls as the operating system has them.
@safe struct SystemCalls: FileCalls {
  func openFile(_ path: String, flags: Int32, permissions: mode_t) throws(CallFailure) -> Int32 {
    let descriptor = unsafe open(path, flags, permissions)
    guard descriptor >= 0 else { throw .last }
    return descriptor
  }

  func closeFile(_ descriptor: Int32) {
    close(descriptor)
  }

  func writePart(of bytes: ArraySlice<UInt8>, to descriptor: Int32, at offset: Int)
    throws(CallFailure) -> Int
  {
    let count = unsafe bytes.withUnsafeBytes { bytes in
      unsafe pwrite(descriptor, bytes.baseAddress, bytes.count, off_t(offset))
    }
    guard count >= 0 else { throw .last }
    return count
  }

  func synchronize(_ descriptor: Int32) throws(CallFailure) {
    #if canImport(Darwin)
      // There, fsync does not wait for the cache of the drive. Not every file system has this.
      if fcntl(descriptor, F_FULLFSYNC) == 0 { return }
    #endif
    guard fsync(descriptor) == 0 else { throw .last }
  }

  func truncate(_ descriptor: Int32, to byteCount: Int) throws(CallFailure) {
    guard ftruncate(descriptor, off_t(byteCount)) == 0 else { throw .last }
  }

  func setPermissions(_ descriptor: Int32, _ permissions: mode_t) throws(CallFailure) {
    guard fchmod(descriptor, permissions) == 0 else { throw .last }
  }

  func setOwner(_ descriptor: Int32, _ owner: uid_t, group: gid_t) throws(CallFailure) {
    guard fchown(descriptor, owner, group) == 0 else { throw .last }
  }

  func copyAccessList(of path: String, to descriptor: Int32) throws(CallFailure) -> Bool {
    let result = unsafe cplatform_copy_access_list(path, descriptor)
    guard result >= 0 else { throw .last }
    return result > 0
  }

  func move(_ path: String, to newPath: String) throws(CallFailure) {
    guard unsafe rename(path, newPath) == 0 else { throw .last }
  }

  func remove(_ path: String) throws(CallFailure) {
    guard unsafe unlink(path) == 0 else { throw .last }
  }
}
