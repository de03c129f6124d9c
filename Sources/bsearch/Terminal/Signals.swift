#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// What the command does when the system interrupts it.
enum Signals {
  /// Lets writing to a closed pipe, or beyond the largest size that a file may have, fail, so that the
  /// command can clear away and end with a status of its own whatever its parent had set.
  static func letWritingFail() {
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
  }
}
