#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// The time of the system.
enum Clock {
  /// Nanoseconds since 1970.
  static var nanoseconds: Int64 {
    var time = timespec()
    unsafe clock_gettime(CLOCK_REALTIME, &time)
    return nanoseconds(of: time)
  }

  /// A time in nanoseconds since 1970, as near as 64 bits come: file systems and archives have times
  /// that are farther away than 1677 and 2262.
  static func nanoseconds(of time: timespec) -> Int64 {
    let (whole, isTooFar) = Int64(time.tv_sec).multipliedReportingOverflow(by: 1_000_000_000)
    guard !isTooFar else { return time.tv_sec < 0 ? .min : .max }
    return whole.addingClamped(Int64(time.tv_nsec))
  }
}
