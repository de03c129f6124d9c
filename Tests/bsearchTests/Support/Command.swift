import FoundationEssentials
import TestSupport

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Runs the command as it was built.
///
/// Foundation has a type for this, but its own ICU does not go together with the system's in one
/// module.
struct Command {
  struct Outcome {
    var status: Int32
    var output: String
    var messages: String
  }

  struct SpawnError: Error {
    var errno: Int32
  }

  /// The folder to run in.
  var folder: String
  var environment: [String: String] = [:]

  /// Runs `bsearch` with `arguments` and waits for it to end.
  ///
  /// It has no locale, no colours and no index but those that the test gives it.
  func run(_ arguments: String...) throws -> Outcome {
    try run(script: #"exec "$BSEARCH" "$@""#, arguments)
  }

  func run(_ arguments: [String]) throws -> Outcome {
    try run(script: #"exec "$BSEARCH" "$@""#, arguments)
  }

  /// Runs a line of shell in which `$BSEARCH` is the command.
  func shell(_ line: String) throws -> Outcome {
    try run(script: line, [])
  }

  /// Runs `bsearch` with `arguments`, waits until `isTime` and then for `delay`, and kills it.
  ///
  /// - Returns: What it did; the status is 137 if it was killed before it ended by itself.
  func kill(_ arguments: [String], when isTime: () -> Bool, after delay: Duration) throws -> Outcome
  {
    try run(script: #"exec "$BSEARCH" "$@""#, arguments) { process in
      var waited = Duration.zero
      while !isTime(), waited < Self.longestWait {
        usleep(UInt32(Self.pollInterval / .microseconds(1)))
        waited += Self.pollInterval
      }
      usleep(UInt32(delay / .microseconds(1)))
      // If it has ended, it still has its number, because nobody has asked for its status.
      Self.kill(process)
    }
  }

  private static let longestWait = Duration.seconds(5)
  private static let pollInterval = Duration.microseconds(100)

  /// Begins to run `bsearch` with `arguments`.
  func start(_ arguments: String...) throws -> RunningCommand {
    // Files take any amount of output, which pipes that are read one after the other do not.
    let outputs = try TemporaryDirectory()
    let process = try start(#"exec "$BSEARCH" "$@""#, arguments, outputs: outputs)
    return RunningCommand(process: process, outputs: outputs)
  }

  private static func kill(_ process: pid_t) {
    #if canImport(Glibc)
      _ = Glibc.kill(process, SIGKILL)
    #else
      _ = Darwin.kill(process, SIGKILL)
    #endif
  }

  private func run(
    script: String, _ arguments: [String], whileRunning: (pid_t) -> Void = { _ in }
  ) throws -> Outcome {
    let outputs = try TemporaryDirectory()
    let process = try start(script, arguments, outputs: outputs)
    whileRunning(process)
    return try RunningCommand(process: process, outputs: outputs).outcome()
  }

  private func start(
    _ script: String, _ arguments: [String], outputs: borrowing TemporaryDirectory
  ) throws -> pid_t {
    var variables = [
      "PATH": "/usr/bin:/bin", "BSEARCH": Self.path, "FOLDER": folder, "OUTPUTS": outputs.path,
    ]
    variables.merge(environment) { $1 }
    let prepared =
      #"cd "$FOLDER" && exec < /dev/null > "$OUTPUTS/output" 2> "$OUTPUTS/messages"; "# + script
    return try Self.spawn(
      ["/bin/sh", "-c", prepared, "sh"] + arguments, variables.map { "\($0)=\($1)" })
  }

  /// Starts a program, which heeds the signals that may be ignored or blocked here.
  private static func spawn(_ arguments: [String], _ environment: [String]) throws -> pid_t {
    var argumentPointers = arguments.map { strdup($0) } + [nil]
    var environmentPointers = environment.map { strdup($0) } + [nil]
    defer { for pointer in argumentPointers + environmentPointers { free(pointer) } }
    #if canImport(Glibc)
      var attributes = posix_spawnattr_t()
    #else
      var attributes: posix_spawnattr_t?
    #endif
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var heeded = sigset_t()
    sigemptyset(&heeded)
    for signal in [SIGINT, SIGTERM] { sigaddset(&heeded, signal) }
    posix_spawnattr_setsigdefault(&attributes, &heeded)
    var blocked = sigset_t()
    sigemptyset(&blocked)
    posix_spawnattr_setsigmask(&attributes, &blocked)
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETSIGDEF) | Int16(POSIX_SPAWN_SETSIGMASK))
    var process = pid_t()
    let code = posix_spawn(
      &process, arguments[0], nil, &attributes, &argumentPointers, &environmentPointers)
    guard code == 0 else { throw SpawnError(errno: code) }
    return process
  }

  private static let path = BuiltProgram.path("bsearch")
}
