internal import BulletinSearch

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

extension CalendarDate {
  /// The day that it is where the process runs; nil if the system does not know.
  static var today: CalendarDate? {
    var now = time(nil)
    var local = tm()
    guard now != -1, localtime_r(&now, &local) != nil else { return nil }
    // C counts years from 1900 and months from 0.
    return CalendarDate(
      year: Int(local.tm_year) + 1900, month: Int(local.tm_mon) + 1, day: Int(local.tm_mday))
  }
}
