/// Where the parts of a chart are, in pixels.
struct ChartLayout {
  static let width = 960.0
  static let margin = 24.0
  static let titleSize = 20.0
  static let textSize = 13.0
  static let nameSize = 14.0
  static let lineHeight = 1.35
  /// What is left of the names of series for their dashes and shape.
  static let keyWidth = 42.0
  /// Between the sides of the chart and its first and last point.
  static let inset = 14.0
  /// Fonts with Chinese characters of Linux, macOS, iOS, Windows and Android, the nearest to the title first.
  static let fonts =
    "'Noto Sans CJK SC', 'Noto Sans SC', 'Source Han Sans SC', 'PingFang SC', 'Microsoft YaHei', "
    + "'WenQuanYi Micro Hei', 'Droid Sans Fallback', sans-serif"

  private static let plotHeight = 360.0
  private static let longestName = 190.0
  private static let mostTitleLines = 3

  let titleLines: [String]
  let subtitleLines: [String]
  let noteLines: [String]
  /// The name of each series, in lines.
  let nameLines: [[String]]
  let left: Double
  let right: Double
  let top: Double
  let bottom: Double
  let height: Double

  /// - Parameters:
  ///   - chart: What is laid out.
  ///   - tickLabels: What stands left of the chart.
  init(_ chart: LineChart, tickLabels: [String]) {
    let textWidth = Self.width - 2 * Self.margin
    titleLines = ChartText.lines(
      chart.title, size: Self.titleSize, width: textWidth, count: Self.mostTitleLines)
    subtitleLines = ChartText.lines(
      chart.subtitle, size: Self.textSize, width: textWidth, count: Self.mostTitleLines)
    noteLines = chart.notes.flatMap {
      ChartText.lines($0, size: Self.textSize, width: textWidth, count: Self.mostTitleLines)
    }
    // Few names have two lines each, many one.
    let lineCount = chart.series.count > 8 ? 1 : 2
    nameLines = chart.series.map {
      ChartText.lines($0.name, size: Self.nameSize, width: Self.longestName, count: lineCount)
    }
    let widestName =
      nameLines.joined().map { ChartText.width($0, size: Self.nameSize) }.max() ?? 0
    let widestTick = tickLabels.map { ChartText.width($0, size: Self.textSize) }.max() ?? 0
    let valueLabel = ChartText.width(chart.valueLabel, size: Self.textSize)
    left = Self.margin + max(widestTick + 8, min(valueLabel, 120))
    right = Self.width - Self.keyWidth - widestName - Self.margin
    top =
      Self.margin + Double(titleLines.count) * Self.titleSize * Self.lineHeight
      + Double(subtitleLines.count) * Self.textSize * Self.lineHeight + 34
    let names = nameLines.reduce(0) { $0 + Self.nameHeight($1.count) }
    bottom = top + max(Self.plotHeight, names)
    height =
      bottom + 36 + Double(noteLines.count) * Self.textSize * Self.lineHeight + Self.margin / 2
  }

  /// The height of a name of so many lines.
  static func nameHeight(_ lines: Int) -> Double { Double(lines) * nameSize * lineHeight }

  /// The densest ticks whose labels have room.
  func ticks(of axis: ChartAxis, _ x: (Double) -> Double) -> [ChartAxis.Tick] {
    let levels = axis.levels.filter { !$0.isEmpty }
    return levels.first { ticks in
      zip(ticks, ticks.dropFirst()).allSatisfy { left, right in
        let widths = [left, right].map { ChartText.width($0.label, size: Self.textSize) }
        return x(right.position) - x(left.position) >= (widths[0] + widths[1]) / 2 + 10
      }
    } ?? levels.last.map { [$0[0]] } ?? []
  }

  /// The upper edges of the names of series, each as near to the end of its line as the others let it.
  ///
  /// - Parameter ends: Where each line ends.
  /// - Returns: An edge for each.
  func names(at ends: [Double]) -> [Double] {
    let heights = nameLines.map { Self.nameHeight($0.count) }
    let order = ends.indices.sorted { (ends[$0], $0) < (ends[$1], $1) }
    var tops = [Double](repeating: 0, count: ends.count)
    var free = top - Self.nameHeight(1) / 2
    for index in order {
      tops[index] = max(ends[index] - Self.nameHeight(1) / 2, free)
      free = tops[index] + heights[index]
    }
    // What is pushed out below pushes those above it up.
    var limit = bottom + Self.nameHeight(1) / 2
    for index in order.reversed() {
      tops[index] = min(tops[index], limit - heights[index])
      limit = tops[index]
    }
    return tops
  }
}
