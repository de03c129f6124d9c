/// When to use colours, or links.
enum ColorChoice: String, CaseIterable, Sendable {
  case auto
  case always
  case never

  /// Whether to use them on `stream`.
  ///
  /// `auto` follows <https://no-color.org>: who wants no colours wants plain text.
  func isOn(for stream: OutputStream) -> Bool {
    switch self {
    case .always: true
    case .never: false
    case .auto:
      stream.isTerminal && Environment.value("NO_COLOR") == nil
        && Environment.value("TERM") != "dumb"
    }
  }
}
