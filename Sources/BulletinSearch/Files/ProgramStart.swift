#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Lets other programs take the place of this one, without a shell.
package enum ProgramStart {
  /// The path of a program.
  ///
  /// - Parameter name: Its name, which is looked for in the folders of `$PATH`, or its path.
  /// - Returns: Nil if there is none that may be run.
  package static func path(of name: String) -> String? {
    guard !name.isEmpty else { return nil }
    if name.contains("/") { return ProgramPath.isExecutable(name) ? name : nil }
    return ProgramPath.searchPath.split(separator: ":", omittingEmptySubsequences: false).lazy
      .map { ($0.isEmpty ? "." : $0) + "/" + name }.first(where: ProgramPath.isExecutable)
  }

  /// The path of a program that is installed with this one: beside it, wherever links to it lead, else in a folder of `$PATH`.
  package static func companion(_ name: String) -> String? {
    ProgramPath.beside(name) ?? path(of: name)
  }

  /// Runs a program beside this process, with what it is told going nowhere, and does not wait for it.
  ///
  /// - Returns: Whether it could be started.
  package static func run(_ path: String, _ arguments: [String]) -> Bool {
    var list = unsafe arguments.map { unsafe strdup(SystemPath.characters($0)) } + [nil]
    defer { unsafe list.forEach { unsafe free($0) } }
    #if canImport(Glibc)
      var actions = unsafe posix_spawn_file_actions_t()
    #else
      var actions: posix_spawn_file_actions_t?
    #endif
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] {
      unsafe posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_RDWR, 0)
    }
    var process = pid_t()
    return unsafe posix_spawn(
      &process, SystemPath.characters(path), &actions, nil, &list, environ) == 0
  }

  /// Runs a program in the place of this process.
  ///
  /// - Parameters:
  ///   - path: The program.
  ///   - arguments: Its name and its arguments; in those that are paths, bytes that are no UTF-8 stand as `\\xFF`.
  /// - Returns: Why it cannot be run; if it can, nothing returns.
  package static func replaceProcess(_ path: String, _ arguments: [String]) -> FileProblem {
    // What this process ignores, the other one would.
    signal(SIGPIPE, SIG_DFL)
    signal(SIGXFSZ, SIG_DFL)
    let list = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>.allocate(
      capacity: arguments.count + 1)
    unsafe list.initialize(repeating: nil, count: arguments.count + 1)
    for (index, argument) in arguments.enumerated() {
      unsafe list[index] = unsafe strdup(SystemPath.characters(argument))
    }
    unsafe execv(SystemPath.characters(path), list)
    let problem = FileProblem.lastOfSystem
    for index in arguments.indices { unsafe free(list[index]) }
    unsafe list.deallocate()
    return problem
  }
}
