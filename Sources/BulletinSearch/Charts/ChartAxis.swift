/// What runs from left to right below a chart: its extent, and what may be written there.
public struct ChartAxis: Sendable, Equatable {
  /// The first and the last position.
  public var range: ClosedRange<Double>
  /// Ticks in several densities, the densest first; the first whose labels have room is taken.
  public var levels: [[Tick]]
  /// Stretches for which there is nothing to say, shaded.
  public var gaps: [ClosedRange<Double>] = []
  /// Where one part ends and another begins, with the name of what begins there.
  public var parts: [Tick] = []

  /// A place that has a label.
  public struct Tick: Sendable, Equatable {
    /// Where it stands.
    public var position: Double
    /// What it is called.
    public var label: String

    /// A tick.
    public init(position: Double, label: String) {
      self.position = position
      self.label = label
    }
  }

  /// An axis.
  public init(range: ClosedRange<Double>, levels: [[Tick]]) {
    self.range = range
    self.levels = levels
  }
}

// MARK: - Axes of places

extension ChartAxis {
  /// Places 0, 1, 2 … with a label each, of which every second, fifth, tenth … is written where all have no room.
  public static func places(_ labels: [String]) -> ChartAxis {
    let last = max(labels.count - 1, 0)
    var steps: [Int] = []
    var power = 1
    while power <= max(last, 1) {
      steps += [1, 2, 5].map { $0 * power }
      power *= 10
    }
    return ChartAxis(
      range: 0...Double(last),
      levels: steps.map { step in
        stride(from: 0, to: labels.count, by: step).map {
          Tick(position: Double($0), label: labels[$0])
        }
      })
  }

  /// The months 0, 1, 2 … from the first to the last.
  public static func months(
    from first: (year: Int, month: Int), through last: (year: Int, month: Int)
  ) -> ChartAxis {
    periods(from: first.year * 12 + first.month - 1, through: last.year * 12 + last.month - 1, 12) {
      year, month in month == 0 ? "\(year)" : padded(year, month + 1)
    }
  }

  /// The quarters 0, 1, 2 … from the first to the last.
  public static func quarters(
    from first: (year: Int, quarter: Int), through last: (year: Int, quarter: Int)
  ) -> ChartAxis {
    periods(from: first.year * 4 + first.quarter - 1, through: last.year * 4 + last.quarter - 1, 4)
    {
      year, quarter in quarter == 0 ? "\(year)" : "\(year)-Q\(quarter + 1)"
    }
  }

  /// The years 0, 1, 2 … from the first to the last.
  public static func years(from first: Int, through last: Int) -> ChartAxis {
    periods(from: first, through: last, 1) { year, _ in "\(year)" }
  }

  /// The days from one to another, each at the number of days since 1970-01-01 that it is.
  ///
  /// ``position(year:month:day:)`` tells that number.
  public static func days(
    from first: (year: Int, month: Int, day: Int), through last: (year: Int, month: Int, day: Int)
  ) -> ChartAxis {
    let start = position(year: first.year, month: first.month, day: first.day)
    let end = max(position(year: last.year, month: last.month, day: last.day), start)
    var axis = months(from: (first.year, first.month), through: (last.year, last.month))
    let firstMonth = first.year * 12 + first.month - 1
    axis.levels = axis.levels.map { level in
      level.compactMap { tick in
        let month = firstMonth + Int(tick.position)
        let day = position(year: month / 12, month: month % 12 + 1, day: 1)
        return day < start || day > end ? nil : Tick(position: day, label: tick.label)
      }
    }
    axis.range = start...end
    // Where no month begins between them, the days themselves are named.
    if axis.levels.allSatisfy({ $0.count < 2 }) {
      let ends = [(start, first), (end, last)].map { position, date in
        Tick(
          position: position,
          label: padded(date.year, date.month) + (date.day < 10 ? "-0" : "-") + "\(date.day)")
      }
      axis.levels.insert(start == end ? [ends[0]] : ends, at: 0)
    }
    return axis
  }

  /// How many days a date is behind 1970-01-01 in the Gregorian calendar.
  ///
  /// Years begin in March here, so that the day that not all of them have is the last (Howard Hinnant, *chrono-Compatible
  /// Low-Level Date Algorithms*, `days_from_civil`).
  public static func position(year: Int, month: Int, day: Int) -> Double {
    let year = month > 2 ? year : year - 1
    let era = (year >= 0 ? year : year - 399) / 400
    let yearOfEra = year - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return Double(era * 146_097 + dayOfEra - 719_468)
  }

  /// Periods of which a year has `perYear`, by their numbers since the year 0.
  private static func periods(
    from first: Int, through last: Int, _ perYear: Int, _ label: (Int, Int) -> String
  ) -> ChartAxis {
    let last = max(first, last)
    // Whole parts of a year, then 1, 2, 5, 10 … years.
    var steps = [1, 2, 3, 6].filter { $0 < perYear && perYear.isMultiple(of: $0) }
    var years = 1
    while years * perYear <= max(last - first, perYear) {
      steps += [1, 2, 5].map { $0 * years * perYear }
      years *= 10
    }
    let levels = steps.map { step in
      stride(from: (first + step - 1) / step * step, through: last, by: step).map { number in
        Tick(
          position: Double(number - first), label: label(number / perYear, number % perYear))
      }
    }
    // A year stands for its first period only beside other years.
    let full = (first...last).count == 1
    return ChartAxis(
      range: 0...Double(last - first),
      levels: full ? [[Tick(position: 0, label: label(first / perYear, first % perYear))]] : levels)
  }

  private static func padded(_ year: Int, _ month: Int) -> String {
    "\(year)-\(month < 10 ? "0" : "")\(month)"
  }
}
