#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

internal import CPlatform

/// A program that reads an open file and writes to a pipe, with nothing else of this process.
@safe struct ChildProcess: ~Copyable {
  /// How a program ended.
  enum End: Equatable {
    /// By itself, with this status.
    case exit(Int32)
    case signal(Int32)
    /// It was ended because it took too long, or because nobody waits for it any more.
    case timeout
    case cancelled
    /// It was ended because it wrote too much.
    case flood
  }

  private static let chunkSize = 1 << 16
  /// How long it may take until somebody who wants to end is heard, in milliseconds.
  private static let patience: Int32 = 100

  private let process: pid_t
  private let output: Int32

  private init(_ process: pid_t, output: Int32) {
    self.process = process
    self.output = output
  }

  deinit {
    close(output)
  }

  /// Starts a program in a group of its own, so that what it starts ends with it.
  ///
  /// - Parameters:
  ///   - path: The program.
  ///   - arguments: What it is given beside its name.
  ///   - environment: All of its environment.
  ///   - input: Its standard input; nothing if it is negative.
  /// - Returns: Nil if it cannot be started.
  static func start(
    _ path: String, _ arguments: [String], environment: [String], input: Int32
  ) -> ChildProcess? {
    guard let pipe = pipe() else { return nil }
    defer { close(pipe.end) }
    #if canImport(Glibc)
      var actions = unsafe posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
    #else
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
    #endif
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    if input >= 0 {
      unsafe posix_spawn_file_actions_adddup2(&actions, input, 0)
    } else {
      unsafe posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    }
    unsafe posix_spawn_file_actions_adddup2(&actions, pipe.end, 1)
    unsafe posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
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
    guard code == 0 else {
      close(pipe.start)
      return nil
    }
    return ChildProcess(process, output: pipe.start)
  }

  /// All that it writes until it ends, or is ended.
  ///
  /// - Parameters:
  ///   - limit: The most bytes that it may write.
  ///   - time: The longest that it may take.
  ///   - isCancelled: Asked now and then whether to wait no longer.
  /// - Returns: What it wrote and how it ended.
  consuming func outcome(
    atMost limit: Int, within time: Duration, unless isCancelled: () -> Bool
  ) -> (output: [UInt8], end: End) {
    let start = ContinuousClock.now
    var bytes: [UInt8] = []
    var cause: End?
    while cause == nil {
      var waited = pollfd(fd: output, events: Int16(POLLIN), revents: 0)
      let count = unsafe poll(&waited, 1, Self.patience)
      if count > 0 {
        guard let chunk = next(), !chunk.isEmpty else { break }
        bytes += chunk
        if bytes.count > limit { cause = .flood }
      } else if hasEnded {
        // What it has started keeps the pipe open; nothing more is to come from itself.
        kill(-process, SIGKILL)
      }
      if isCancelled() { cause = .cancelled }
      if start.duration(to: .now) > time { cause = .timeout }
    }
    // What it has started may have outlived it, and it may have closed its output and gone on.
    let end = waitForEnd(until: start + time, unless: isCancelled, after: cause)
    return (bytes, end)
  }

  /// Waits for its end, and ends it if that takes too long or has a cause already.
  private func waitForEnd(
    until deadline: ContinuousClock.Instant, unless isCancelled: () -> Bool, after cause: End?
  ) -> End {
    var cause = cause
    var status: Int32 = 0
    while true {
      if cause != nil { kill(-process, SIGKILL) }
      let result = unsafe waitpid(process, &status, cause == nil ? WNOHANG : 0)
      if result == process { break }
      if result < 0, errno != EINTR { return cause ?? .signal(SIGKILL) }
      if cause == nil, result == 0 {
        poll(nil, 0, 1)
        if isCancelled() { cause = .cancelled }
        if ContinuousClock.now > deadline { cause = .timeout }
      }
    }
    // Its number is its group's, which lives as long as any in it.
    kill(-process, SIGKILL)
    if let cause { return cause }
    let signal = status & 0x7F
    return signal == 0 ? .exit(status >> 8 & 0xFF) : .signal(signal)
  }

  /// Whether it has ended, and its status is still to be asked for.
  private var hasEnded: Bool {
    var info = unsafe siginfo_t()
    let result = unsafe waitid(P_PID, id_t(process), &info, WEXITED | WNOHANG | WNOWAIT)
    return unsafe result == 0 && info.si_signo != 0
  }

  /// The next bytes that it wrote, none at the end; nil if they cannot be read.
  private func next() -> [UInt8]? {
    while true {
      var result = 0
      let chunk = unsafe [UInt8](unsafeUninitializedCapacity: Self.chunkSize) { buffer, count in
        result = unsafe read(output, buffer.baseAddress, buffer.count)
        count = max(result, 0)
      }
      if result >= 0 { return chunk }
      guard errno == EINTR else { return nil }
    }
  }

  /// A pipe of which no other program that is started meanwhile keeps an end open.
  private static func pipe() -> (start: Int32, end: Int32)? {
    var ends: [Int32] = [-1, -1]
    guard unsafe cplatform_pipe(&ends) == 0 else { return nil }
    return (ends[0], ends[1])
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
