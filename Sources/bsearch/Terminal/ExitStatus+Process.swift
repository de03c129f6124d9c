#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

extension ExitStatus {
  func exitProcess() -> Never {
    if self == .interrupted {
      // A shell script that runs several commands stops only if one has died of the signal.
      signal(SIGINT, SIG_DFL)
      raise(SIGINT)
    }
    exit(rawValue)
  }
}
