import TestSupport
import Testing

@testable import BulletinSearch

/// Charts: axes that people can read, lines that say no more than is known, and files that say nothing else.
struct LineChartTests {
  private static func chart(_ values: [[Double?]], names: [String] = []) -> LineChart {
    let count = values.map(\.count).max() ?? 0
    var chart = LineChart(title: "基站", axis: .places((0..<count).map { "\($0 + 1)" }))
    chart.series = values.enumerated().map { number, values in
      LineChart.Series(
        name: number < names.count ? names[number] : "S\(number)", values: values)
    }
    return chart
  }

  /// The `d` of the line of each series.
  private static func lines(of svg: String) -> [String] {
    svg.split(separator: "\n").filter {
      $0.contains("stroke-linejoin=\"round\"") && $0.hasPrefix("<path")
    }
    .map { String($0.split(separator: "\"")[1]) }
  }

  @Test(arguments: [
    ([0, 3, 17], true, [0, 5, 10, 15, 20]),
    ([1], true, [0, 1]),
    ([0, 0], true, [0, 1]),
    ([5.2, 7.2], false, [5, 5.5, 6, 6.5, 7, 7.5]),
    ([98.12, 98.16], false, [98.12, 98.13, 98.14, 98.15, 98.16]),
    ([-3, 4], false, [-4, -2, 0, 2, 4]),
    ([1_234_567], true, [0, 500_000, 1_000_000, 1_500_000]),
    ([], true, [0, 1]),
  ])
  func `ticks are one, two or five times a power of ten and have room for all values`(
    values: [Double], beginsAtZero: Bool, ticks: [Double]
  ) {
    let scale = ChartScale(values, beginsAtZero: beginsAtZero)
    #expect(scale.ticks.count == ticks.count)
    for (tick, expected) in zip(scale.ticks, ticks) { #expect(abs(tick - expected) < 1e-9) }
    #expect(Set(scale.ticks.map(scale.label)).count == ticks.count)
    for value in values {
      #expect(scale.lower <= value + 1e-9 && value - 1e-9 <= scale.upper)
    }
  }

  @Test(arguments: 1...200 as ClosedRange<UInt64>)
  func `any values have between two and nine ticks with labels of their own`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var size = 1e-5
    for _ in 0..<Int.random(in: 0..<14, using: &random) { size *= 10 }
    let values = (0..<Int.random(in: 1...5, using: &random)).map { _ in
      Double.random(in: -size...size, using: &random)
    }
    let scale = ChartScale(values, beginsAtZero: Bool.random(using: &random))
    #expect((2...9).contains(scale.ticks.count), "\(values)")
    #expect(Set(scale.ticks.map(scale.label)).count == scale.ticks.count, "\(values)")
  }

  @Test func `a point without a value breaks the line and is no zero`() {
    let svg = Self.chart([[1, 2, nil, 4, 0]]).svg()
    let line = Self.lines(of: svg)[0]
    #expect(line.count { $0 == "M" } == 2)
    #expect(line.count { $0 == "L" } == 2)
  }

  @Test func `no line leads from one part of the axis to the next`() {
    var chart = Self.chart([[1, 2, 3, 4]])
    chart.axis.parts = [
      ChartAxis.Tick(position: -0.5, label: "甲"), ChartAxis.Tick(position: 1.5, label: "乙"),
    ]
    #expect(Self.lines(of: chart.svg())[0].count { $0 == "M" } == 2)
  }

  @Test func `a point alone between gaps has a shape though points stand too near for one`() {
    var values = [Double?](repeating: 1, count: 400)
    values[200] = nil
    values[202] = nil
    var alone = [Double?](repeating: nil, count: 400)
    alone[201] = 1
    func shapes(_ values: [Double?]) -> [Substring] {
      Self.chart([values]).svg().split(separator: "\n").filter { $0.contains("a3.5 3.5") }
    }
    #expect(shapes(values).count < 50)
    #expect(Set(shapes(alone)).isSubset(of: shapes(values)))
  }

  @Test func `no two of many series have the same dashes and the same shape`() {
    let styles = (0..<30).map(SeriesStyle.init)
    #expect(Set(styles.map { "\($0.dash)/\($0.shape)" }).count == 30)
  }

  @Test func `what texts have of markup, control characters and turned order is text in the file`()
  {
    var chart = Self.chart(
      [[1]], names: ["<script>alert(\"x\")</script>&\u{1B}[31m\u{202E}\u{0}"])
    chart.title = "]]><b>"
    chart.summary = "a\nb<"
    let svg = chart.svg()
    #expect(!svg.contains("<script") && !svg.contains("<b>"))
    #expect(svg.contains("&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;&amp;[31m"))
    let isClean = svg.unicodeScalars.allSatisfy {
      ($0.value >= 0x20 || $0 == "\n") && $0.value != 0x202E
    }
    #expect(isClean)
    #expect(svg.contains("<title id=\"title\">]]&gt;&lt;b&gt;</title>"))
    #expect(svg.contains("<desc id=\"desc\">a b&lt;</desc>"))
  }

  @Test(arguments: [1, 3, 6, 12, 40])
  func `names beside lines that end together stand below each other within the picture`(
    count: Int
  ) {
    let chart = Self.chart((0..<count).map { _ in [1, 1] })
    let layout = ChartLayout(chart, tickLabels: ["0", "1"])
    let places = layout.names(at: [Double](repeating: layout.top + 5, count: count))
    for (upper, lower) in zip(places, places.dropFirst()) {
      #expect(lower >= upper + ChartLayout.nameHeight(1) - 0.01)
    }
    #expect(places[count - 1] + ChartLayout.nameHeight(1) <= layout.height)
  }

  @Test func `labels of months go on to quarters and years as they have less room`() {
    func labels(_ months: Int) -> [String] {
      let last = 2020 * 12 + months - 1
      let chart = LineChart(
        title: "", axis: .months(from: (2020, 1), through: (last / 12, last % 12 + 1)))
      let layout = ChartLayout(chart, tickLabels: ["0"])
      let width = 900 / Double(max(months - 1, 1))
      return layout.ticks(of: chart.axis) { $0 * width }.map(\.label)
    }
    #expect(labels(3) == ["2020", "2020-02", "2020-03"])
    #expect(labels(36).prefix(3) == ["2020", "2020-04", "2020-07"])
    #expect(
      labels(240).prefix(2) == ["2020", "2022"] || labels(240).prefix(2) == ["2020", "2021"])
    #expect(labels(1_200).allSatisfy { $0.count == 4 })
  }

  @Test func `days stand where the calendar has them`() {
    #expect(ChartAxis.position(year: 1970, month: 1, day: 1) == 0)
    #expect(ChartAxis.position(year: 2000, month: 3, day: 1) == 11_017)
    #expect(
      ChartAxis.position(year: 2024, month: 3, day: 1)
        - ChartAxis.position(year: 2024, month: 2, day: 28) == 2)
    let axis = ChartAxis.days(from: (2022, 8, 30), through: (2022, 9, 2))
    #expect(axis.levels.first?.map(\.label) == ["2022-08-30", "2022-09-02"])
  }

  @Test func `long texts are cut, and numbers in them stay whole`() {
    let lines = ChartText.lines("行动计划（2021—2023年）", size: 10, width: 85, count: 2)
    #expect(lines == ["行动计划（2021—", "2023年）"])
    #expect(ChartText.lines("很长很长的名字", size: 10, width: 40, count: 1) == ["很长很…"])
    #expect(ChartText.lines("短", size: 10, width: 40, count: 1) == ["短"])
    #expect(ChartText.lines("", size: 10, width: 40, count: 1).isEmpty)
  }

  @Test func `the same chart is the same file, and an empty one is one too`() {
    let chart = Self.chart([[1, nil, 3], [2, 2, 2]])
    #expect(chart.svg() == chart.svg())
    let empty = LineChart(title: "", axis: .places([])).svg()
    #expect(empty.hasSuffix("</svg>\n") && !empty.contains("nan") && !empty.contains("inf"))
    let odd = Self.chart([[.nan, .infinity, 1e300, 1]]).svg()
    #expect(!odd.contains("nan") && !odd.contains("inf"))
  }
}
