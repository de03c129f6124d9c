#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// A program that runs beside this one, with nothing else of this process.
@safe struct ChildProcess: ~Copyable {
  private let process: pid_t

  private init(_ process: pid_t) {
    self.process = process
  }

  /// Ends it and what it has started.
  deinit {
    kill(-process, SIGKILL)
    var status: Int32 = 0
    while unsafe waitpid(process, &status, 0) < 0, errno == EINTR {}
    // Its number is its group's, which lives as long as any in it.
    kill(-process, SIGKILL)
  }

  /// Starts a program in a group of its own, so that what it starts ends with it.
  ///
  /// - Parameters:
  ///   - path: The program.
  ///   - arguments: What it is given beside its name.
  ///   - environment: All of its environment.
  ///   - input: Its standard input.
  /// - Returns: Nil if it cannot be started.
  static func start(
    _ path: String, _ arguments: [String], environment: [String], input: Int32
  ) -> ChildProcess? {
    #if canImport(Glibc)
      var actions = unsafe posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
    #else
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
    #endif
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_adddup2(&actions, input, 0)
    for output: Int32 in [1, 2] {
      unsafe posix_spawn_file_actions_addopen(&actions, output, "/dev/null", O_WRONLY, 0)
    }
    unsafe posix_spawnattr_init(&attributes)
    defer { unsafe posix_spawnattr_destroy(&attributes) }
    // What this process ignores or blocks, a program must not: it could not be ended.
    var signals = sigset_t()
    unsafe sigfillset(&signals)
    unsafe posix_spawnattr_setsigdefault(&attributes, &signals)
    unsafe sigemptyset(&signals)
    unsafe posix_spawnattr_setsigmask(&attributes, &signals)
    unsafe posix_spawnattr_setpgroup(&attributes, 0)
    unsafe posix_spawnattr_setflags(
      &attributes,
      Int16(POSIX_SPAWN_SETPGROUP) | Int16(POSIX_SPAWN_SETSIGDEF) | Int16(POSIX_SPAWN_SETSIGMASK))
    var process = pid_t()
    let code = unsafe withCStrings([path] + arguments) { arguments in
      unsafe withCStrings(environment) { environment in
        unsafe posix_spawn(
          &process, SystemPath.characters(path), &actions, &attributes, arguments, environment)
      }
    }
    return code == 0 ? ChildProcess(process) : nil
  }
}

/// Calls `body` with strings as C has them, and nil behind the last.
private func withCStrings<Result>(
  _ strings: [String], _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> Result
) -> Result {
  let list = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>.allocate(
    capacity: strings.count + 1)
  unsafe list.initialize(repeating: nil, count: strings.count + 1)
  for (index, string) in strings.enumerated() { unsafe list[index] = unsafe strdup(string) }
  defer {
    for index in strings.indices { unsafe free(list[index]) }
    unsafe list.deallocate()
  }
  return unsafe body(list)
}
