internal import CPlatform

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Signals that end a process and say why.
enum SystemSignal {
  static let processorTime = SIGXCPU
}

/// Where programs are.
enum ProgramPath {
  /// A program that is installed beside the one that runs, wherever links to that lead; nil if there is none.
  static func beside(_ name: String) -> String? {
    var places = [resolved("/proc/self/exe")]
    var count: Int32 = 0
    if let arguments = unsafe cplatform_arguments(&count), count > 0,
      let first = unsafe arguments[0]
    {
      let named = unsafe String(cString: first)
      if named.contains("/") { places += [resolved(named), named] }
    }
    for case let place? in places {
      let folder = place.lastIndex(of: "/").map { place[...$0] } ?? ""
      if isExecutable(folder + name) { return folder + name }
    }
    return nil
  }

  static func isExecutable(_ path: String) -> Bool {
    unsafe path.withCString { unsafe access($0, X_OK) == 0 }
  }

  /// A path without links; nil if there is nothing.
  private static func resolved(_ path: String) -> String? {
    guard let resolved = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(resolved) }
    return unsafe String(cString: resolved)
  }

  /// The folders in which programs are looked for.
  static var searchPath: String {
    guard let path = unsafe getenv("PATH") else { return "/usr/local/bin:/usr/bin:/bin" }
    return unsafe String(cString: path)
  }
}
