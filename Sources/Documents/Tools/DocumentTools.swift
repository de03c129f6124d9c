internal import CSandbox

package import Bulletins

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// The programs that read documents which the readers here do not, and what this process may do.
package struct DocumentTools: Sendable {
  private static let memoryByteCount: UInt = 256 << 20
  private static let processorSeconds: UInt = 20
  private static let openFiles: UInt = 16

  private var paths: [DocumentTool: String] = [:]
  /// What the tools may read.
  private var folders: [String] = []
  private var isConfined = false

  /// No tools.
  package init() {}

  /// The tools in some folders, as the variable `PATH` lists them.
  package init(searchPath: String) {
    for tool in DocumentTool.allCases {
      paths[tool] =
        searchPath.split(separator: ":").lazy.map { "\($0)/\(tool.rawValue)" }
        .first { $0.hasPrefix("/") && Self.isExecutable($0) }
    }
    // Antiword opens the document once more by this name.
    folders = paths.values.sorted().flatMap(Self.folders) + ["/dev/stdin"]
  }

  private static func isExecutable(_ path: String) -> Bool {
    unsafe path.withCString { unsafe access($0, X_OK) == 0 }
  }

  /// The tools at some places, for tests.
  package init(paths: [DocumentTool: String]) {
    self.paths = paths
  }

  package func path(of tool: DocumentTool) -> String? { paths[tool] }

  /// Takes away from this process, for good, what reading needs not; before anything is read.
  ///
  /// - Returns: Whether the limits hold that every system has.
  package mutating func confine() -> Bool {
    isConfined =
      unsafe withCStrings(folders) { folders, count in
        unsafe csandbox_enter(
          Self.memoryByteCount, Self.processorSeconds, Self.openFiles, folders, Int32(count))
      } == 0
    return isConfined
  }

  /// Serves documents that come over standard input, each in a process of its own.
  ///
  /// - Returns: In each such process, which has a document for standard input, what its name ends in; nil when there are
  ///   no more.
  package static func serve() -> String? {
    var argument = [CChar](repeating: 0, count: Int(csandbox_argument_size))
    guard unsafe csandbox_serve(0, &argument) == 1 else { return nil }
    let bytes = argument.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Takes away the right to start processes, if the process is confined.
  package func forbidChildren() {
    if isConfined { csandbox_forbid_children() }
  }

  /// Starts a tool that reads a document from its standard input.
  ///
  /// It has the limits of this process, no environment and no way to start others.
  ///
  /// - Parameters:
  ///   - tool: The tool.
  ///   - arguments: What it is given beside its name.
  ///   - input: The document, which it gets from the beginning.
  ///   - isLast: Whether no other tool is run.
  /// - Returns: The process that runs.
  /// - Throws: ``DocumentProblem/toolMissing(_:)``, or ``DocumentProblem/toolFailed(_:)`` if it cannot be started.
  package func start(
    _ tool: DocumentTool, _ arguments: [String], input: DocumentInput, isLast: Bool = true
  ) throws(DocumentProblem) -> ToolProcess {
    guard let path = paths[tool] else { throw .toolMissing(tool) }
    let process = try ToolProcess.start(tool, at: path, arguments, input: input.descriptor)
    if isLast { forbidChildren() }
    return process
  }

  /// What a tool may read: its program, wherever links lead, and what is installed beside it.
  private static func folders(ofToolAt path: String) -> [String] {
    var folders: [String] = []
    for path in [path, resolved(path)].compactMap(\.self) {
      let folder = path.split(separator: "/").dropLast()
      folders.append("/" + folder.joined(separator: "/"))
      let prefix = "/" + folder.dropLast().joined(separator: "/")
      folders += [prefix + "/lib", prefix + "/share"]
    }
    return folders
  }

  private static func resolved(_ path: String) -> String? {
    guard let resolved = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(resolved) }
    return unsafe String(cString: resolved)
  }
}

/// Calls `body` with strings as C has them, and their number.
func withCStrings<Result>(
  _ strings: [String],
  _ body: (UnsafePointer<UnsafePointer<CChar>?>, Int) throws -> Result
) rethrows -> Result {
  let list = UnsafeMutablePointer<UnsafePointer<CChar>?>.allocate(capacity: strings.count + 1)
  unsafe list.initialize(repeating: nil, count: strings.count + 1)
  for (index, string) in strings.enumerated() {
    unsafe list[index] = unsafe UnsafePointer(strdup(string))
  }
  defer {
    for index in strings.indices { unsafe free(UnsafeMutablePointer(mutating: list[index])) }
    unsafe list.deallocate()
  }
  return try unsafe body(list, strings.count)
}
