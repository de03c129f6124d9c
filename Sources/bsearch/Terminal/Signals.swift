#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// What the command does when the system interrupts it.
enum Signals {
  /// Lets writing to a closed pipe fail, so that the command can end with a status of its own
  /// whatever its parent had set.
  static func ignoreClosedPipes() {
    signal(SIGPIPE, SIG_IGN)
  }

  /// Ends the line of a progress display before an interrupt ends the process.
  ///
  /// The process still dies of the signal, which a shell shows as 130: a script that runs several
  /// commands stops only if it sees that.
  static func endLineOnInterrupt() {
    signal(SIGINT) { number in
      // Only calls that a signal handler may make.
      var lineFeed = UInt8(ascii: "\n")
      _ = write(STDERR_FILENO, &lineFeed, 1)
      signal(number, SIG_DFL)
      raise(number)
    }
  }
}
