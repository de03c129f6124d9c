#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// A whole file, mapped read-only into memory until the last reference goes.
///
/// Nothing is read at opening; a page is read when it is first touched.
@safe final class MappedFile: @unchecked Sendable {  // Immutable after init.
  /// The first byte.
  ///
  /// Nothing may be read through it but the ``count`` bytes from there on.
  let start: UnsafeRawPointer
  let count: Int
  private let isMapped: Bool
  /// Which file it is; nil for a copy.
  private let identity: Identity?

  /// What a file has that no other file has while this one is mapped, whatever is done to its name.
  private struct Identity: Equatable {
    var device: UInt64
    var file: UInt64

    init(_ status: stat) {
      device = UInt64(truncatingIfNeeded: status.st_dev)
      file = UInt64(status.st_ino)
    }
  }

  /// Maps the file at `path`.
  ///
  /// - Throws: ``IndexError/io(call:path:errno:)`` if the file cannot be opened or mapped,
  ///   ``IndexError/notAnIndex(path:)`` if it is a directory or another thing without content.
  init(path: String) throws(IndexError) {
    // A named pipe must not make the opening wait for a writer.
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw .io(call: "open", path: path, errno: errno) }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else {
      throw .io(call: "fstat", path: path, errno: errno)
    }
    guard status.st_mode & S_IFMT == S_IFREG, status.st_size > 0 else {
      throw .notAnIndex(path: path)
    }
    count = Int(status.st_size)
    let address = unsafe mmap(nil, count, PROT_READ, MAP_SHARED, descriptor, 0)
    guard let address = unsafe address, unsafe address != MAP_FAILED else {
      throw .io(call: "mmap", path: path, errno: errno)
    }
    unsafe start = UnsafeRawPointer(address)
    isMapped = true
    identity = Identity(status)
  }

  /// Whether this is the file that `path` leads to now.
  func isFile(at path: String) -> Bool {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return false }
    return identity == Identity(status)
  }

  /// What a path leads to.
  enum Kind {
    case nothing, emptyFile, file, other
  }

  /// - Throws: ``IndexError/io(call:path:errno:)`` if the system does not say: a file that cannot be looked at
  ///   now is there all the same, and nothing may take its place.
  static func kind(of path: String) throws(IndexError) -> Kind {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else {
      guard isAbsence(errno) else { throw .io(call: "stat", path: path, errno: errno) }
      return .nothing
    }
    guard status.st_mode & S_IFMT == S_IFREG else { return .other }
    return status.st_size > 0 ? .file : .emptyFile
  }

  /// Holds a copy of `content`, as a stand-in for a file.
  init(copying content: [UInt8]) {
    let copy = UnsafeMutableRawPointer.allocate(byteCount: max(content.count, 1), alignment: 64)
    unsafe UnsafeMutableRawBufferPointer(start: copy, count: content.count)
      .copyBytes(from: content)
    unsafe start = UnsafeRawPointer(copy)
    count = content.count
    isMapped = false
    identity = nil
  }

  deinit {
    if isMapped {
      unsafe munmap(UnsafeMutableRawPointer(mutating: start), count)
    } else {
      unsafe start.deallocate()
    }
  }
}
