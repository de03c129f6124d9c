/// A month, a quarter or a year as a number that grows by 1 from each to the next.
struct TrendPeriod {
  let unit: Trend.Unit
  let number: Int

  /// The period that a date lies in; nil if the date is not as fine as that, and for issues.
  ///
  /// - Parameters:
  ///   - date: `2022`, `2022-08` or `2022-08-30`.
  ///   - unit: How long the period is.
  init?(of date: String, _ unit: Trend.Unit) {
    let parts = date.split(separator: "-").map { Int($0) }
    guard let year = parts.first ?? nil, (0...9_999).contains(year) else { return nil }
    let month = parts.count > 1 ? parts[1].flatMap { (1...12).contains($0) ? $0 : nil } : nil
    self.unit = unit
    switch unit {
    case .issue: return nil
    case .year: number = year
    case .quarter:
      guard let month else { return nil }
      number = year * 4 + (month - 1) / 3
    case .month:
      guard let month else { return nil }
      number = year * 12 + month - 1
    }
  }

  /// The period that ``label`` writes so.
  init?(label: String, _ unit: Trend.Unit) {
    let parts = label.split(separator: "-")
    let isQuarter = parts.count == 2 && parts[1].hasPrefix("Q")
    guard isQuarter, let quarter = Int(parts[1].dropFirst()) else {
      self.init(of: label, unit)
      return
    }
    self.init(of: "\(parts[0])-\(quarter * 3)", unit)
  }

  init(_ unit: Trend.Unit, number: Int) {
    self.unit = unit
    self.number = number
  }

  /// How many periods a year has.
  private var perYear: Int {
    switch unit {
    case .month: 12
    case .quarter: 4
    case .year, .issue: 1
    }
  }

  var year: Int { number / perYear }
  /// The place of the period in its year, from 1.
  var place: Int { number % perYear + 1 }

  /// `2022-08`, `2022-Q3`, `2022`.
  var label: String {
    switch unit {
    case .month: "\(year)-\(place < 10 ? "0" : "")\(place)"
    case .quarter: "\(year)-Q\(place)"
    case .year, .issue: "\(year)"
    }
  }
}
