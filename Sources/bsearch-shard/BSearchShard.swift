internal import AnswerRecords
internal import BulletinSearch
internal import ShardService

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// A shard of a collection, or what puts the answers of shards together, on standard input and output, as `bsearch shard` and
/// `bsearch gather` start it.
///
/// It ends with its input, and when nobody reads what it says.
@main
enum BSearchShard {
  static func main() {
    signal(SIGPIPE, SIG_IGN)
    guard let arguments = CommandLineTexts.arguments,
      let settings = CompanionSettings(arguments: arguments)
    else { fail("it is started by `bsearch shard` or `bsearch gather`") }
    var input = LineInput()
    if settings.options.isEmpty {
      MappingFaults.report("bsearch-shard: \(settings.index) was shortened\n", exitStatus: failure)
      do {
        let lines = ShardLines(try BulletinIndex(path: settings.index))
        while let line = input.next() { say(lines.answer(line)) }
      } catch {
        fail("\(settings.index): \(error)")
      }
    } else if settings.options.count == 2, settings.options[0] == "--shards",
      let count = Int(settings.options[1]), count > 0
    {
      let lines = GatherLines(shardCount: count)
      while let line = input.next() {
        if let answer = lines.answer(line) { say(answer) }
      }
    } else {
      fail("it is started by `bsearch shard` or `bsearch gather`")
    }
    exit(success)
  }

  private static let success: Int32 = 0
  private static let failure: Int32 = 2

  /// Writes a line; ends if nobody reads it.
  private static func say(_ text: String) {
    if !write(Array(text.utf8) + [UInt8(ascii: "\n")], to: STDOUT_FILENO) { exit(success) }
  }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { buffer in
        #if canImport(Glibc)
          Glibc.write(descriptor, buffer.baseAddress, buffer.count)
        #else
          Darwin.write(descriptor, buffer.baseAddress, buffer.count)
        #endif
      }
      guard count >= 0 else {
        if errno == EINTR { continue }
        return false
      }
      rest = rest.dropFirst(count)
    }
    return true
  }

  private static func fail(_ message: String) -> Never {
    _ = write(Array("bsearch-shard: \(message)\n".utf8), to: STDERR_FILENO)
    exit(failure)
  }
}

/// Standard input, line by line.
struct LineInput {
  private var buffer = [UInt8](repeating: 0, count: 1 << 16)
  /// What was read and not yet taken, from ``start`` on.
  private var bytes: [UInt8] = []
  private var start = 0
  /// Up to where no line ends.
  private var searched = 0
  private var isAtEnd = false

  /// The next line without its end; nil if there is none.
  ///
  /// Empty lines are none.
  mutating func next() -> [UInt8]? {
    while true {
      if let end = bytes[searched...].firstIndex(of: UInt8(ascii: "\n")) {
        let line = Array(bytes[start..<end])
        (start, searched) = (end + 1, end + 1)
        if !line.isEmpty { return line }
        continue
      }
      bytes.removeFirst(start)
      (start, searched) = (0, bytes.count)
      guard !isAtEnd else {
        defer { bytes = [] }
        searched = 0
        return bytes.isEmpty ? nil : bytes
      }
      readMore()
    }
  }

  private mutating func readMore() {
    let count = buffer.withUnsafeMutableBytes { read(STDIN_FILENO, $0.baseAddress, $0.count) }
    if count > 0 {
      bytes += buffer[..<count]
    } else if count == 0 || errno != EINTR {
      isAtEnd = true
    }
  }
}
