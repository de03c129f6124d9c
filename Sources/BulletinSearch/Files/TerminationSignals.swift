#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// The wish that long work ends, as Ctrl-C and the system's shutdown express it.
///
/// Work asks ``isRequested`` between its steps, so that it can end with nothing left behind; whoever
/// waits for something waits for this as well. A wish is never taken back.
@safe public final class TerminationSignals: Sendable {
  /// The wish that signals to this process express, after ``install()``.
  public static let process = TerminationSignals()

  private static let numbers = [SIGINT, SIGTERM, SIGHUP]

  /// Becomes readable with the wish, and stays so; below zero if the system had no descriptor left.
  let descriptor: Int32
  private let writingEnd: Int32

  /// A request to terminate that has not been made.
  public init() {
    var ends: [Int32] = [-1, -1]
    let isMade = unsafe ends.withUnsafeMutableBufferPointer { ends in
      unsafe pipe(ends.baseAddress.unsafelyUnwrapped) == 0
    }
    descriptor = isMade ? ends[0] : -1
    writingEnd = isMade ? ends[1] : -1
    guard isMade else { return }
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      // A signal handler must not wait, whatever comes.
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
  }

  deinit {
    guard descriptor >= 0 else { return }
    close(descriptor)
    close(writingEnd)
  }

  /// Lets SIGINT, SIGTERM and SIGHUP express the wish of ``process`` instead of ending the process.
  ///
  /// The first of them does so; the next one ends the process at once. A signal that was ignored
  /// before, as by `nohup`, stays ignored. If the system has no descriptor left, signals go on to end
  /// the process.
  public static func install() {
    guard process.descriptor >= 0 else { return }
    unsafe handlerDescriptor = process.writingEnd
    for number in numbers where !isIgnored(number) {
      signal(number) { _ in
        // Only calls that a signal handler may make. What it interrupts may be about to read `errno`.
        let savedError = errno
        signal(SIGINT, SIG_DFL)
        signal(SIGTERM, SIG_DFL)
        signal(SIGHUP, SIG_DFL)
        var byte: UInt8 = 0
        _ = unsafe write(handlerDescriptor, &byte, 1)
        errno = savedError
      }
    }
  }

  /// Expresses the wish, from any thread.
  public func request() {
    var byte: UInt8 = 0
    _ = unsafe write(writingEnd, &byte, 1)
  }

  /// Whether the wish was expressed.
  public var isRequested: Bool {
    DescriptorWait.wait(for: nil, or: self, within: .zero) == .ended
  }

  private static func isIgnored(_ number: Int32) -> Bool {
    var action = sigaction()
    guard unsafe sigaction(number, nil, &action) == 0 else { return false }
    #if canImport(Glibc)
      let handler = unsafe action.__sigaction_handler.sa_handler
    #else
      let handler = unsafe action.__sigaction_u.__sa_handler
    #endif
    return unsafe unsafeBitCast(handler, to: UInt.self) == unsafeBitCast(SIG_IGN, to: UInt.self)
  }
}

/// Where the handler writes; it can hold no value of its own.
///
/// Written before the handler is installed, and by nothing else.
private nonisolated(unsafe) var handlerDescriptor: Int32 = -1
