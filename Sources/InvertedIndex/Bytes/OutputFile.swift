#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// A new file that is written from front to back and takes its final name only when it is whole.
///
/// It is written under a temporary name in the folder of its final name. ``publish()`` makes it
/// durable and renames it; a file that is dropped before that is removed. The temporary name is
/// always the same and the file is locked, so that two writers cannot mix and the remains of a
/// killed one are overwritten by the next.
@safe struct OutputFile: ~Copyable {
  /// How many bytes are collected before they are written.
  private static let bufferSize = 1 << 20

  private let path: String
  private let temporaryPath: String
  private let descriptor: Int32
  private var buffer: [UInt8] = []
  private var written = 0
  private var isPublished = false

  /// How many bytes the file has so far.
  var count: Int { written + buffer.count }

  /// - Throws: ``IndexError/notWritable(path:errno:)`` if the folder is missing or not writable,
  ///   ``IndexError/locked(path:)`` if another writer is at work on the same name.
  init(path: String) throws(IndexError) {
    self.path = path
    temporaryPath = path + ".writing"
    descriptor = try Self.openLocked(temporaryPath, for: path)
    buffer.reserveCapacity(Self.bufferSize)
  }

  deinit {
    // After a rename the name may be the next writer's, and so it may be without the lock.
    if !isPublished { unsafe unlink(temporaryPath) }
    close(descriptor)
  }

  mutating func append(_ bytes: [UInt8]) throws(IndexError) {
    if buffer.count + bytes.count > Self.bufferSize { try flush() }
    if bytes.count > Self.bufferSize {
      try write(bytes, at: written)
      written += bytes.count
    } else {
      buffer.append(contentsOf: bytes)
    }
  }

  mutating func pad(toMultipleOf alignment: Int) throws(IndexError) {
    let padding = (alignment - count % alignment) % alignment
    try append([UInt8](repeating: 0, count: padding))
  }

  /// Writes `bytes` over what stands at `offset`.
  mutating func overwrite(_ bytes: [UInt8], at offset: Int) throws(IndexError) {
    try flush()
    try write(bytes, at: offset)
  }

  /// Waits until everything that was written is on the disk.
  mutating func synchronize() throws(IndexError) {
    try flush()
    guard fsync(descriptor) == 0 else { throw .io(call: "fsync", path: path, errno: errno) }
  }

  /// Gives the file its final name, in place of whatever had it, and makes the name durable.
  consuming func publish() throws(IndexError) {
    try synchronize()
    guard unsafe rename(temporaryPath, path) == 0 else {
      throw .io(call: "rename", path: path, errno: errno)
    }
    isPublished = true
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
    let folderDescriptor = unsafe open(folder, O_RDONLY | O_CLOEXEC)
    guard folderDescriptor >= 0 else { throw .io(call: "open", path: folder, errno: errno) }
    defer { close(folderDescriptor) }
    guard fsync(folderDescriptor) == 0 else {
      throw .io(call: "fsync", path: folder, errno: errno)
    }
  }

  /// Opens and locks the temporary file and empties it.
  private static func openLocked(_ temporaryPath: String, for path: String) throws(IndexError)
    -> Int32
  {
    // Somebody may have laid a link or a pipe there.
    let flags = O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK
    let descriptor = unsafe open(temporaryPath, flags, 0o644)
    guard descriptor >= 0 else { throw .notWritable(path: path, errno: errno) }
    do {
      try lock(descriptor, temporaryPath, for: path)
      return descriptor
    } catch {
      close(descriptor)
      throw error
    }
  }

  private static func lock(_ descriptor: Int32, _ temporaryPath: String, for path: String)
    throws(IndexError)
  {
    var opened = stat()
    var named = stat()
    guard unsafe fstat(descriptor, &opened) == 0 else {
      throw .io(call: "fstat", path: temporaryPath, errno: errno)
    }
    guard opened.st_mode & S_IFMT == S_IFREG else { throw .occupied(path: temporaryPath) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      if errno == EWOULDBLOCK { throw .locked(path: path) }
      throw .io(call: "flock", path: temporaryPath, errno: errno)
    }
    // Its owner may have renamed it between the opening and the locking.
    guard unsafe lstat(temporaryPath, &named) == 0, opened.st_ino == named.st_ino,
      opened.st_dev == named.st_dev
    else { throw .locked(path: path) }
    guard ftruncate(descriptor, 0) == 0 else {
      throw .io(call: "ftruncate", path: temporaryPath, errno: errno)
    }
  }

  private mutating func flush() throws(IndexError) {
    try write(buffer, at: written)
    written += buffer.count
    buffer.removeAll(keepingCapacity: true)
  }

  private func write(_ bytes: [UInt8], at offset: Int) throws(IndexError) {
    try PositionedWrite.write(bytes, to: descriptor, at: offset, path: path)
  }
}
