/// A line chart of one or several series, which ``svg()`` draws as one file.
///
/// Nothing has to be told by its colour: every series has dashes and a shape of points of its own, and its name stands
/// beside its last point. A point without a value is a gap in its line and no zero.
///
///     var chart = LineChart(title: "5G基站", axis: .months(from: (2022, 8), through: (2023, 1)))
///     chart.series = [LineChart.Series(name: "5G基站", values: [3, 1, nil, 4, 2, 6])]
///     let file = chart.svg()
public struct LineChart: Sendable, Equatable {
  /// What stands above the chart.
  public var title: String
  /// What stands below the title in smaller letters, if anything.
  public var subtitle = ""
  /// What the chart shows, in words for those who do not see it; the title is said before it.
  public var summary = ""
  /// What values are, above their axis: `处`, `万个`.
  public var valueLabel = ""
  /// Whether the axis of values begins at 0, as counts need it; if not, it may also go below.
  public var beginsAtZero = true
  /// What runs from left to right.
  public var axis: ChartAxis
  /// The series, first drawn first.
  public var series: [Series] = []
  /// Lines below the chart.
  public var notes: [String] = []
  /// The language of the texts, as an attribute of the file: `zh` or `en`.
  public var language = "zh"

  /// A chart without series.
  public init(title: String, axis: ChartAxis) {
    self.title = title
    self.axis = axis
  }

  /// A line with points.
  public struct Series: Sendable, Equatable {
    /// What the series is called, beside its last point.
    public var name: String
    /// Its points, from left to right.
    public var points: [Point]
    /// Points that are told from the others.
    public var marks: [Mark] = []

    /// A series of points anywhere on the axis.
    public init(name: String, points: [Point]) {
      self.name = name
      self.points = points
    }

    /// A series with a value, or none, at each of the places 0, 1, 2 … of an axis.
    public init(name: String, values: [Double?]) {
      self.init(
        name: name,
        points: values.enumerated().map { Point(position: Double($0.offset), value: $0.element) })
    }
  }

  /// A place on the axis, and the value there.
  public struct Point: Sendable, Equatable {
    /// The place on the axis.
    public var position: Double
    /// The value; nil for a gap, where the line is broken.
    public var value: Double?
    /// What is shown of the point to who points at it.
    public var label: String?

    /// A point.
    public init(position: Double, value: Double?, label: String? = nil) {
      self.position = position
      self.value = value
      self.label = label
    }
  }

  /// A point with a ring around it, such as the first and the last mention.
  public struct Mark: Sendable, Equatable {
    /// Which of the points of the series.
    public var point: Int
    /// What stands beside it, where there is room.
    public var label: String

    /// A mark.
    public init(point: Int, label: String) {
      self.point = point
      self.label = label
    }
  }
}
