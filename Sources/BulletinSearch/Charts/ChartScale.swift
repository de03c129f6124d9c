/// The axis of values: where it begins and ends, and the values that are written beside it.
///
/// Steps are 1, 2 or 5 times a power of ten, so that between two of them people can read what they mean.
struct ChartScale: Equatable {
  let lower: Double
  let upper: Double
  /// How far it is from one tick to the next.
  let step: Double
  let ticks: [Double]
  /// How many digits behind the point tell the ticks apart.
  private let digits: Int

  /// - Parameters:
  ///   - values: What has to have room; those that are no numbers are left out.
  ///   - beginsAtZero: Whether 0 has to be there, though no value is.
  ///   - tickCount: About how many ticks there are.
  init(_ values: [Double], beginsAtZero: Bool, tickCount: Int = 5) {
    let values = values.filter { $0.isFinite && abs($0) < Self.largest }
    var low = values.min() ?? 0
    var high = values.max() ?? 1
    if beginsAtZero || values.isEmpty { (low, high) = (min(low, 0), max(high, 0)) }
    if low == high {
      // A single value has as much room above as below, or above zero all of it.
      let margin = low == 0 ? 1 : abs(low) / 5
      (low, high) =
        beginsAtZero ? (min(low, 0), max(high, low == 0 ? 1 : 0)) : (low - margin, high + margin)
    }
    let isWhole = beginsAtZero && values.allSatisfy { $0 == $0.rounded() }
    (step, digits) = Self.step((high - low) / Double(tickCount), isWhole: isWhole)
    let first = (low / step).rounded(.down)
    let last = (high / step).rounded(.up)
    lower = first * step
    upper = last * step
    let step = step
    ticks = stride(from: first, through: last, by: 1).map { $0 * step }
  }

  /// Larger numbers are no figures of a bulletin, and their steps could not be told apart.
  private static let largest = 1e15

  /// The least of 1, 2, 5, 10 … times a power of ten that is not below `rough`.
  private static func step(_ rough: Double, isWhole: Bool) -> (step: Double, digits: Int) {
    var power = 1.0
    var digits = 0
    while power * 10 <= rough { power *= 10 }
    while !isWhole, power > rough, digits < maximumDigits {
      digits += 1
      // Not by multiplying with 0.1, which is no exact number.
      power = 1 / (0..<digits).reduce(1.0) { power, _ in power * 10 }
    }
    for factor in [1.0, 2, 5] where factor * power >= rough { return (factor * power, digits) }
    return (10 * power, max(digits - 1, 0))
  }

  private static let maximumDigits = 9

  /// What is written beside a tick: `1,500`, `0.25`, `−3`.
  func label(_ tick: Double) -> String {
    ChartNumber.text(tick, digits: digits)
  }

  /// How far a value is from the lower end, as a part of the whole.
  func share(_ value: Double) -> Double { (value - lower) / (upper - lower) }
}

/// Numbers in a chart.
enum ChartNumber {
  /// A number with so many digits behind the point, and those before it in groups of three.
  static func text(_ value: Double, digits: Int) -> String {
    let scale = (0..<digits).reduce(1.0) { scale, _ in scale * 10 }
    let scaled = (abs(value) * scale).rounded()
    guard scaled < 1e18 else { return "\(value)" }
    let number = Int(scaled)
    let whole = Int(scale)
    var text = ""
    for (place, digit) in "\(number / whole)".reversed().enumerated() {
      if place > 0, place.isMultiple(of: 3) { text.append(",") }
      text.append(digit)
    }
    text = String(text.reversed())
    if digits > 0 {
      let fraction = "\(number % whole)"
      text += "." + String(repeating: "0", count: digits - fraction.count) + fraction
    }
    return value < 0 && number > 0 ? "\u{2212}" + text : text
  }

  /// A coordinate in tenths of a pixel.
  static func coordinate(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    let sign = tenths < 0 ? "-" : ""
    let (whole, tenth) = (abs(tenths) / 10, abs(tenths) % 10)
    return tenth == 0 ? "\(sign)\(whole)" : "\(sign)\(whole).\(tenth)"
  }
}
