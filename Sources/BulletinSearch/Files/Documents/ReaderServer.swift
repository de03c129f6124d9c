#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

internal import CPlatform

/// A program that reads documents one after the other, each in a process of its own.
///
/// It is `csandbox_serve` that answers; its comment says how. A process that reads a document is a copy of the program
/// as it was before the first, so it begins in a fraction of the time that starting a program takes, and what is in one
/// document cannot touch the text of another. This needs one server for each thread that reads: it ends with its thread.
@safe final class ReaderServer {
  /// How the reading of a document ended.
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
  /// The bytes of a request, as `csandbox_serve` has them.
  private static let requestSize = 16

  private let program: ChildProcess
  private let socket: Int32
  /// Whether it can read another document.
  private(set) var isUsable = true

  /// Starts one; nil if that fails.
  ///
  /// - Parameters:
  ///   - path: The program, which serves standard input if it is called with `--serve`.
  ///   - environment: All of its environment.
  init?(_ path: String, environment: [String]) {
    var ends: [Int32] = [-1, -1]
    guard unsafe cplatform_socket_pair(&ends) == 0 else { return nil }
    defer { close(ends[1]) }
    guard
      let program = ChildProcess.start(
        path, ["--serve"], environment: environment, input: ends[1])
    else {
      close(ends[0])
      return nil
    }
    self.program = program
    socket = ends[0]
  }

  deinit { close(socket) }

  /// Has a document read.
  ///
  /// - Parameters:
  ///   - input: The document, at its beginning.
  ///   - argument: What the program is told of it, at most 15 bytes.
  ///   - limit: The most bytes that may come of it.
  ///   - time: The longest that it may take.
  ///   - isCancelled: Asked now and then whether to wait no longer.
  /// - Returns: What was written and how the process that wrote it ended. After any end but that by itself or a signal
  ///   the server is not usable.
  func read(
    _ input: Int32, _ argument: String, atMost limit: Int, within time: Duration,
    unless isCancelled: () -> Bool
  ) -> (output: [UInt8], end: End) {
    let start = ContinuousClock.now
    guard let output = request(input, argument) else { return ([], gone()) }
    defer { close(output) }
    var bytes: [UInt8] = []
    var isOpen = true
    var reply = Reply()
    while isOpen || reply.status == nil {
      var waited = [
        pollfd(fd: isOpen ? output : -1, events: Int16(POLLIN), revents: 0),
        pollfd(fd: reply.status == nil ? socket : -1, events: Int16(POLLIN), revents: 0),
      ]
      _ = unsafe poll(&waited, nfds_t(waited.count), Self.patience)
      if waited[0].revents != 0 {
        let chunk = Self.next(output, atMost: Self.chunkSize) ?? []
        bytes += chunk
        isOpen = !chunk.isEmpty
      }
      if waited[1].revents != 0 {
        guard let answer = Self.next(socket, atMost: Reply.size), !answer.isEmpty else {
          return (bytes, gone())
        }
        reply.bytes += answer
      }
      var cause: End?
      if bytes.count > limit { cause = .flood }
      if isCancelled() { cause = .cancelled }
      if start.duration(to: .now) > time { cause = .timeout }
      guard let cause else { continue }
      // Where the server has reported its end, nothing is left of the process.
      if let process = reply.process, reply.status == nil { kill(-process, SIGKILL) }
      isUsable = false
      return (bytes, cause)
    }
    let status = reply.status ?? SIGKILL
    let signal = status & 0x7F
    return (bytes, signal == 0 ? .exit(status >> 8 & 0xFF) : .signal(signal))
  }

  /// The server itself has ended, which no document should be able to make it do.
  private func gone() -> End {
    isUsable = false
    return .signal(SIGKILL)
  }

  /// Asks for a document; nil if that fails.
  private func request(_ input: Int32, _ argument: String) -> Int32? {
    var ends: [Int32] = [-1, -1]
    guard unsafe cplatform_pipe(&ends) == 0 else { return nil }
    defer { close(ends[1]) }
    var bytes = Array(argument.utf8.prefix(Self.requestSize - 1))
    bytes += [UInt8](repeating: 0, count: Self.requestSize - bytes.count)
    guard unsafe cplatform_send(socket, bytes, Int32(bytes.count), [input, ends[1]]) == 0 else {
      close(ends[0])
      return nil
    }
    return ends[0]
  }

  /// The next bytes that were written, none at the end; nil if they cannot be read.
  private static func next(_ descriptor: Int32, atMost size: Int) -> [UInt8]? {
    while true {
      var result = 0
      let chunk = unsafe [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
        result = unsafe system_read(descriptor, buffer.baseAddress, buffer.count)
        count = max(result, 0)
      }
      if result >= 0 { return chunk }
      guard errno == EINTR else { return nil }
    }
  }
}

/// What a server has answered so far: two numbers of 32 bits.
private struct Reply {
  static let size = 8
  var bytes: [UInt8] = []

  /// The process that reads, and its group.
  var process: pid_t? { number(at: 0) }
  /// How it ended.
  var status: Int32? { number(at: 4) }

  private func number(at offset: Int) -> Int32? {
    guard bytes.count >= offset + 4 else { return nil }
    let value = bytes[offset..<offset + 4].reversed().reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    return Int32(truncatingIfNeeded: value)
  }
}

private func system_read(_ descriptor: Int32, _ buffer: UnsafeMutablePointer<UInt8>?, _ count: Int)
  -> Int
{
  unsafe read(descriptor, buffer, count)
}
