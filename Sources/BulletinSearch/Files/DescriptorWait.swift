#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Waits for the first of several things.
enum DescriptorWait {
  enum Outcome { case readable, timeout, ended }

  /// Waits until something can be read from `descriptor`, which may be nil, the end is requested, or
  /// `limit` has passed, without which it takes as long as it takes.
  ///
  /// The end comes before all else.
  static func wait(
    for descriptor: Int32?, or signals: TerminationSignals, within limit: Duration?
  ) -> Outcome {
    let start = ContinuousClock.now
    let events = Int16(POLLIN)
    // A descriptor below zero is passed over.
    var waited = [
      pollfd(fd: signals.descriptor, events: events, revents: 0),
      pollfd(fd: descriptor ?? -1, events: events, revents: 0),
    ]
    while true {
      let rest = limit.map { milliseconds($0 - start.duration(to: .now)) }
      let count = unsafe poll(&waited, nfds_t(waited.count), rest ?? -1)
      if count < 0, errno == EINTR || errno == EAGAIN { continue }
      // Nothing else can fail but the memory of the system.
      guard count >= 0, waited[0].revents == 0 else { return .ended }
      if waited[1].revents != 0 { return .readable }
      if let rest, rest < Int32.max { return .timeout }
    }
  }

  /// Rounded up, so that nobody asks again before the time has passed.
  private static func milliseconds(_ duration: Duration) -> Int32 {
    let count = (max(duration, .zero) / .milliseconds(1)).rounded(.up)
    return Int32(min(count, Double(Int32.max)))
  }
}
