#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Keeps other writers away from the index, or a dictionary, at a path, until the last reference goes.
///
/// A file beside the index is locked, and not the index, because a new file may take the place of
/// that. The system drops the lock of a process that ends, however it ends. The file holds one line
/// that names who has the lock:
///
///     writer process 4711 on machine
@safe package final class WriterLock: Sendable {
  /// How long to wait for another writer.
  package static let defaultWait = Duration.seconds(2)
  /// What an error says if the holder is not known.
  static let unknownHolder = "another process"

  static let suffix = ".lock"
  private static let interval = Duration.milliseconds(50)
  /// What the line begins with, so that another file with that name is not taken for a lock.
  private static let mark = Array("writer ".utf8)
  /// How much of the line is read.
  private static let maximumHolderLength = 100
  /// The longest name of a machine, as POSIX has it.
  private static let maximumHostNameLength = 255

  /// The index, not a link to it, so that two writers that come by different ways meet.
  package let path: String
  /// What changes its files.
  let calls: any FileCalls
  /// Asked again and again by what the lock is held for, up to the moment from which on the work has to be ended.
  private let isCancelled: @Sendable () -> Bool
  private let file: WritableFile

  /// Waits for the lock of the file at `path`, which need not be there, and takes it.
  package convenience init(
    path: String, wait: Duration = defaultWait,
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws(IndexError) {
    try self.init(path: path, wait: wait, calls: SystemCalls(), isCancelled: isCancelled)
  }

  /// Waits for the lock and takes it.
  ///
  /// - Parameters:
  ///   - path: The index, which need not be there.
  ///   - wait: How long to wait for another writer.
  ///   - calls: What changes files.
  ///   - isCancelled: Asked while it waits, and while the lock is held, whether to stop.
  /// - Throws: ``IndexError/locked(path:holder:)`` if another writer has it, ``IndexError/cancelled``,
  ///   ``IndexError/notWritable(path:errno:)`` if the file cannot be made,
  ///   ``IndexError/occupied(path:)`` if something else has its name.
  init(
    path: String, wait: Duration = defaultWait, calls: any FileCalls,
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws(IndexError) {
    let path = targetOfLink(path)
    self.path = path
    self.calls = calls
    self.isCancelled = isCancelled
    let lockPath = path + Self.suffix
    var waited = Duration.zero
    while true {
      let file = try Self.open(lockPath, of: path, calls: calls)
      // Who had the lock may have taken the name away between the opening and the locking.
      if try file.lock(), try file.hasName(lockPath) {
        self.file = file
        break
      }
      if isCancelled() { throw .cancelled }
      guard waited < wait else { throw .locked(path: path, holder: try Self.holder(in: file)) }
      usleep(UInt32(Self.interval / .microseconds(1)))
      waited += Self.interval
    }
    // Without it the lock is as good, and the writer will find out what is wrong.
    try? name()
  }

  deinit {
    // As long as it is locked, nobody else takes it for theirs.
    calls.clearAway(path + Self.suffix)
  }

  /// - Throws: ``IndexError/cancelled`` if it was asked for to stop.
  func checkCancellation() throws(IndexError) {
    if isCancelled() { throw .cancelled }
  }

  /// Writes who has the lock.
  private func name() throws(IndexError) {
    let line = Self.mark + Array("process \(getpid()) on \(Self.hostName())\n".utf8)
    try file.write(line, at: 0)
    try file.truncate(to: line.count)
  }

  private static func open(_ lockPath: String, of path: String, calls: any FileCalls)
    throws(IndexError) -> WritableFile
  {
    let file: WritableFile
    do throws(CallFailure) {
      file = try WritableFile(path: lockPath, name: lockPath, creation: O_CREAT, calls: calls)
    } catch {
      switch error.code {
      case ELOOP, EISDIR, ENXIO: throw .occupied(path: lockPath)
      // Whose permissions are at fault?
      case EACCES where (try? MappedFile.kind(of: lockPath)) ?? .nothing != .nothing:
        throw .notWritable(path: lockPath, errno: error.code)
      default: throw .notWritable(path: path, errno: error.code)
      }
    }
    guard try file.byteCount() != nil, isLock(try beginning(of: file)) else {
      throw .occupied(path: lockPath)
    }
    return file
  }

  /// Whether a file with this content was made here: a killed process may have left it empty, a crash
  /// of the system with zeros.
  private static func isLock(_ content: [UInt8]) -> Bool {
    zip(content, mark).allSatisfy { $0 == $1 || $0 == 0 }
  }

  private static func beginning(of file: borrowing WritableFile) throws(IndexError) -> [UInt8] {
    var bytes: [UInt8] = []
    try file.readAvailable(0..<mark.count + maximumHolderLength, appendingTo: &bytes)
    return bytes
  }

  /// Who has the lock, in printable ASCII.
  private static func holder(in file: borrowing WritableFile) throws(IndexError) -> String {
    let line = try beginning(of: file).dropFirst(mark.count).prefix { $0 != UInt8(ascii: "\n") }
    let printable = line.filter { UInt8(ascii: " ")...UInt8(ascii: "~") ~= $0 }
    return printable.isEmpty ? unknownHolder : String(decoding: printable, as: UTF8.self)
  }

  private static func hostName() -> String {
    var name = [CChar](repeating: 0, count: maximumHostNameLength + 1)
    guard unsafe gethostname(&name, maximumHostNameLength) == 0 else { return "this machine" }
    return String(decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
}
