/// How a series looks: no two of the first thirty have the same dashes and the same shape of points.
struct SeriesStyle: Equatable {
  /// The colours of Okabe and Ito, *Color Universal Design*, 2008, that stand out from white, the green and the purple
  /// somewhat darker so that they are told from grey.
  private static let colors = ["#0072B2", "#D55E00", "#00795C", "#A6427A", "#8A6A00", "#333333"]
  private static let dashes = ["", "9 4", "2 4", "9 4 2 4", "14 4", "5 3"]

  let color: String
  /// Lengths of dashes and of the blanks between them; empty for a line without blanks.
  let dash: String
  let shape: Shape

  enum Shape: Int, CaseIterable {
    case circle, square, triangle, diamond, cross
  }

  /// - Parameter number: That of the series, from 0.
  init(_ number: Int) {
    color = Self.colors[number % Self.colors.count]
    dash = Self.dashes[number % Self.dashes.count]
    shape = Shape.allCases[number % Shape.allCases.count]
  }

  /// The shape around a point.
  ///
  /// - Parameters:
  ///   - x: The point.
  ///   - y: The point.
  ///   - radius: Half the width of the shape.
  ///   - title: What is said to who points at it, in XML.
  /// - Returns: The element.
  func shape(_ x: Double, _ y: Double, radius: Double, title: String) -> String {
    func at(_ dx: Double, _ dy: Double) -> String {
      ChartNumber.coordinate(x + dx * radius) + " " + ChartNumber.coordinate(y + dy * radius)
    }
    let path =
      switch shape {
      case .circle:
        "M\(at(-1, 0))a\(radius) \(radius) 0 1 0 \(2 * radius) 0a\(radius) \(radius) 0 1 0 -\(2 * radius) 0z"
      case .square: "M\(at(-0.9, -0.9))L\(at(0.9, -0.9))L\(at(0.9, 0.9))L\(at(-0.9, 0.9))z"
      case .triangle: "M\(at(0, -1.2))L\(at(1.1, 0.9))L\(at(-1.1, 0.9))z"
      case .diamond: "M\(at(0, -1.3))L\(at(1.3, 0))L\(at(0, 1.3))L\(at(-1.3, 0))z"
      case .cross: "M\(at(-1, -1))L\(at(1, 1))M\(at(-1, 1))L\(at(1, -1))"
      }
    let paint =
      shape == .cross ? "fill=\"none\" stroke=\"\(color)\" stroke-width=\"2\"" : "fill=\"\(color)\""
    let inner = title.isEmpty ? "/>" : "><title>\(title)</title></path>"
    return "<path d=\"\(path)\" \(paint)\(inner)\n"
  }
}
