#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

extension ExitStatus {
  func exitProcess() -> Never {
    exit(rawValue)
  }
}
