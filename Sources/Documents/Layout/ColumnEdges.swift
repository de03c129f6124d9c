/// Where the lines of a column begin and end.
struct ColumnEdges {
  var left: Double
  var right: Double
  /// Whether enough lines end at the right edge to tell that there is one.
  var isRightKnown = false
}

/// The edges of all columns of a document.
struct ColumnEdgeTable {
  private struct Key: Hashable {
    let page: Int
    let direction: TextDirection
    let column: Int?
    let count: Int
  }

  private var edges: [Key: (edges: ColumnEdges, lineCount: Int)] = [:]

  /// With fewer lines a column does not show its edges by itself.
  private static let enoughLines = 10
  /// In squares.
  private static let sameEdge = 0.5
  private static let nearEdge = 1.8
  private static let enoughAtEdge = 3
  private static let deepestIndent = 2.6
  /// In pages.
  private static let neighbours = [-1, 1, -2, 2]

  init(_ blocks: [LayoutBlock], bodySize: Double) {
    var byColumn: [Key: [LayoutBlock]] = [:]
    for block in blocks where block.kind == .line {
      byColumn[Self.key(block), default: []].append(block)
    }
    for (key, blocks) in byColumn {
      let body = blocks.filter { abs($0.line.size - bodySize) < 0.08 * bodySize }
      edges[key] = (Self.edges(body.isEmpty ? blocks : body, bodySize), body.count)
    }
    let own = edges
    for (key, value) in own where value.lineCount < Self.enoughLines {
      for step in Self.neighbours {
        let other = Key(
          page: key.page + step, direction: key.direction, column: key.column, count: key.count)
        guard let near = own[other], near.lineCount > value.lineCount else { continue }
        let indent = value.edges.left - near.edges.left
        guard indent > -Self.sameEdge * bodySize, indent < Self.deepestIndent * bodySize else {
          continue
        }
        edges[key]?.edges.left = near.edges.left
        edges[key]?.edges.right = max(value.edges.right, near.edges.right)
        edges[key]?.edges.isRightKnown = near.edges.isRightKnown
        break
      }
    }
  }

  subscript(_ block: LayoutBlock) -> ColumnEdges {
    edges[Self.key(block)]?.edges ?? ColumnEdges(left: block.box.left, right: block.box.right)
  }

  private static func key(_ block: LayoutBlock) -> Key {
    Key(
      page: block.page, direction: block.direction, column: block.column, count: block.columnCount)
  }

  /// The outermost place at which several lines begin, and the one up to which lines are filled.
  private static func edges(_ blocks: [LayoutBlock], _ size: Double) -> ColumnEdges {
    let lefts = blocks.map(\.box.left).sorted()
    let rights = blocks.map(\.box.right).sorted(by: >)
    let least = blocks.count < 4 ? 1 : max(1, blocks.count / 8)
    let right = filled(rights, size) ?? outermost(rights, min(2, least), size)
    return ColumnEdges(
      left: outermost(lefts, least, size), right: right,
      isRightKnown: rights.count { abs($0 - right) < nearEdge * size } >= enoughAtEdge)
  }

  /// The first of values before which so many others stand.
  private static func outermost(_ values: [Double], _ least: Int, _ size: Double) -> Double {
    for (index, value) in values.enumerated() {
      let end = index + least - 1
      if end < values.count, abs(values[end] - value) <= sameEdge * size { return value }
    }
    return values[0]
  }

  /// In squares: how far a line may go beyond the edge, because its marks hang over or its letters are broader than the
  /// program that set it believed.
  private static let farthestBeyond = 3.0

  /// Where at least a quarter of the lines end, if nearly none goes far beyond.
  private static func filled(_ rights: [Double], _ size: Double) -> Double? {
    var counts: [Int: Int] = [:]
    func place(_ right: Double) -> Int { Int((right / (sameEdge * size)).rounded()) }
    for right in rights { counts[place(right), default: 0] += 1 }
    func score(_ place: Int) -> Int { (counts[place] ?? 0) * 2 + (counts[place - 1] ?? 0) }
    guard let best = counts.keys.max(by: { (score($0), $0) < (score($1), $1) }),
      4 * (counts[best] ?? 0) >= rights.count, counts[best] ?? 0 > 2,
      let edge = rights.first(where: { place($0) == best })
    else { return nil }
    let beyond = rights.count { $0 > edge + farthestBeyond * size }
    return 20 * beyond > rights.count ? nil : edge
  }
}
