#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// The system's words for an error number.
package func systemMessage(for code: Int32) -> String {
  guard let message = unsafe strerror(code) else { return "error \(code)" }
  return unsafe String(cString: message)
}

/// Whether an error number says that there is no more room for files.
package func isDiskFull(_ code: Int32) -> Bool {
  code == ENOSPC || code == EDQUOT
}

/// Where a link leads; any other path, and a link to nothing, as it is.
func targetOfLink(_ path: String) -> String {
  var status = stat()
  guard unsafe lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFLNK,
    let target = unsafe realpath(path, nil)
  else { return path }
  defer { unsafe free(target) }
  return unsafe String(cString: target)
}
