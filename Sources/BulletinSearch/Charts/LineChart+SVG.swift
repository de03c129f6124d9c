extension LineChart {
  /// The chart as a file in SVG: no script, nothing from elsewhere, the same for the same chart.
  ///
  /// It says its title and its summary to a screen reader. Texts have no markup of their own, whatever they are.
  ///
  /// - Complexity: O(*n*) in the number of points.
  public func svg() -> String {
    var drawing = ChartDrawing(self)
    return drawing.file()
  }
}

/// Draws a chart.
struct ChartDrawing {
  private let chart: LineChart
  private let layout: ChartLayout
  private let scale: ChartScale
  private var body = ""
  /// Where labels of marks stand, so that none is written over another.
  private var taken: [Box] = []

  /// Points nearer to each other than this have no shape of their own, but for one now and then.
  private static let narrowSpacing = 9.0
  private static let markerSpacing = 45.0
  private static let radius = 3.5
  private static let ringRadius = 7.5
  private static let markSize = 12.0

  /// The place of a text.
  private struct Box {
    var x: ClosedRange<Double>
    var y: ClosedRange<Double>

    func overlaps(_ other: Box) -> Bool { x.overlaps(other.x) && y.overlaps(other.y) }
  }

  init(_ chart: LineChart) {
    self.chart = chart
    scale = ChartScale(
      chart.series.flatMap { $0.points.compactMap(\.value) }, beginsAtZero: chart.beginsAtZero)
    layout = ChartLayout(chart, tickLabels: scale.ticks.map(scale.label))
  }

  mutating func file() -> String {
    drawGaps()
    drawValues()
    drawAxis()
    drawTitles()
    for (number, series) in chart.series.enumerated() { draw(series, SeriesStyle(number)) }
    for (number, series) in chart.series.enumerated() { drawMarks(series, SeriesStyle(number)) }
    drawNames()
    let size =
      "width=\"\(ChartNumber.coordinate(ChartLayout.width))\" height=\"\(ChartNumber.coordinate(layout.height))\""
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <svg xmlns="http://www.w3.org/2000/svg" \(size) viewBox="0 0 \
      \(ChartNumber.coordinate(ChartLayout.width)) \(ChartNumber.coordinate(layout.height))" role="img" \
      aria-labelledby="title desc" xml:lang="\(ChartText.escaped(chart.language))" font-family="\(ChartLayout.fonts)">
      <title id="title">\(ChartText.escaped(chart.title))</title>
      <desc id="desc">\(ChartText.escaped(chart.summary))</desc>
      <rect width="100%" height="100%" fill="#ffffff"/>
      \(body)</svg>

      """
  }

  // MARK: - Places

  private func x(_ position: Double) -> Double {
    let range = chart.axis.range
    let length = range.upperBound - range.lowerBound
    // A single place stands in the middle.
    guard length > 0 else { return (layout.left + layout.right) / 2 }
    let share = (position - range.lowerBound) / length
    let inset = ChartLayout.inset
    return layout.left + inset + share * (layout.right - layout.left - 2 * inset)
  }

  private func y(_ value: Double) -> Double {
    layout.bottom - min(max(scale.share(value), 0), 1) * (layout.bottom - layout.top)
  }

  private func place(_ point: LineChart.Point) -> (x: Double, y: Double)? {
    guard let value = point.value, value.isFinite else { return nil }
    return (x(point.position), y(value))
  }

  // MARK: - Elements

  private mutating func line(
    _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ style: String
  ) {
    let ends = [("x1", x1), ("y1", y1), ("x2", x2), ("y2", y2)]
      .map { "\($0.0)=\"\(ChartNumber.coordinate($0.1))\"" }.joined(separator: " ")
    body += "<line \(ends) \(style)/>\n"
  }

  private mutating func text(
    _ text: String, _ x: Double, _ y: Double, size: Double, anchor: String = "start",
    color: String = "#333333", isHalo: Bool = false, weight: String = ""
  ) {
    guard !text.isEmpty else { return }
    let halo =
      isHalo
      ? " stroke=\"#ffffff\" stroke-width=\"3\" stroke-linejoin=\"round\" paint-order=\"stroke\""
      : ""
    let bold = weight.isEmpty ? "" : " font-weight=\"\(weight)\""
    body +=
      "<text x=\"\(ChartNumber.coordinate(x))\" y=\"\(ChartNumber.coordinate(y))\" "
      + "font-size=\"\(ChartNumber.coordinate(size))\" text-anchor=\"\(anchor)\" fill=\"\(color)\"\(halo)\(bold)>"
      + "\(ChartText.escaped(text))</text>\n"
  }

  private mutating func drawTitles() {
    var y = ChartLayout.margin + ChartLayout.titleSize
    for line in layout.titleLines {
      text(
        line, ChartLayout.margin, y, size: ChartLayout.titleSize, color: "#111111", weight: "bold")
      y += ChartLayout.titleSize * ChartLayout.lineHeight
    }
    for line in layout.subtitleLines {
      text(line, ChartLayout.margin, y, size: ChartLayout.textSize, color: "#555555")
      y += ChartLayout.textSize * ChartLayout.lineHeight
    }
    text(
      chart.valueLabel, layout.left, layout.top - 10, size: ChartLayout.textSize, anchor: "end",
      color: "#555555")
    y = layout.height - ChartLayout.margin / 2
    for line in layout.noteLines.reversed() {
      text(line, ChartLayout.margin, y, size: ChartLayout.textSize, color: "#555555")
      y -= ChartLayout.textSize * ChartLayout.lineHeight
    }
  }

  private mutating func drawGaps() {
    for gap in chart.axis.gaps {
      let (left, right) = (
        max(x(gap.lowerBound), layout.left), min(x(gap.upperBound), layout.right)
      )
      guard right > left else { continue }
      body +=
        "<rect x=\"\(ChartNumber.coordinate(left))\" y=\"\(ChartNumber.coordinate(layout.top))\" "
        + "width=\"\(ChartNumber.coordinate(right - left))\" "
        + "height=\"\(ChartNumber.coordinate(layout.bottom - layout.top))\" fill=\"#f0f0f0\"/>\n"
    }
  }

  private mutating func drawValues() {
    for tick in scale.ticks {
      let y = y(tick)
      let isBase = tick == 0 || tick == scale.lower
      line(
        layout.left, y, layout.right, y,
        "stroke=\"\(isBase ? "#666666" : "#dcdcdc")\" stroke-width=\"1\"")
      text(
        scale.label(tick), layout.left - 8, y + 4.5, size: ChartLayout.textSize, anchor: "end")
    }
  }

  private mutating func drawAxis() {
    for part in chart.axis.parts {
      let x = x(part.position)
      if part.position > chart.axis.range.lowerBound {
        line(x, layout.top, x, layout.bottom, "stroke=\"#999999\" stroke-dasharray=\"2 3\"")
      }
    }
    for (number, part) in chart.axis.parts.enumerated() {
      let end =
        number + 1 < chart.axis.parts.count
        ? x(chart.axis.parts[number + 1].position) : layout.right
      let start = max(x(part.position), layout.left)
      let lines = ChartText.lines(
        part.label, size: ChartLayout.textSize, width: end - start - 8, count: 1)
      guard end - start > Self.markerSpacing, let name = lines.first else { continue }
      text(
        name, start + 4, layout.top + ChartLayout.textSize, size: ChartLayout.textSize,
        color: "#555555", isHalo: true)
    }
    for tick in layout.ticks(of: chart.axis, x) {
      let x = x(tick.position)
      line(x, layout.bottom, x, layout.bottom + 6, "stroke=\"#666666\"")
      let half = ChartText.width(tick.label, size: ChartLayout.textSize) / 2
      // The first and the last label stay within the picture.
      let middle = min(max(x, half + 4), ChartLayout.width - half - 4)
      text(
        tick.label, middle, layout.bottom + 22, size: ChartLayout.textSize, anchor: "middle")
    }
  }

  private mutating func draw(_ series: LineChart.Series, _ style: SeriesStyle) {
    body += "<g><title>\(ChartText.escaped(series.name))</title>\n"
    var path = ""
    var isBroken = true
    var parts = chart.axis.parts[...]
    for point in series.points {
      // No line leads from one part of the axis to the next.
      while let part = parts.first, part.position <= point.position {
        isBroken = true
        parts.removeFirst()
      }
      guard let (x, y) = place(point) else {
        isBroken = true
        continue
      }
      path += (isBroken ? "M" : "L") + ChartNumber.coordinate(x) + " " + ChartNumber.coordinate(y)
      isBroken = false
    }
    if !path.isEmpty {
      let dash = style.dash.isEmpty ? "" : " stroke-dasharray=\"\(style.dash)\""
      let width = spacing(of: series.points.compactMap(place)) < Self.narrowSpacing ? "1.3" : "2"
      body +=
        "<path d=\"\(path)\" fill=\"none\" stroke=\"\(style.color)\" stroke-width=\"\(width)\" "
        + "stroke-linejoin=\"round\"\(dash)/>\n"
    }
    for place in shaped(series) {
      let point = series.points[place]
      guard let (x, y) = self.place(point) else { continue }
      body += style.shape(
        x, y, radius: Self.radius, title: ChartText.escaped(point.label ?? ""))
    }
    body += "</g>\n"
  }

  /// The points that have a shape: all where there is room, else one now and then, and those without a neighbour,
  /// which no line shows.
  private func shaped(_ series: LineChart.Series) -> [Int] {
    let places = series.points.map(place)
    let spacing = spacing(of: places.compactMap(\.self))
    var chosen: [Int] = []
    var next = -Double.infinity
    for (index, place) in places.enumerated() {
      guard let place else { continue }
      let isAlone =
        (index == 0 || places[index - 1] == nil)
        && (index == places.count - 1 || places[index + 1] == nil)
      if isAlone || spacing >= Self.narrowSpacing || place.x >= next {
        chosen.append(index)
        next = place.x + Self.markerSpacing
      }
    }
    return chosen
  }

  /// How far points are from each other on average.
  private func spacing(of places: [(x: Double, y: Double)]) -> Double {
    guard places.count > 1, let first = places.first, let last = places.last else {
      return .infinity
    }
    return (last.x - first.x) / Double(places.count - 1)
  }

  // MARK: - Marks and names

  private mutating func drawMarks(_ series: LineChart.Series, _ style: SeriesStyle) {
    for mark in series.marks {
      guard series.points.indices.contains(mark.point),
        let (x, y) = place(series.points[mark.point])
      else { continue }
      body +=
        "<circle cx=\"\(ChartNumber.coordinate(x))\" cy=\"\(ChartNumber.coordinate(y))\" "
        + "r=\"\(Self.ringRadius)\" fill=\"none\" stroke=\"\(style.color)\" stroke-width=\"1.5\">"
        + "<title>\(ChartText.escaped("\(series.name) \(mark.label)"))</title></circle>\n"
      drawLabel(of: mark, x, y, style)
    }
  }

  /// Writes the label of a mark above, below or farther from its point; nowhere if other labels are in all of
  /// these places, since who points at the ring sees it too.
  private mutating func drawLabel(
    of mark: LineChart.Mark, _ x: Double, _ y: Double, _ style: SeriesStyle
  ) {
    let size = Self.markSize
    let half = ChartText.width(mark.label, size: size) / 2
    let middle = min(max(x, layout.left + half), layout.right - half)
    for distance in [-12.0, 22, -28, 38, -44, 54] {
      let baseline = y + distance
      let box = Box(x: middle - half...middle + half, y: baseline - size...baseline + 3)
      guard baseline - size > layout.top - 4, baseline < layout.bottom - 3,
        !taken.contains(where: box.overlaps)
      else { continue }
      taken.append(box)
      text(
        mark.label, middle, baseline, size: size, anchor: "middle", color: style.color, isHalo: true
      )
      return
    }
  }

  /// Writes the name of each series beside its last point, moved so far up or down that none is over another.
  private mutating func drawNames() {
    let ends = chart.series.map { series in
      series.points.lazy.reversed().compactMap(place).first { _ in true }
    }
    let places = layout.names(at: ends.map { $0?.y ?? layout.bottom })
    for (number, lines) in layout.nameLines.enumerated() {
      let style = SeriesStyle(number)
      let top = places[number]
      let middle = top + ChartLayout.nameHeight(1) / 2
      if let end = ends[number] {
        line(
          end.x + Self.ringRadius + 1, end.y, layout.right + 6, middle,
          "stroke=\"#999999\" stroke-width=\"0.8\" stroke-dasharray=\"1 3\"")
      }
      // The dashes and the shape once more, as a key.
      let dash = style.dash.isEmpty ? "" : " stroke-dasharray=\"\(style.dash)\""
      line(
        layout.right + 8, middle, layout.right + ChartLayout.keyWidth, middle,
        "stroke=\"\(style.color)\" stroke-width=\"2\"\(dash)")
      body += style.shape(
        layout.right + (8 + ChartLayout.keyWidth) / 2, middle, radius: Self.radius, title: "")
      for (row, name) in lines.enumerated() {
        text(
          name, layout.right + ChartLayout.keyWidth + 6,
          middle + 4.5 + Double(row) * ChartLayout.nameHeight(1), size: ChartLayout.nameSize,
          color: style.color)
      }
    }
  }
}
