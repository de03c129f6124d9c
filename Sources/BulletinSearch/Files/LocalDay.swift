#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// The day that it is where the process runs.
package enum LocalDay {
  /// Nil if the system does not know.
  package static var today: (year: Int, month: Int, day: Int)? {
    var now = time(nil)
    var local = unsafe tm()
    guard now != -1, unsafe localtime_r(&now, &local) != nil else { return nil }
    // C counts years from 1900 and months from 0.
    return unsafe (Int(local.tm_year) + 1900, Int(local.tm_mon) + 1, Int(local.tm_mday))
  }
}
