#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// An open file that is changed; it is closed when the value goes.
///
/// Interrupted calls are made again and short writes are completed.
@safe struct WritableFile: ~Copyable {
  /// The flags that every file of an index is opened with: somebody may have laid a link or a pipe in
  /// its place.
  private static let safeFlags = O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK

  private let descriptor: Int32
  /// What errors call the file.
  private let name: String
  private let calls: any FileCalls

  /// Opens a file for reading and writing.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - name: What errors call it.
  ///   - creation: `O_CREAT` and what goes with it, or nothing for a file that must be there.
  ///   - permissions: Those of a new file.
  ///   - calls: What changes files.
  /// - Throws: `CallFailure` if it cannot be opened.
  init(
    path: String, name: String, creation: Int32 = 0, permissions: mode_t = 0o666,
    calls: any FileCalls
  ) throws(CallFailure) {
    self.name = name
    self.calls = calls
    descriptor = try calls.open(
      path, flags: O_RDWR | creation | Self.safeFlags, permissions: permissions)
  }

  /// Opens a folder, in which only names can be made durable.
  ///
  /// - Throws: ``IndexError/io(call:path:errno:)`` if that fails.
  init(folder: String, calls: any FileCalls) throws(IndexError) {
    name = folder
    self.calls = calls
    do throws(CallFailure) {
      descriptor = try calls.open(
        folder, flags: O_RDONLY | O_DIRECTORY | O_CLOEXEC, permissions: 0)
    } catch {
      throw .io(call: "open", path: folder, errno: error.code)
    }
  }

  /// Closes the file.
  ///
  /// A lock belongs to all descriptors of an open file (`flock(2)`), and a program that this process is just starting
  /// has them all until it runs, so that closing one of them does not end it.
  deinit {
    flock(descriptor, LOCK_UN)
    calls.closeFile(descriptor)
  }

  /// Writes all of `bytes` at `offset`.
  func write(_ bytes: [UInt8], at offset: Int) throws(IndexError) {
    var done = 0
    while done < bytes.count {
      do throws(CallFailure) {
        let count = try calls.writePart(of: bytes[done...], to: descriptor, at: offset + done)
        guard count > 0 else { throw CallFailure(code: EIO) }
        done += count
      } catch  where error.code == EINTR {
        continue
      } catch {
        throw failure("write", error.code)
      }
    }
  }

  /// Waits until everything that was written is on the disk.
  func synchronize() throws(IndexError) {
    do throws(CallFailure) {
      try repeating { () throws(CallFailure) in try calls.synchronize(descriptor) }
    } catch {
      throw failure("fsync", error.code)
    }
  }

  /// Waits until the names in a folder are on the disk, where the file system knows of that.
  func synchronizeNames() throws(IndexError) {
    do throws(IndexError) {
      try synchronize()
    } catch .io(_, _, EINVAL) {
      return
    }
  }

  /// Cuts the file off behind `byteCount` bytes.
  func truncate(to byteCount: Int) throws(IndexError) {
    do throws(CallFailure) {
      try repeating { () throws(CallFailure) in try calls.truncate(descriptor, to: byteCount) }
    } catch {
      throw failure("ftruncate", error.code)
    }
  }

  /// Appends the bytes of `range` to `bytes`.
  ///
  /// - Throws: ``IndexError/io(call:path:errno:)`` if reading fails or the file is shorter.
  func read(_ range: Range<Int>, appendingTo bytes: inout [UInt8]) throws(IndexError) {
    let count = bytes.count + range.count
    try readAvailable(range, appendingTo: &bytes)
    guard bytes.count == count else { throw failure("read", EIO) }
  }

  /// Appends those of the bytes of `range` that are there to `bytes`.
  func readAvailable(_ range: Range<Int>, appendingTo bytes: inout [UInt8]) throws(IndexError) {
    let start = bytes.count
    bytes.append(contentsOf: repeatElement(0, count: range.count))
    var done = 0
    while done < range.count {
      let result = unsafe bytes.withUnsafeMutableBytes { bytes in
        unsafe pread(
          descriptor, bytes.baseAddress.unsafelyUnwrapped + start + done, range.count - done,
          off_t(range.lowerBound + done))
      }
      if result < 0, errno == EINTR { continue }
      guard result >= 0 else { throw failure("read", errno) }
      guard result > 0 else { break }
      done += result
    }
    bytes.removeLast(range.count - done)
  }

  /// How many bytes the file has; nil if it is a folder, a pipe or another thing without content.
  func byteCount() throws(IndexError) -> Int? {
    let status = try status()
    return status.st_mode & S_IFMT == S_IFREG ? Int(status.st_size) : nil
  }

  /// Who may read and write the file.
  func rights() throws(IndexError) -> FileRights { FileRights(try status()) }

  /// Gives the file the rights of the one at `path`, as far as the system lets this process do so.
  ///
  /// A file that cannot be given to its group, or not with its access control list, is not opened to a group instead.
  func takeOver(_ rights: FileRights, of path: String) throws(IndexError) {
    do throws(CallFailure) {
      try takeOverOwner(rights)
      // The permissions of a file with a list are a part of the list.
      if try calls.copyAccessList(of: path, to: descriptor) { return }
    } catch {
      return try setPermissions(rights.permissions & ~FileRights.groupMask)
    }
    try setPermissions(rights.permissions)
  }

  /// Gives the file to the owner and group of another one, or to its group at least.
  private func takeOverOwner(_ rights: FileRights) throws(CallFailure) {
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw .last }
    guard status.st_uid != rights.owner || status.st_gid != rights.group else { return }
    do throws(CallFailure) {
      try calls.setOwner(descriptor, rights.owner, group: rights.group)
    } catch {
      guard status.st_gid != rights.group else { return }
      try calls.setOwner(descriptor, status.st_uid, group: rights.group)
    }
  }

  /// Sets who may read and write the file, where the file system knows of that.
  func setPermissions(_ permissions: mode_t) throws(IndexError) {
    guard try rights().permissions != permissions else { return }
    do throws(CallFailure) {
      try repeating { () throws(CallFailure) in
        try calls.setPermissions(descriptor, permissions)
      }
    } catch  where error.code == EPERM || error.code == ENOTSUP {
      return
    } catch {
      throw failure("fchmod", error.code)
    }
  }

  /// Whether `path` leads to this file.
  func hasName(_ path: String) throws(IndexError) -> Bool {
    let own = try status()
    var named = stat()
    guard unsafe lstat(path, &named) == 0 else { return false }
    return own.st_ino == named.st_ino && own.st_dev == named.st_dev
  }

  /// Locks the file until it is closed; false if somebody else has locked it.
  func lock() throws(IndexError) -> Bool {
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      switch errno {
      case EINTR: continue
      case EWOULDBLOCK: return false
      default: throw failure("flock", errno)
      }
    }
    return true
  }

  private func status() throws(IndexError) -> stat {
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw failure("fstat", errno) }
    return status
  }

  private func failure(_ call: String, _ code: Int32) -> IndexError {
    .io(call: call, path: name, errno: code)
  }
}

extension FileCalls {
  /// Gives the file with the name `path` the name `newPath`.
  ///
  /// - Throws: ``IndexError/io(call:path:errno:)`` if that fails.
  func giveName(_ newPath: String, to path: String) throws(IndexError) {
    do throws(CallFailure) {
      try repeating { () throws(CallFailure) in try move(path, to: newPath) }
    } catch {
      throw .io(call: "rename", path: newPath, errno: error.code)
    }
  }

  /// Takes away the name of a file that is of no use any more.
  ///
  /// Often there is none; and if it cannot be taken away, it does no harm.
  func clearAway(_ path: String) {
    try? repeating { () throws(CallFailure) in try remove(path) }
  }

  fileprivate func open(_ path: String, flags: Int32, permissions: mode_t) throws(CallFailure)
    -> Int32
  {
    try repeating { () throws(CallFailure) in
      try openFile(path, flags: flags, permissions: permissions)
    }
  }
}

/// Makes a call again for as long as a signal interrupts it.
private func repeating<Value>(_ call: () throws(CallFailure) -> Value) throws(CallFailure) -> Value
{
  while true {
    do throws(CallFailure) {
      return try call()
    } catch  where error.code == EINTR {
      continue
    }
  }
}
