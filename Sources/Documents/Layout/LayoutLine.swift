/// Words of one line without a wide gap between them: a line of a column, a cell, a heading.
struct LayoutLine {
  var text: String
  /// Where it is on its page, turned so that lines run to the right.
  var box: Box
  /// The middle of the first word; boxes of different fonts are not of the same height.
  var center: Double
  /// The size of most of its text in points.
  var size: Double
  /// In squares; see ``ScalarWidth/units(_:)``.
  var units: Double
  /// Where the text behind a mark of a list begins.
  var hangingLeft: Double?
  var isBold = false
  /// Whether it has Han characters, so that its size is known well.
  var hasHan = false

  /// If the last word is a number behind Han: the text before it and where that ends, and where the number begins.
  private var beforeNumber: (text: String, right: Double, left: Double)?
  private var lastRight: Double
  private var boldUnits = 0.0
  private var sizeUnits = 0.0

  init(_ word: PlacedWord, size: Double) {
    text = word.text
    box = word.box
    center = word.box.centerY
    self.size = size
    units = ScalarWidth.units(word.text)
    lastRight = word.box.right
    sizeUnits = units
    count(word)
  }

  private mutating func count(_ word: PlacedWord) {
    if word.isBold { boldUnits += ScalarWidth.units(word.text) }
    isBold = boldUnits > 0.8 * units
    hasHan = hasHan || word.text.unicodeScalars.contains(where: ScalarWidth.isHan)
  }

  /// In squares: between words of a line, and how far one may lie over the other.
  private static let widestGap = 0.9
  private static let deepestOverlap = 0.6
  private static let deepestOverlapOfMarks = 1.1
  private static let centerDistance = 0.45

  /// Whether a word stands behind this text in the same line.
  func continues(with word: PlacedWord, size other: Double) -> Bool {
    let square = max(size, other)
    let gap = word.box.left - lastRight
    guard abs(word.box.centerY - center) <= Self.centerDistance * square,
      gap < Self.widestGap * square,
      gap < Self.gapBeforeNumber * square || !isTitleBeforeNumber(word)
    else { return false }
    return gap > -Self.deepestOverlap * square
      || gap > -Self.deepestOverlapOfMarks * square && isBetweenMarks(word.text)
  }

  /// In squares: before the page number of a title in the contents, which stands at the edge of its column.
  private static let gapBeforeNumber = 0.45

  private func isTitleBeforeNumber(_ word: PlacedWord) -> Bool {
    ListMark.isPageNumber(word.text)
      && text.unicodeScalars.last.map(ScalarWidth.isChinese) == true
  }

  /// Whether both sides of a gap may be marks that fill half of their square.
  private func isBetweenMarks(_ next: String) -> Bool {
    guard let last = text.unicodeScalars.last, let first = next.unicodeScalars.first else {
      return false
    }
    return ScalarWidth.isClosing(last) && ScalarWidth.isOpening(first)
  }

  mutating func append(_ word: PlacedWord, size other: Double) {
    if isNoteMark(word, size: other) {
      text += NoteMark.enclosing(word.text)
      lastRight = max(lastRight, word.box.right)
      box.right = max(box.right, word.box.right)
      return
    }
    beforeNumber = isTitleBeforeNumber(word) ? (text, box.right, word.box.left) : nil
    append(word.text, gap: word.box.left - lastRight)
    let added = ScalarWidth.units(word.text)
    if hangingLeft == nil { hangingLeft = word.box.left }
    units += added
    // The size of the majority wins.
    if abs(other - size) <= 0.03 * size {
      sizeUnits += added
    } else {
      sizeUnits -= added
      if sizeUnits < 0 {
        (size, sizeUnits) = (other, -sizeUnits)
        center = word.box.centerY
      }
    }
    lastRight = max(lastRight, word.box.right)
    box.formUnion(word.box)
    count(word)
  }

  /// The line without a number at its end, and the number.
  func partedFromNumber() -> (title: LayoutLine, number: LayoutLine)? {
    guard let beforeNumber else { return nil }
    var (title, number) = (self, self)
    let digits = String(
      String.UnicodeScalarView(
        text.unicodeScalars.reversed().prefix { ("0"..."9").contains($0) }.reversed()))
    title.text = beforeNumber.text
    title.box.right = beforeNumber.right
    number.text = digits
    number.box.left = beforeNumber.left
    number.units = Double(digits.utf8.count) / 2
    title.units -= number.units
    (title.beforeNumber, number.beforeNumber) = (nil, nil)
    return (title, number)
  }

  private static let noteMarkSize = 0.9
  private static let noteMarkRise = 0.12

  /// Whether a word is a small number above the line, behind Han: what leads to a note.
  private func isNoteMark(_ word: PlacedWord, size other: Double) -> Bool {
    other < Self.noteMarkSize * size && word.box.centerY < center - Self.noteMarkRise * size
      && NoteMark.matches(word.text) && text.unicodeScalars.last.map(ScalarWidth.isChinese) == true
  }

  /// Appends what stands further to the right in the same line, or without a separator what stands in the next one.
  mutating func append(_ line: LayoutLine, separator: String?) {
    if let separator {
      text += separator + line.text
    } else {
      LineSeam.append(line.text, to: &text)
    }
    if hangingLeft == nil { hangingLeft = line.box.left }
    units += line.units
    if line.sizeUnits > sizeUnits { (size, sizeUnits) = (line.size, line.sizeUnits) }
    boldUnits += line.boldUnits
    isBold = boldUnits > 0.8 * units
    hasHan = hasHan || line.hasHan
    lastRight = max(lastRight, line.lastRight)
    box.formUnion(line.box)
  }

  // In squares: the least gaps that are blanks. Programs leave a quarter between Han and letters by themselves.
  private static let blankBetweenHan = 0.6
  private static let doubtfulBetweenHan = 0.18
  private static let blankBesideHan = 0.3
  private static let blankBetweenLetters = 0.12

  private mutating func append(_ more: String, gap: Double) {
    guard let last = text.unicodeScalars.last, let first = more.unicodeScalars.first else {
      text += more
      return
    }
    switch (ScalarWidth.isChinese(last), ScalarWidth.isChinese(first)) {
    case (true, true):
      if gap > Self.blankBetweenHan * size {
        text += " "
      } else if gap > Self.doubtfulBetweenHan * size, !ScalarWidth.isClosing(last),
        !ScalarWidth.isOpening(first)
      {
        text.unicodeScalars.append(DoubtfulBlank.scalar)
      }
    case (false, false): if gap > Self.blankBetweenLetters * size { text += " " }
    default: if gap > Self.blankBesideHan * size { text += " " }
    }
    text += more
  }
}

/// Small gaps between Han characters: a blank of a font of letters, or what fills a line up to its end.
enum DoubtfulBlank {
  /// Stands for the gap until the line is whole.
  static let scalar: Unicode.Scalar = "\u{FFFA}"

  /// Makes blanks of the gaps of a line, or leaves them out if they stand between single characters.
  static func resolve(_ text: String) -> String {
    guard text.unicodeScalars.contains(scalar) else { return text }
    let parts = text.unicodeScalars.split(separator: scalar)
    let single = parts.count { $0.count == 1 }
    let isSpaced = 2 * single > parts.count
    var result = String.UnicodeScalarView()
    for (index, part) in parts.enumerated() {
      if index > 0, !isSpaced { result.append(" ") }
      result.append(contentsOf: part)
    }
    return String(result)
  }
}

/// Puts the words of a page together to lines.
enum LineBuilder {
  /// So many lines before the last one are looked at: small signs above a line come between its words.
  private static let openLineCount = 3

  /// Lines in the order in which the document has their first words.
  static func inOrder(_ words: [PlacedWord], _ sizes: FontSizes) -> [LayoutLine] {
    var lines: [LayoutLine] = []
    for word in words {
      let size = sizes.size(of: word)
      let open = lines.indices.suffix(openLineCount).reversed()
      if let line = open.first(where: { lines[$0].continues(with: word, size: size) }) {
        lines[line].append(word, size: size)
      } else {
        lines.append(LayoutLine(word, size: size))
      }
    }
    return lines
  }

  /// So many lines at about the same height stay open.
  private static let openLinesAtHeight = 16

  /// Lines as they stand on the page, whatever the order of the words is.
  ///
  /// Words are taken from the left to the right, and each is put behind the line at its height that ends nearest.
  ///
  /// No line goes on behind a gap between `columns`.
  static func byPlace(
    _ words: [PlacedWord], _ sizes: FontSizes, _ columns: PageColumns? = nil
  ) -> [LayoutLine] {
    let ordered = words.indices.sorted {
      let (a, b) = (words[$0].box, words[$1].box)
      return (a.left, a.top, $0) < (b.left, b.top, $1)
    }
    var lines: [LayoutLine] = []
    var byHeight: [Int: [Int]] = [:]
    for index in ordered {
      let word = words[index]
      let size = sizes.size(of: word)
      let height = Int((word.box.centerY / sizes.body).rounded())
      var best: Int?
      for row in height - 1...height + 1 {
        for line in byHeight[row] ?? [] where lines[line].continues(with: word, size: size) {
          if columns?.parts(lines[line].box.right, word.box.left) == true { continue }
          if best.map({ distance(line, word) < distance($0, word) }) ?? true { best = line }
        }
      }
      func distance(_ line: Int, _ word: PlacedWord) -> Double {
        abs(lines[line].center - word.box.centerY)
      }
      if let best {
        lines[best].append(word, size: size)
      } else {
        let row = byHeight[height, default: []]
        byHeight[height] = row.suffix(openLinesAtHeight - 1) + [lines.count]
        lines.append(LayoutLine(word, size: size))
      }
    }
    return lines.sorted { ($0.center, $0.box.left) < ($1.center, $1.box.left) }
  }
}
