internal import Foundation

/// Figures for a person.
enum Report {
  /// Mean, median and 99th percentile of some times.
  static func times(_ times: [Duration]) -> String {
    guard !times.isEmpty else { return "none" }
    let sorted = times.map { $0 / .milliseconds(1) }.sorted()
    let mean = sorted.reduce(0, +) / Double(sorted.count)
    let values = [mean, sorted[sorted.count / 2], sorted[sorted.count * 99 / 100]]
    let texts = values.map { String(format: "%.3f", $0) }
    return "\(sorted.count) × mean \(texts[0]) ms, median \(texts[1]) ms, p99 \(texts[2]) ms"
  }

  static func seconds(_ duration: Duration) -> String {
    String(format: "%.1f s", duration / .seconds(1))
  }

  /// A text in quotation marks, with nothing in it that a terminal acts on.
  static func quoted(_ text: String) -> String {
    let escaped = text.unicodeScalars.map { scalar in
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate,
        .unassigned:
        "\\u{\(String(scalar.value, radix: 16))}"
      default: String(scalar)
      }
    }
    return "“" + escaped.joined() + "”"
  }
}
