#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// The file of an index while something is appended to it, from front to back, and then published as
/// a whole.
///
/// It is a new file, or an index that is extended. A new file has a temporary name in the folder of
/// its final one until it is published. Of an index that is extended, nothing is changed but the slot
/// that is given to ``publish(slot:at:)``. A file that is dropped before that leaves things as they
/// were: the new file is removed, what was appended to an index is cut off.
///
/// The temporary name is always the same, so that the remains of a killed process do not pile up; the
/// ``WriterLock`` keeps writers apart, and is held until everything is cleared away. What has the
/// temporary name is taken away only if it looks like such remains, and never written to: it may be
/// a file of the user's, of another user's, or a link to one.
///
/// Only its owner may read a file that is being written. When it is published it gets the owner and the
/// permissions of the index whose place it takes.
@safe struct OutputFile: ~Copyable {
  /// What every index begins with once it is published: the ASCII of `BSEARCH` and a zero.
  static let magic = Array("BSEARCH\0".utf8)

  /// How many bytes are collected before they are written.
  private static let bufferSize = 1 << 20
  /// The permissions of a new file, of which the user's mask may take some.
  static let newFilePermissions: UInt32 = 0o644
  /// What a new file has behind its name until it is published.
  static let suffix = ".writing"

  private let lock: WriterLock
  private let file: WritableFile
  /// Where what is appended begins; nil for a new file.
  private let commitByteCount: Int?
  private var buffer: [UInt8] = []
  private var written: Int
  /// Whether something may name what was appended, so that it has to stay.
  private var isPublished = false
  /// The permissions that the system gives a new file, according to the user's mask.
  private let usualPermissions: mode_t

  /// How many bytes the file has so far.
  var count: Int { written + buffer.count }

  private var temporaryPath: String { lock.path + Self.suffix }

  /// Where the file is until it is published.
  var currentPath: String { commitByteCount == nil ? temporaryPath : lock.path }

  /// Begins a new file, which is to have the name of the index that is locked.
  ///
  /// - Throws: ``IndexError/notWritable(path:errno:)`` if it cannot be made,
  ///   ``IndexError/occupied(path:)`` if something else has its temporary name.
  init(replacing lock: WriterLock) throws(IndexError) {
    var permissions: mode_t = 0
    file = try Self.makeFile(lock, usualPermissions: &permissions)
    usualPermissions = permissions
    self.lock = lock
    commitByteCount = nil
    written = 0
    buffer.reserveCapacity(Self.bufferSize)
  }

  /// Extends the index that is locked.
  ///
  /// What stands behind its last commit, the remains of a killed process, is cut off.
  ///
  /// - Parameters:
  ///   - lock: The lock of the index.
  ///   - byteCount: How many bytes its last commit has.
  /// - Throws: ``IndexError/notWritable(path:errno:)`` if it cannot be opened for writing,
  ///   ``IndexError/truncated(path:found:expected:)`` if it is shorter,
  ///   ``IndexError/locked(path:holder:)`` if it is being written under another name.
  init(extending lock: WriterLock, from byteCount: Int) throws(IndexError) {
    file = try Self.openFile(lock, commitByteCount: byteCount)
    usualPermissions = 0
    self.lock = lock
    commitByteCount = byteCount
    written = byteCount
    buffer.reserveCapacity(Self.bufferSize)
  }

  deinit {
    guard !isPublished else { return }
    // There is nobody to tell; the next writer clears away what stays.
    if let commitByteCount {
      try? file.truncate(to: commitByteCount)
    } else {
      lock.calls.clearAway(temporaryPath)
    }
  }

  /// Asks whether to stop, as does writing every megabyte.
  ///
  /// - Throws: ``IndexError/cancelled``
  func checkCancellation() throws(IndexError) { try lock.checkCancellation() }

  mutating func append(_ bytes: [UInt8]) throws(IndexError) {
    if buffer.count + bytes.count > Self.bufferSize { try flush() }
    if bytes.count > Self.bufferSize {
      try file.write(bytes, at: written)
      written += bytes.count
    } else {
      buffer.append(contentsOf: bytes)
    }
  }

  mutating func pad(toMultipleOf alignment: Int) throws(IndexError) {
    let padding = (alignment - count % alignment) % alignment
    try append([UInt8](repeating: 0, count: padding))
  }

  /// Hands everything that was appended to the system, so that it can be read from the file.
  mutating func flush() throws(IndexError) {
    guard !buffer.isEmpty else { return }
    try checkCancellation()
    try file.write(buffer, at: written)
    written += buffer.count
    buffer.removeAll(keepingCapacity: true)
  }

  /// Makes what was appended durable, and what names it: a slot, and the name of the file.
  ///
  /// Once the file itself is made durable, nobody is asked any more whether to stop. If it fails, the index is as
  /// before, unless the last call does, by which the name of a new file becomes durable: then the new file has the
  /// name already.
  ///
  /// - Parameters:
  ///   - slot: A slot of the header.
  ///   - offset: Where it stands.
  ///   - permissions: Those that a file in whose place there was none has at most.
  /// - Throws: ``IndexError/io(call:path:errno:)`` if a call fails.
  consuming func publish(
    slot: [UInt8], at offset: Int, permissions: UInt32 = newFilePermissions
  ) throws(IndexError) {
    try flush()
    let path = lock.path
    let folder = try WritableFile(
      folder: path.lastIndex(of: "/").map { String(path[...$0]) } ?? ".", calls: lock.calls)
    if commitByteCount == nil {
      // Until it has its name, nobody reads the slot.
      try file.write(slot, at: offset)
      if let rights = try FileRights(ofFile: path) {
        try file.takeOver(rights, of: path)
      } else {
        try file.setPermissions(usualPermissions & mode_t(truncatingIfNeeded: permissions))
      }
      try file.synchronize()
      try lock.calls.giveName(path, to: temporaryPath)
      isPublished = true
      try folder.synchronizeNames()
    } else {
      try file.synchronize()
      // Who gave the file its name may have been killed before the name was durable.
      try folder.synchronizeNames()
      try replaceSlot(slot, at: offset)
    }
  }
}

extension OutputFile {
  /// Makes a new file under its temporary name, which only its owner may read; `usualPermissions`
  /// become those that the system gave it first.
  private static func makeFile(
    _ lock: WriterLock, usualPermissions: inout mode_t
  ) throws(IndexError) -> WritableFile {
    try ScratchFile.removeRemains(beside: lock.path, calls: lock.calls)
    let temporaryPath = lock.path + suffix
    clearRemains(temporaryPath, calls: lock.calls)
    let file: WritableFile
    do throws(CallFailure) {
      file = try WritableFile(
        path: temporaryPath, name: lock.path, creation: O_CREAT | O_EXCL,
        permissions: mode_t(truncatingIfNeeded: newFilePermissions), calls: lock.calls)
    } catch {
      guard error.code != EEXIST else { throw .occupied(path: temporaryPath) }
      throw .notWritable(path: lock.path, errno: error.code)
    }
    do throws(IndexError) {
      usualPermissions = try file.rights().permissions
      try file.setPermissions(FileRights.ownerOnly)
    } catch {
      lock.calls.clearAway(temporaryPath)
      throw error
    }
    return file
  }

  /// Takes away what a killed process left of a new file.
  ///
  /// Until it is published, such a file begins with zeros, where the header will be; then with
  /// the magic of an index. Anything else is somebody's.
  private static func clearRemains(_ path: String, calls: any FileCalls) {
    guard let beginning = leadingBytes(ofFile: path, count: magic.count),
      beginning.allSatisfy({ $0 == 0 }) || beginning == magic
    else { return }
    calls.clearAway(path)
  }

  /// Opens an index and cuts off what a killed process left behind its last commit.
  private static func openFile(_ lock: WriterLock, commitByteCount: Int) throws(IndexError)
    -> WritableFile
  {
    let path = lock.path
    try ScratchFile.removeRemains(beside: path, calls: lock.calls)
    clearRemains(path + suffix, calls: lock.calls)
    let file: WritableFile
    do throws(CallFailure) {
      file = try WritableFile(path: path, name: path, calls: lock.calls)
    } catch {
      throw .notWritable(path: path, errno: error.code)
    }
    guard let found = try file.byteCount() else { throw .notAnIndex(path: path) }
    guard try file.lock() else { throw .locked(path: path, holder: WriterLock.unknownHolder) }
    guard found >= commitByteCount else {
      throw .truncated(path: path, found: found, expected: commitByteCount)
    }
    guard found > commitByteCount else { return file }
    // A slot that names the remains may be on the disk, though it is not in the file any more.
    try file.synchronize()
    try file.truncate(to: commitByteCount)
    return file
  }

  /// Overwrites a slot of an index that is extended.
  private mutating func replaceSlot(_ slot: [UInt8], at offset: Int) throws(IndexError) {
    var before: [UInt8] = []
    try file.read(offset..<offset + slot.count, appendingTo: &before)
    do throws(IndexError) {
      isPublished = true
      try file.write(slot, at: offset)
      try file.synchronize()
    } catch {
      // The slot may be on the disk. What it names may only go when it surely is there no more.
      let isRestored =
        (try? file.write(before, at: offset)) != nil && (try? file.synchronize()) != nil
      isPublished = !isRestored
      throw error
    }
  }
}
