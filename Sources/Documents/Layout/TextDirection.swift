/// Where the next character of a line stands.
enum TextDirection: Hashable {
  case right
  /// The lines run from the top to the bottom and follow each other to the left: vertical Chinese, or a page that was turned
  /// clockwise.
  case down
  case up
  /// Upside down.
  case left

  /// Where a box of a page lies once the page is turned so that its lines run to the right.
  func turned(_ box: Box, width: Double, height: Double) -> Box {
    switch self {
    case .right: box
    case .down:
      Box(left: box.top, top: width - box.right, right: box.bottom, bottom: width - box.left)
    case .up:
      Box(left: height - box.bottom, top: box.left, right: height - box.top, bottom: box.right)
    case .left:
      Box(
        left: width - box.right, top: height - box.bottom, right: width - box.left,
        bottom: height - box.top)
    }
  }

  /// Where a box lies on the page that ``turned(_:width:height:)`` has turned.
  func restored(_ box: Box, width: Double, height: Double) -> Box {
    switch self {
    case .right: box
    case .down:
      Box(left: width - box.bottom, top: box.left, right: width - box.top, bottom: box.right)
    case .up:
      Box(left: box.top, top: height - box.right, right: box.bottom, bottom: height - box.left)
    case .left: turned(box, width: width, height: height)
    }
  }
}

/// Tells in which directions the text of a page runs.
///
/// What is known of a word is its box. A long word is wide or tall; vertical Chinese is one character a word, each below the one
/// before; everything else goes with what is beside it or with most of the page.
struct DirectionFinder {
  private enum Shape { case wide, tall, stacked, unknown }

  /// How many times longer than broad a word is whose direction shows.
  private static let clearRatio = 1.5
  private static let clearUnits = 4.0
  private static let clearTallUnits = 2.0
  /// The least part of a square that a letter fills along the line.
  private static let narrowLetter = 0.3
  /// In squares, how far the centres of characters above each other stand apart.
  private static let stackedStep = 0.7...1.45
  private static let stackedOffset = 0.35
  private static let shortestStack = 3

  private let page: PlacedPage
  private var shapes: [Shape] = []
  private(set) var words: [PlacedWord]
  private(set) var directions: [TextDirection] = []
  /// The direction of most of the text.
  private(set) var main = TextDirection.right

  init(_ page: PlacedPage) {
    self.page = page
    words = page.words
    shapes = words.map(Self.shape)
    findStacks()
    decide()
  }

  private static func shape(_ word: PlacedWord) -> Shape {
    var units = 0.0
    var count = 0
    for scalar in word.text.unicodeScalars {
      units += ScalarWidth.isChinese(scalar) ? 1 : narrowLetter
      count += 1
    }
    guard count > 1 else { return .unknown }
    if units >= clearUnits, word.box.width >= clearRatio * word.box.height { return .wide }
    if units >= clearTallUnits, word.box.height >= clearRatio * word.box.width { return .tall }
    return .unknown
  }

  private func isSingle(_ index: Int) -> Bool {
    let scalars = words[index].text.unicodeScalars
    return scalars.count == 1 && scalars.first.map(ScalarWidth.isChinese) == true
  }

  private func isStacked(_ first: Int, _ second: Int) -> Bool {
    let (a, b) = (words[first].box, words[second].box)
    let square = min(a.width, a.height)
    return square > 0 && abs(a.centerX - b.centerX) <= Self.stackedOffset * square
      && Self.stackedStep.contains((b.centerY - a.centerY) / square)
  }

  private mutating func findStacks() {
    var start = 0
    while start < words.count {
      var end = start + 1
      if isSingle(start) {
        while end < words.count, isSingle(end), isStacked(end - 1, end) { end += 1 }
        if end - start >= Self.shortestStack {
          for index in start..<end { shapes[index] = .stacked }
        }
      }
      start = end
    }
  }

  private mutating func decide() {
    var wide = 0.0
    var tall = 0.0
    var stacked = 0.0
    for (word, shape) in zip(words, shapes) {
      switch shape {
      case .wide: wide += ScalarWidth.units(word.text)
      case .tall: tall += ScalarWidth.units(word.text)
      case .stacked: stacked += 1
      case .unknown: break
      }
    }
    let sideways: TextDirection = stacked == 0 && runsUp ? .up : .down
    let across: TextDirection = isUpsideDown ? .left : .right
    main = tall + stacked > wide ? sideways : across
    directions = words.indices.map { index in
      switch shapes[index] {
      case .wide: across
      case .tall: sideways
      case .stacked: .down
      case .unknown: main
      }
    }
    for index in words.indices where shapes[index] == .unknown {
      if main == across, index > 0, directions[index - 1] == .down,
        shapes[index - 1] != .tall, isBelow(index - 1, index)
      {
        directions[index] = .down
      } else if main == .down || main == .up, isInRow(index) {
        directions[index] = .right
      }
    }
    guard stacked > 0 else { return }
    var side: Double?
    for index in words.indices where directions[index] == .down && isSingle(index) {
      if words[index].text.unicodeScalars.first.map(ScalarWidth.isHan) == true {
        side = words[index].box.width
      }
      squareUp(index, side: side ?? min(words[index].box.width, words[index].box.height))
    }
  }

  private func isBelow(_ first: Int, _ second: Int) -> Bool {
    let (a, b) = (words[first].box, words[second].box)
    let square = min(a.width, a.height)
    return abs(a.centerX - b.centerX) <= Self.stackedOffset * square && b.centerY > a.centerY
      && b.top - a.bottom < square
  }

  /// Whether a word of a vertical page stands in a row with a neighbour: — 3 —.
  private func isInRow(_ index: Int) -> Bool {
    func follows(_ first: Int, _ second: Int) -> Bool {
      let (a, b) = (words[first].box, words[second].box)
      let height = min(a.height, b.height)
      return abs(a.centerY - b.centerY) < height / 4 && b.centerX > a.centerX
        && b.left - a.right < max(a.width, height)
    }
    return index > 0 && shapes[index - 1] != .stacked && follows(index - 1, index)
      || index + 1 < words.count && shapes[index + 1] != .stacked && follows(index, index + 1)
  }

  /// Gives a character of a vertical line the square that it fills: boxes have the height of the font's lines.
  private mutating func squareUp(_ index: Int, side: Double) {
    let box = words[index].box
    if words[index].size == 0 { words[index].size = side }
    words[index].box.top = box.centerY - side / 2
    words[index].box.bottom = box.centerY + side / 2
  }

  /// Whether the words of a line that is tall stand above each other from the bottom.
  private var runsUp: Bool {
    votes(.tall) { a, b in
      abs(a.centerX - b.centerX) < a.width / 3
        ? (b.centerY - a.centerY) : (a.centerX - b.centerX) / 4
    } < 0
  }

  private var isUpsideDown: Bool {
    votes(.wide) { a, b in
      abs(a.centerY - b.centerY) < a.height / 3
        ? (b.centerX - a.centerX) : (b.centerY - a.centerY) / 4
    } < -Self.leastUpsideDown
  }

  private static let leastUpsideDown = 0.7

  /// What neighbours of a shape say, from -1 to 1; 0 if there are too few.
  private func votes(_ shape: Shape, _ step: (Box, Box) -> Double) -> Double {
    var sum = 0
    var count = 0
    for index in words.indices.dropFirst()
    where shapes[index] == shape && shapes[index - 1] == shape {
      let value = step(words[index - 1].box, words[index].box)
      guard value != 0 else { continue }
      sum += value > 0 ? 1 : -1
      count += 1
    }
    return count < Self.fewestVotes ? 0 : Double(sum) / Double(count)
  }

  private static let fewestVotes = 3
}
