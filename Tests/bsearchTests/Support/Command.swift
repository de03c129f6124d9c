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
    // Files take any amount of output, which pipes that are read one after the other do not.
    let outputs = try TemporaryDirectory()
    var variables = [
      "PATH": "/usr/bin:/bin", "BSEARCH": Self.path, "FOLDER": folder, "OUTPUTS": outputs.path,
    ]
    variables.merge(environment) { $1 }
    let prepared =
      #"cd "$FOLDER" && exec < /dev/null > "$OUTPUTS/output" 2> "$OUTPUTS/messages"; "# + script
    let status = try Self.spawn(
      ["/bin/sh", "-c", prepared, "sh"] + arguments, variables.map { "\($0)=\($1)" },
      whileRunning: whileRunning)
    return Outcome(
      status: status,
      output: String(decoding: try readFile(outputs.path + "/output"), as: UTF8.self),
      messages: String(decoding: try readFile(outputs.path + "/messages"), as: UTF8.self))
  }

  /// Runs a program and returns its exit status, of a signal 128 and its number.
  private static func spawn(
    _ arguments: [String], _ environment: [String], whileRunning: (pid_t) -> Void
  ) throws -> Int32 {
    var argumentPointers = arguments.map { strdup($0) } + [nil]
    var environmentPointers = environment.map { strdup($0) } + [nil]
    defer { for pointer in argumentPointers + environmentPointers { free(pointer) } }
    var process = pid_t()
    let code = posix_spawn(
      &process, arguments[0], nil, nil, &argumentPointers, &environmentPointers)
    guard code == 0 else { throw SpawnError(errno: code) }
    whileRunning(process)
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 {
      guard errno == EINTR else { throw SpawnError(errno: errno) }
    }
    // The macros WIFSIGNALED, WTERMSIG and WEXITSTATUS are not there in Swift.
    let signal = status & 0x7F
    return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
  }

  /// The built command lies beside the tests.
  private static let path: String = {
    #if os(Linux)
      let tests =
        (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    #else
      let arguments = CommandLine.arguments
      let option = arguments.firstIndex(of: "--test-bundle-path") ?? 0
      let named = arguments.dropFirst(option + 1).first ?? arguments[0]
      // The program is inside of the bundle.
      let tests = named.split(separator: "/Contents/").first.map(String.init) ?? named
    #endif
    return tests.prefix(upTo: tests.lastIndex(of: "/") ?? tests.startIndex) + "/bsearch"
  }()
}
