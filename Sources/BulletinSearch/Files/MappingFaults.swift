#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// What happens when a file becomes shorter while it is mapped.
///
/// An index is read where it is mapped. Nothing of this library shortens an index, but if another program
/// does, the system sends a signal, `SIGBUS`, to whoever reads what is no longer there, and there is no error to
/// be thrown from that.
package enum MappingFaults {
  /// Lets the process end with `message` on standard error and an exit status, instead of dying without a
  /// word.
  ///
  /// This is for commands and not for libraries: it takes the signal from the whole process.
  ///
  /// - Parameters:
  ///   - message: What to say, with the end of its line.
  ///   - exitStatus: The status of the process.
  package static func report(_ message: String, exitStatus: Int32) {
    let bytes = Array(message.utf8)
    // The handler may neither allocate nor wait, so all that it needs is laid ready and never freed.
    let copy = UnsafeMutablePointer<UInt8>.allocate(capacity: max(bytes.count, 1))
    unsafe copy.update(from: bytes, count: bytes.count)
    unsafe prepared = Prepared(start: copy, count: bytes.count, exitStatus: exitStatus)
    signal(SIGBUS) { _ in
      let prepared = unsafe MappingFaults.prepared
      _ = unsafe write(STDERR_FILENO, prepared.start, prepared.count)
      _exit(prepared.exitStatus)
    }
  }

  @safe private struct Prepared {
    var start: UnsafeMutablePointer<UInt8>?
    var count = 0
    var exitStatus: Int32 = 0
  }

  /// Set once, before the handler is.
  nonisolated(unsafe) private static var prepared = unsafe Prepared(start: nil)
}
