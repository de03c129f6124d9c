/// A line on a terminal that is rewritten while something is going on.
///
/// Where messages do not go to a terminal, nothing is shown.
struct ProgressDisplay {
  /// A tenth of a second: more often than anyone can read would only cost time.
  private static let interval = Duration.milliseconds(100)

  private let stream: OutputStream
  private let isShown: Bool
  private let started = ContinuousClock.now
  private var lastShown: ContinuousClock.Instant?

  init(stream: OutputStream = .messages) {
    self.stream = stream
    isShown = stream.isTerminal
    if isShown { Signals.endLineOnInterrupt() }
  }

  /// Puts `line` in the place of the one before, unless that has only just been shown.
  ///
  /// A line that is too long for the terminal is left out: once it wraps, it cannot be rewritten.
  mutating func show(_ line: @autoclosure () -> String, width: (String) -> Int) throws {
    let now = ContinuousClock.now
    guard isShown, now - (lastShown ?? started) >= Self.interval else { return }
    lastShown = now
    let line = line()
    guard width(line) < stream.columns ?? .max else { return }
    try stream.write("\r" + line + Self.eraseToEndOfLine)
  }

  /// Takes the line away, before a message or at the end.
  mutating func clear() throws {
    guard lastShown != nil else { return }
    lastShown = nil
    try stream.write("\r" + Self.eraseToEndOfLine)
  }

  /// The control sequence EL of ECMA-48.
  private static let eraseToEndOfLine = "\u{1B}[K"
}
