#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// What the system says of the process.
struct Surroundings: Encodable {
  /// The locale of characters; nil if none is set.
  var locale: String?
  /// The files of the libraries that are loaded; empty where the system does not say.
  var libraries: [String]

  init() {
    locale = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap(Environment.value).first
    libraries = Self.loadedFiles().filter { $0.contains(".so") }
  }

  var isUTF8: Bool {
    let name = locale?.lowercased() ?? ""
    return name.contains("utf-8") || name.contains("utf8")
  }

  var isSwiftStatic: Bool { !libraries.contains { $0.contains("libswiftCore.") } }

  var icuLibraries: [String] { libraries.filter { $0.contains("libicu") } }

  /// The files that are mapped, each once, in the order of their places.
  private static func loadedFiles() -> [String] {
    guard let file = fopen("/proc/self/maps", "r") else { return [] }
    defer { fclose(file) }
    var files: [String] = []
    // As much as the path of a file and the numbers before it may take.
    var line = [CChar](repeating: 0, count: Int(PATH_MAX) + 256)
    while fgets(&line, Int32(line.count), file) != nil {
      let bytes = line.prefix { $0 != 0 && $0 != 0x0A }.map(UInt8.init(bitPattern:))
      guard let start = bytes.firstIndex(of: UInt8(ascii: "/")) else { continue }
      let path = String(decoding: bytes[start...], as: UTF8.self)
      if !files.contains(path) { files.append(path) }
    }
    return files
  }
}
