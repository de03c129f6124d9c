internal import AnswerRecords
internal import AssistantServer
internal import BulletinSearch

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// A server of the Model Context Protocol on standard input and output, as `bsearch mcp` starts it.
///
/// It holds no library of HTTP and opens no port: who can write to its input can read the index anyhow. It ends with its
/// input, and when nobody reads what it says.
@main
enum BSearchMCP {
  static func main() {
    signal(SIGPIPE, SIG_IGN)
    guard let arguments = CommandLineTexts.arguments,
      let settings = CompanionSettings(arguments: arguments), settings.options.isEmpty
    else { fail("bsearch mcp") }
    MappingFaults.report("bsearch-mcp: \(settings.index) was shortened\n", exitStatus: failure)
    var server = AssistantServer(language: settings.language, settings: settings)
    var queue = MessageQueue()
    var input = InputReader(descriptor: STDIN_FILENO)
    while true {
      while queue.count > 0 {
        let answer = server.answerNext(of: &queue) { queue in input.readWhatIsThere(into: &queue) }
        if let answer, !say(answer) { exit(success) }
      }
      guard input.readMore(into: &queue) else { break }
    }
    exit(success)
  }

  private static let success: Int32 = 0
  private static let failure: Int32 = 2

  /// Writes all of a text; false if nobody reads it.
  private static func say(_ text: String, to descriptor: Int32 = STDOUT_FILENO) -> Bool {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      guard count >= 0 else {
        if errno == EINTR { continue }
        return false
      }
      rest = rest.dropFirst(count)
    }
    return true
  }

  private static func fail(_ command: String) -> Never {
    _ = say("bsearch-mcp: it is started by `\(command)`\n", to: STDERR_FILENO)
    exit(failure)
  }
}

/// Reads bytes as they come.
struct InputReader {
  let descriptor: Int32
  private var isAtEnd = false
  private var buffer = [UInt8](repeating: 0, count: 1 << 16)
  /// How many messages may wait before no more is read: who writes on has to wait.
  private static let mostWaiting = 256

  init(descriptor: Int32) { self.descriptor = descriptor }

  /// Waits for bytes and adds them; false if there are no more, and nothing is left to answer.
  mutating func readMore(into queue: inout MessageQueue) -> Bool {
    guard !isAtEnd else { return false }
    let count = buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
    if count > 0 {
      queue.add(buffer[..<count])
    } else if count == 0 || errno != EINTR {
      isAtEnd = true
      queue.finish()
    }
    return true
  }

  /// Adds what has come, without waiting.
  mutating func readWhatIsThere(into queue: inout MessageQueue) {
    while !isAtEnd, queue.count < Self.mostWaiting {
      var waited = pollfd(descriptor, Int16(POLLIN))
      guard poll(&waited, 1, 0) > 0 else { return }
      _ = readMore(into: &queue)
    }
  }
}

extension pollfd {
  fileprivate init(_ descriptor: Int32, _ events: Int16) {
    self.init(fd: descriptor, events: events, revents: 0)
  }
}
