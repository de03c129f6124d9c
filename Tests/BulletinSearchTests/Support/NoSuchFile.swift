#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The number by which the system says that there is no such file.
let noSuchFile = ENOENT
