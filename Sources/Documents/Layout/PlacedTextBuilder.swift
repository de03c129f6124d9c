internal import Bulletins

/// Makes paragraphs of the words of a document and their places.
///
/// This is what PDF and OFD share: both say where characters stand and nothing of what they are. The steps are
/// the directions of the text (``DirectionFinder``), the sizes of its fonts (``FontSizes``), lines, columns and their order
/// (``PageOrder``), running heads and page numbers (``PageFurnitureFinder``), rows of tables (``BlockBuilder``) and paragraphs
/// (``ParagraphBuilder``).
///
/// - Complexity: O(*n* log *n*) in the number of words.
enum PlacedTextBuilder {
  static func build(_ pages: [PlacedPage]) -> PlacedText {
    let turned = withFittingSizes(pages).map { TurnedPage($0) }
    let sizes = FontSizes(turned.flatMap { $0.streams.map(\.words) })
    var laid = turned.map { LaidPage($0, sizes) }
    adoptColumns(&laid)
    let pitch = pitch(laid, bodySize: sizes.body)
    let furniture = PageFurnitureFinder(laid, bodySize: sizes.body, pitch: pitch)
    for page in laid.indices {
      for stream in laid[page].streams.indices {
        laid[page].streams[stream].lines = laid[page].streams[stream].lines.enumerated()
          .filter { !furniture.isFurniture(page: page, stream: stream, line: $0.offset) }
          .map(\.element)
      }
    }
    var blocks: [LayoutBlock] = []
    for page in laid {
      for stream in page.streams {
        var builder = BlockBuilder(stream, page: page.number, bodySize: sizes.body).blocks
        markNotes(&builder, bodySize: sizes.body)
        blocks += builder
      }
    }
    // The last line of contents may stand alone on its page.
    for index in blocks.indices.dropFirst()
    where blocks[index].endsWithNumber && blocks[index - 1].kind == .contents {
      blocks[index].kind = .contents
    }
    let paragraphs = withNotes(
      ParagraphBuilder(blocks, bodySize: sizes.body, pitch: pitch).paragraphs)
    var text = PlacedText()
    text.pageCount = pages.count
    text.printedPages = furniture.printedPages
    if laid.contains(where: \.isOrderDoubtful) { text.warnings.append(.doubtfulOrder) }
    let hasNotes = paragraphs.contains { $0.kind == .note }
    let levels = HeadingLevels(paragraphs, bodySize: sizes.body)
    var heads = furniture.texts.sorted { $0.page < $1.page }[...]
    for paragraph in paragraphs {
      while let head = heads.first, head.page <= paragraph.page {
        text.paragraphs.append(.init(.furniture, head.text, page: head.page))
        heads.removeFirst()
      }
      text.paragraphs.append(
        .init(
          levels.kind(of: paragraph), NoteMark.resolve(paragraph.text, hasNotes: hasNotes),
          page: paragraph.page,
          isBold: paragraph.isBold, isIndented: paragraph.isIndented))
    }
    return text
  }

  /// In parts of a page: text of many pages that fills less was measured in another unit than they.
  private static let leastFilled = 0.5

  private static func withFittingSizes(_ pages: [PlacedPage]) -> [PlacedPage] {
    guard pages.count > 1, var all = pages.lazy.compactMap({ $0.words.first?.box }).first else {
      return pages
    }
    for page in pages {
      for word in page.words { all.formUnion(word.box) }
    }
    let isSmall = pages.allSatisfy {
      all.right < leastFilled * $0.width && all.bottom < leastFilled * $0.height
    }
    guard isSmall else { return pages }
    return pages.map { page in
      var page = page
      (page.width, page.height) = (all.right + max(all.left, 0), all.bottom + max(all.top, 0))
      return page
    }
  }

  /// Gives pages whose columns do not show those of the page before or behind.
  private static func adoptColumns(_ pages: inout [LaidPage]) {
    for index in pages.indices {
      for neighbour in [index - 1, index + 1] where pages.indices.contains(neighbour) {
        guard let own = pages[index].streams.first, let other = pages[neighbour].streams.first,
          own.direction == other.direction,
          let columns = own.columns.adopting(other.columns, own.lines)
        else { continue }
        pages[index].streams[0].columns = columns
      }
    }
  }

  /// The distance at which most lines of the text follow each other.
  private static func pitch(_ pages: [LaidPage], bodySize: Double) -> Double {
    var counts: [Int: Int] = [:]
    for page in pages {
      for stream in page.streams {
        for (a, b) in zip(stream.lines, stream.lines.dropFirst())
        where a.box.left < b.box.right && b.box.left < a.box.right
          && abs(a.size - bodySize) < 0.08 * bodySize && abs(b.size - bodySize) < 0.08 * bodySize
        {
          let distance = (b.center - a.center) / bodySize
          if (0.8...4).contains(distance) {
            counts[Int((distance * 20).rounded()), default: 0] += 1
          }
        }
      }
    }
    func score(_ key: Int) -> Int {
      2 * (counts[key] ?? 0) + (counts[key - 1] ?? 0) + (counts[key + 1] ?? 0)
    }
    let best = counts.keys.max { (score($0), -$0) < (score($1), -$1) }
    return (best.map { Double($0) / 20 } ?? 1.5) * bodySize
  }

  /// Puts notes behind the paragraphs that lead to them.
  private static func withNotes(
    _ paragraphs: [ParagraphBuilder.Paragraph]
  ) -> [ParagraphBuilder.Paragraph] {
    var leading: [String: Int] = [:]
    var notes: [Int: [ParagraphBuilder.Paragraph]] = [:]
    var places: [Int?] = []
    for (index, paragraph) in paragraphs.enumerated() {
      guard paragraph.kind == .note else {
        for mark in NoteMark.marks(in: paragraph.text) { leading[mark] = index }
        places.append(index)
        continue
      }
      let place = leading[NoteMark.mark(ofNote: paragraph.text)].flatMap {
        paragraphs[$0].page >= paragraph.page - 1 ? $0 : nil
      }
      if let place { notes[place, default: []].append(paragraph) }
      places.append(place == nil ? index : nil)
    }
    guard !notes.isEmpty else { return paragraphs }
    return places.compactMap(\.self).flatMap { [paragraphs[$0]] + (notes[$0] ?? []) }
  }

  private static let noteSize = 0.93

  /// Marks small lines at the foot of a column as notes.
  private static func markNotes(_ blocks: inout [LayoutBlock], bodySize: Double) {
    var columns: [Int?: [Int]] = [:]
    for index in blocks.indices { columns[blocks[index].column, default: []].append(index) }
    for indices in columns.values {
      let small = indices.reversed().prefix {
        blocks[$0].line.size < noteSize * bodySize && blocks[$0].kind == .line
      }
      guard let first = small.last, let above = indices.dropLast(small.count).last,
        blocks[first].line.center > blocks[above].line.center,
        ListMark.beginsNote(blocks[first].text)
      else { continue }
      for index in small { blocks[index].kind = .note }
    }
  }
}

/// Tells which paragraphs are headings and of which level, by their sizes.
private struct HeadingLevels {
  /// The least size of each level, from the first; in points.
  private var sizes: [Double] = []
  private let bodySize: Double

  private static let mostLevels = 6
  private static let sameLevel = 0.97
  private static let largerThanBody = 1.06
  /// Sizes of fonts without Han are known less well.
  private static let largerWithoutHan = 1.25
  private static let mostUnits = 70.0
  private static let mostLines = 4

  init(_ paragraphs: [ParagraphBuilder.Paragraph], bodySize: Double) {
    self.bodySize = bodySize
    for size in paragraphs.filter({ Self.isHeading($0, bodySize) }).map(\.size).sorted(by: >)
    where sizes.last.map({ size < Self.sameLevel * $0 }) ?? true {
      sizes.append(size)
    }
  }

  private static func isHeading(_ paragraph: ParagraphBuilder.Paragraph, _ bodySize: Double) -> Bool
  {
    paragraph.kind == .line && paragraph.units <= mostUnits && paragraph.lineCount <= mostLines
      && paragraph.size >= (paragraph.hasHan ? largerThanBody : largerWithoutHan) * bodySize
      && paragraph.text.unicodeScalars.last.map { !"。；，、".unicodeScalars.contains($0) } == true
      && paragraph.text.unicodeScalars.contains { $0.properties.isAlphabetic }
  }

  func kind(of paragraph: ParagraphBuilder.Paragraph) -> PlacedText.Paragraph.Kind {
    switch paragraph.kind {
    case .tableRow: return .tableRow
    case .contents: return .contents
    case .note: return .note
    case .line:
      guard Self.isHeading(paragraph, bodySize),
        let level = sizes.firstIndex(where: { paragraph.size >= Self.sameLevel * $0 })
      else { return ListMark.beginsWithBullet(paragraph.text) ? .listItem : .text }
      return .heading(level: min(level + 1, Self.mostLevels))
    }
  }
}
