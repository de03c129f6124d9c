internal import AnswerRecords

/// A line on a terminal that is rewritten while something is going on.
///
/// Where messages do not go to a terminal, nothing is shown.
final class ProgressDisplay {
  /// A tenth of a second: more often than anyone can read would only cost time.
  private static let interval = Duration.milliseconds(100)
  /// The control sequence EL of ECMA-48.
  private static let eraseToEndOfLine = "\u{1B}[K"

  private let stream: OutputStream
  private let isShown: Bool
  private var lastShown = ContinuousClock.now
  private var isOnLine = false

  init(stream: OutputStream = .messages) {
    self.stream = stream
    isShown = stream.isTerminal
  }

  /// Puts `line` in the place of the one before, unless that has only just been shown.
  ///
  /// A line that is too long for the terminal is left out: once it wraps, it cannot be rewritten.
  func show(_ line: @autoclosure () -> String, width: (String) -> Int) {
    let now = ContinuousClock.now
    guard isShown, now - lastShown >= Self.interval else { return }
    lastShown = now
    let line = line()
    guard width(line) < stream.lineWidth ?? .max else { return }
    isOnLine = true
    // What cannot be shown is not missed.
    try? stream.write("\r" + line + Self.eraseToEndOfLine)
  }

  /// Takes the line away, before a message and at the end.
  func clear() {
    guard isOnLine else { return }
    isOnLine = false
    try? stream.write("\r" + Self.eraseToEndOfLine)
  }
}
