/// The lines of a page in reading order, by the directions in which they run.
struct LaidPage {
  struct Stream {
    let direction: TextDirection
    var lines: [LayoutLine]
    var columns: PageColumns
  }

  let number: Int
  /// As the page is shown.
  let width: Double
  let height: Double
  /// That of most of the text first.
  var streams: [Stream] = []
  private(set) var isOrderDoubtful = false

  /// Where a line is on the page as it is shown.
  func shownBox(_ line: LayoutLine, _ direction: TextDirection) -> Box {
    direction.restored(line.box, width: width, height: height)
  }

  init(_ page: TurnedPage, _ sizes: FontSizes) {
    number = page.number
    width = page.width
    height = page.height
    for (direction, words) in page.streams {
      let isAcross = direction == .right || direction == .left
      let order = PageOrder(words, sizes, pageHeight: isAcross ? height : width)
      isOrderDoubtful = isOrderDoubtful || order.isDoubtful
      streams.append(Stream(direction: direction, lines: order.lines, columns: order.columns))
    }
  }
}

/// A page without what is painted beside its text, and turned so that lines run to the right.
struct TurnedPage {
  let number: Int
  let width: Double
  let height: Double
  private(set) var streams: [(direction: TextDirection, words: [PlacedWord])] = []

  init(_ page: PlacedPage) {
    var page = page
    page.words = PaintedWords.withoutWatermarks(
      PaintedWords.withoutCopies(LeaderDots.joined(page.words)))
    // The size is that of the sheet, the places those of the page as it is shown.
    let right = page.words.map(\.box.right).max() ?? 0
    let bottom = page.words.map(\.box.bottom).max() ?? 0
    if right > page.width + 1, right <= page.height + 1, bottom <= page.width + 1 {
      (page.width, page.height) = (page.height, page.width)
    }
    number = page.number
    // A document may say that a page is smaller than nothing.
    width = max(page.width, 0)
    height = max(page.height, 0)
    let finder = DirectionFinder(page)
    let others = [TextDirection.right, .down, .up, .left].filter { $0 != finder.main }
    for direction in [finder.main] + others {
      var words: [PlacedWord] = []
      for (index, word) in finder.words.enumerated() where finder.directions[index] == direction {
        words.append(word)
        words[words.count - 1].box = direction.turned(word.box, width: width, height: height)
      }
      if !words.isEmpty { streams.append((direction, words)) }
    }
  }
}
