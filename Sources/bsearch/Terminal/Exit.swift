#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Ends the process.
func exit(withStatus status: ExitStatus) -> Never {
  exit(status.rawValue)
}
