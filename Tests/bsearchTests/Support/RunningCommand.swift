import AnswerRecords
import TestSupport

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A command that goes on while the test does other things; it is killed if it is dropped.
struct RunningCommand: ~Copyable {
  /// How long something is waited for that should come soon.
  static let patience = Duration.seconds(20)
  private static let interval = Duration.milliseconds(5)

  private let process: pid_t
  private let outputs: TemporaryDirectory
  private var hasEnded = false

  init(process: pid_t, outputs: consuming TemporaryDirectory) {
    self.process = process
    self.outputs = outputs
  }

  deinit {
    guard !hasEnded else { return }
    kill(process, SIGKILL)
    waitpid(process, nil, 0)
  }

  /// What it has written to standard error so far.
  var messages: String {
    get throws { try text("messages") }
  }

  func send(_ signal: Int32) {
    kill(process, signal)
  }

  /// Waits until it has ended, and kills it if that is not within `limit`; nil for however long it takes.
  consuming func outcome(within limit: Duration? = nil) throws -> Command.Outcome {
    var status: Int32 = 0
    if let limit {
      // Its number stays its own until somebody has asked for its status.
      var information = siginfo_t()
      let options = WEXITED | WNOHANG | WNOWAIT
      let hasEnded = Self.wait(atMost: limit) {
        waitid(P_PID, id_t(process), &information, options) == 0 && information.si_signo != 0
      }
      if !hasEnded { send(SIGKILL) }
    }
    while waitpid(process, &status, 0) < 0 {
      guard errno == EINTR else { throw Command.SpawnError(errno: errno) }
    }
    hasEnded = true
    // The macros WIFSIGNALED, WTERMSIG and WEXITSTATUS are not there in Swift.
    let signal = status & 0x7F
    return Command.Outcome(
      status: signal == 0 ? (status >> 8) & 0xFF : 128 + signal, output: try text("output"),
      messages: try text("messages"))
  }

  /// Waits until something holds.
  ///
  /// - Returns: False if it does not within `limit`.
  static func wait(
    atMost limit: Duration = patience, until isTime: () throws -> Bool
  ) rethrows -> Bool {
    let start = ContinuousClock.now
    while try !isTime() {
      guard start.duration(to: .now) < limit else { return false }
      usleep(UInt32(interval / .microseconds(1)))
    }
    return true
  }

  private func text(_ name: String) throws -> String {
    // The shell may not have made it yet.
    guard try outputs.names.contains(name) else { return "" }
    return String(decoding: try readFile(outputs.path + "/" + name), as: UTF8.self)
  }
}
