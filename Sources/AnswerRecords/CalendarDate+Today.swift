package import BulletinSearch

extension CalendarDate {
  /// The day that it is where the process runs; nil if the system does not know.
  package static var today: CalendarDate? {
    LocalDay.today.map { CalendarDate(year: $0.year, month: $0.month, day: $0.day) }
  }
}
