internal import Foundation

/// What this process has needed so far.
struct ProcessCosts {
  var wall = ContinuousClock.now
  var cpu = Duration.zero
  /// The bytes that were given to calls that write; 0 where the system does not tell.
  var writtenByteCount = 0

  static var now: ProcessCosts {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    var costs = ProcessCosts()
    costs.cpu = .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
    costs.writtenByteCount = written
    return costs
  }

  private static var written: Int {
    guard let text = try? String(contentsOfFile: "/proc/self/io", encoding: .utf8) else { return 0 }
    let field = "wchar: "
    let line = text.split(separator: "\n").first { $0.hasPrefix(field) }
    return line.flatMap { Int($0.dropFirst(field.count)) } ?? 0
  }
}
