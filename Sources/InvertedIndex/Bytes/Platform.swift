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

/// Whether an error number says that there is nothing at a path, and not only that it cannot be looked at.
package func isAbsence(_ code: Int32) -> Bool {
  code == ENOENT || code == ENOTDIR
}

/// Where a link leads, also if nothing is there yet; any other path as it is.
package func targetOfLink(_ path: String) -> String {
  var path = path
  var status = stat()
  for _ in 0..<maximumLinkCount {
    guard unsafe lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFLNK else { return path }
    if let target = unsafe realpath(path, nil) {
      defer { unsafe free(target) }
      return unsafe String(cString: target)
    }
    guard let target = contentOfLink(path) else { return path }
    let folder = path.lastIndex(of: "/").map { path[...$0] } ?? ""
    path = target.hasPrefix("/") ? target : folder + target
  }
  return path
}

/// As many as Linux follows.
private let maximumLinkCount = 40

/// The path that is written in a link; nil if it cannot be read.
private func contentOfLink(_ path: String) -> String? {
  var bytes = [CChar](repeating: 0, count: Int(PATH_MAX))
  let count = unsafe readlink(path, &bytes, bytes.count)
  guard count > 0 else { return nil }
  return String(decoding: bytes.prefix(count).map(UInt8.init(bitPattern:)), as: UTF8.self)
}

/// The first bytes of the file at `path`, at most `count`; nil if it is a link, no file, or cannot be read.
func leadingBytes(ofFile path: String, count: Int) -> [UInt8]? {
  let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
  guard descriptor >= 0 else { return nil }
  defer { close(descriptor) }
  var status = stat()
  guard unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
    return nil
  }
  var bytes = [UInt8](repeating: 0, count: count)
  let found = unsafe bytes.withUnsafeMutableBytes { bytes in
    unsafe pread(descriptor, bytes.baseAddress, count, 0)
  }
  return found < 0 ? nil : Array(bytes.prefix(found))
}

/// Whether nothing has the name `path`, not even a link that leads nowhere.
func isNameFree(_ path: String) -> Bool {
  var status = stat()
  return unsafe lstat(path, &status) != 0 && errno == ENOENT
}
