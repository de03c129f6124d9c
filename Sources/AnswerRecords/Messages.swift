/// The words for people who use the programs.
///
/// Each is written once in both languages, side by side, so that none is forgotten.
package struct Messages: Sendable {
  package let language: Language

  package init(language: Language) { self.language = language }

  /// The one of two wordings that is wanted.
  package func say(
    _ chinese: @autoclosure () -> String, _ english: @autoclosure () -> String
  ) -> String {
    switch language {
    case .chinese: chinese()
    case .english: english()
    }
  }

  /// `3 篇`, `1 article` or `3 articles`.
  package func count(_ count: Int, _ measure: String, _ singular: String, _ plural: String? = nil)
    -> String
  {
    say(
      "\(grouped(count)) \(measure)",
      "\(grouped(count)) \(count == 1 ? singular : plural ?? singular + "s")")
  }

  /// What stands between a thing and what is said of it.
  package var colon: String { say("：", ": ") }

  /// Joins the parts of an enumeration.
  package func list(_ parts: [String]) -> String {
    parts.joined(separator: say("，", ", "))
  }
}

/// The digits of `number` in groups of three: `43,210`.
package func grouped(_ number: Int) -> String {
  var text = ""
  for (place, digit) in String(number.magnitude).reversed().enumerated() {
    if place > 0, place.isMultiple(of: 3) { text.append(",") }
    text.append(digit)
  }
  return (number < 0 ? "-" : "") + String(text.reversed())
}

/// `number` with so many digits after the point.
package func fixed(_ number: Double, digits: Int) -> String {
  let scale = (0..<digits).reduce(1) { scale, _ in scale * 10 }
  let scaled = Int((number * Double(scale)).rounded())
  guard digits > 0 else { return String(scaled) }
  let fraction = String(scaled % scale)
  return "\(scaled / scale)." + String(repeating: "0", count: digits - fraction.count) + fraction
}

extension Duration {
  /// `0.6 ms`, or `12.34 s` from one second.
  package var shortDescription: String {
    self < .seconds(1)
      ? "\(fixed(milliseconds, digits: 1)) ms" : "\(fixed(milliseconds / 1000, digits: 2)) s"
  }
}
