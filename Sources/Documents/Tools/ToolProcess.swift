internal import CSandbox

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

package import Bulletins

/// A tool that reads a document, and what it says.
@safe package struct ToolProcess: ~Copyable {
  /// How a tool ended.
  package struct Outcome: Equatable, Sendable {
    /// The status with which it ended by itself; nil if a signal ended it.
    package var status: Int32?
    package var signal: Int32?
    /// The beginning of what it wrote to standard error.
    package var messages: String
  }

  private static let chunkSize = 1 << 16
  private static let mostMessages = 1 << 16
  /// The status of a program that is not there.
  private static let notFound: Int32 = 127

  /// The language of messages, and how the C library of Linux gets memory: a tool lives for a fraction of a second, and
  /// pages that it gives back and asks for again take a twentieth of that.
  private static let environment = [
    "LC_ALL=C.UTF-8", "PATH=/usr/bin:/bin",
    "GLIBC_TUNABLES=glibc.malloc.hugetlb=1:glibc.malloc.top_pad=4194304"
      + ":glibc.malloc.trim_threshold=268435456:glibc.malloc.mmap_threshold=33554432",
  ]

  private let tool: DocumentTool
  private let process: pid_t
  private let output: Int32
  private let errors: Int32
  private var messages: [UInt8] = []
  private var isOutputOpen = true
  private var areErrorsOpen = true
  private var isWaitedFor = false

  private init(_ tool: DocumentTool, _ process: pid_t, output: Int32, errors: Int32) {
    self.tool = tool
    self.process = process
    self.output = output
    self.errors = errors
  }

  /// - Throws: ``DocumentProblem/toolFailed(_:)`` if it cannot be started.
  static func start(
    _ tool: DocumentTool, at path: String, _ arguments: [String], input: Int32
  ) throws(DocumentProblem) -> ToolProcess {
    guard let output = pipe(), let errors = pipe() else { throw .toolFailed(tool) }
    lseek(input, 0, SEEK_SET)
    let process = unsafe withCStrings([path] + arguments) { arguments, _ in
      unsafe withCStrings(environment) { environment, _ in
        unsafe csandbox_spawn(
          path, UnsafePointer(OpaquePointer(arguments)), UnsafePointer(OpaquePointer(environment)),
          input, output.end, errors.end)
      }
    }
    close(output.end)
    close(errors.end)
    guard process >= 0 else {
      close(output.start)
      close(errors.start)
      throw .toolFailed(tool)
    }
    return ToolProcess(tool, process, output: output.start, errors: errors.start)
  }

  deinit {
    close(output)
    close(errors)
    if !isWaitedFor {
      kill(process, SIGKILL)
      var status: Int32 = 0
      unsafe waitpid(process, &status, 0)
    }
  }

  /// The next bytes that it writes to standard output; none at the end.
  ///
  /// - Throws: ``DocumentProblem/toolFailed(_:)`` if they cannot be read.
  package mutating func next() throws(DocumentProblem) -> [UInt8] {
    while isOutputOpen {
      var polled = [
        pollfd(fd: output, events: Int16(POLLIN), revents: 0),
        pollfd(fd: areErrorsOpen ? errors : -1, events: Int16(POLLIN), revents: 0),
      ]
      let count = unsafe poll(&polled, 2, -1)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw .toolFailed(tool) }
      if polled[1].revents != 0 { readMessages() }
      guard polled[0].revents != 0 else { continue }
      guard let chunk = DescriptorBytes.next(output, atMost: Self.chunkSize) else {
        throw .toolFailed(tool)
      }
      if !chunk.isEmpty { return chunk }
      isOutputOpen = false
    }
    return []
  }

  /// All that is left of what it writes.
  ///
  /// - Throws: ``DocumentProblem/limit(_:)`` if that is more than `limit` bytes.
  package mutating func rest(atMost limit: Int) throws(DocumentProblem) -> [UInt8] {
    var bytes: [UInt8] = []
    while true {
      let chunk = try next()
      guard !chunk.isEmpty else { return bytes }
      bytes += chunk
      guard bytes.count <= limit else { throw .limit(.textBytes) }
    }
  }

  /// Waits until it has ended, after all that it wrote was read.
  ///
  /// - Throws: ``DocumentProblem/limit(_:)`` if it was ended because it took too much time,
  ///   ``DocumentProblem/toolMissing(_:)`` if it could not be run.
  package mutating func outcome() throws(DocumentProblem) -> Outcome {
    while areErrorsOpen { readMessages() }
    var status: Int32 = 0
    while unsafe waitpid(process, &status, 0) < 0 {
      guard errno == EINTR else { throw .toolFailed(tool) }
    }
    isWaitedFor = true
    let signal = status & 0x7F
    // Where only a hard limit is set, the kernel kills.
    if signal == SIGXCPU || signal == SIGKILL { throw .limit(.time) }
    let code = status >> 8 & 0xFF
    if signal == 0, code == Self.notFound { throw .toolMissing(tool) }
    return Outcome(
      status: signal == 0 ? code : nil, signal: signal == 0 ? nil : signal,
      messages: String(decoding: messages, as: UTF8.self))
  }

  private mutating func readMessages() {
    guard let chunk = DescriptorBytes.next(errors, atMost: Self.chunkSize), !chunk.isEmpty else {
      areErrorsOpen = false
      return
    }
    messages += chunk.prefix(Self.mostMessages - messages.count)
  }

  /// A pipe that no other program inherits.
  private static func pipe() -> (start: Int32, end: Int32)? {
    var ends: [Int32] = [-1, -1]
    guard unsafe system_pipe(&ends) == 0 else { return nil }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return (ends[0], ends[1])
  }
}

private func system_pipe(_ ends: UnsafeMutablePointer<Int32>) -> Int32 {
  unsafe pipe(ends)
}
