internal import AnswerRecords
internal import ArgumentParser

/// Short names of the formats that other programs take over: of a table, of JSON and of a chart.
struct TableFlags: ParsableArguments {
  @Flag(help: .words("CSV 表格，同 --format csv", "a table for spreadsheets, as --format csv"))
  var csv = false

  @Flag(help: .words("JSON，同 --format json", "JSON, as --format json"))
  var json = false

  @Flag(help: .words("SVG 图，同 --format svg", "a chart, as --format svg"))
  var svg = false

  /// The values of `--format` that are meant.
  private var formats: [String] {
    [("csv", csv), ("json", json), ("svg", svg)].filter(\.1).map(\.0)
  }

  /// The value of `--format` that is meant; nil without a flag.
  var format: String? { formats.first }

  /// Refuses two formats.
  ///
  /// - Parameter hasFormat: Whether `--format` is there too.
  /// - Throws: `ValidationError` that names both.
  func validate(besideFormat hasFormat: Bool) throws {
    let names = (hasFormat ? ["--format"] : []) + formats.map { "--" + $0 }
    guard names.count < 2 else {
      throw ValidationError(Messages.current.exclusive(names[0], names[1]))
    }
  }
}
