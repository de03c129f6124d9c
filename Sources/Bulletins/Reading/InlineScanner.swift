/// Finds the mark-up within a line of Markdown: emphasis, links, images, code, tags, character
/// references.
///
/// A reader that indexes must not lose text, so where CommonMark and this differ, this keeps the
/// characters: unknown tags stay, a link needs a destination that looks like one. Only `**` goes
/// even without a partner, because converters leave it where CommonMark does not see it. Every
/// search for a closing mark that failed is remembered, so that a line takes linear time.
struct InlineScanner {
  let source: [UInt8]
  /// The mark-up of the line scanned last, in order and without overlap.
  var cuts: [Cut] = []
  var hasLinks = false
  var hasImages = false

  var end = 0
  var brackets: [Bracket] = []
  private var emphases: [Emphasis] = []
  private var codeEnds: [Int: Int]?
  var hasTagEnd = true
  /// The first `>` behind the tag that was looked at last, so that tags without an end take no time.
  var nextTagEnd = 0
  /// Before this offset no destination begins that is one.
  var linksResume = 0
  var hasAnnotationEnd = true
  /// Where the last comment of each kind ends in the file: there is no need to look behind it.
  private let lastCommentEnds: [CommentKind: Int]
  private var notes: NoteLabels

  struct Bracket {
    var position: Int
    var isImage: Bool
  }

  private struct Emphasis {
    var byte: UInt8
    var range: Range<Int>
  }

  init(_ source: [UInt8], lastCommentEnds: [CommentKind: Int], notes: NoteLabels) {
    self.source = source
    self.lastCommentEnds = lastCommentEnds
    self.notes = notes
  }

  /// Whether the bytes may hold mark-up; most lines of a bulletin do not.
  func mayHoldMarkup(_ range: Range<Int>) -> Bool {
    let table = Self.isSpecial
    for position in range where table[Int(source[position])] { return true }
    return false
  }

  /// Fills ``cuts`` and returns where the text goes on: behind the range if a link or tag does.
  mutating func scan(_ range: Range<Int>) -> Int {
    reset(end: range.upperBound)
    let table = Self.isSpecial
    var position = range.lowerBound
    while position < range.upperBound {
      let byte = source[position]
      position =
        table[Int(byte)] ? step(byte, at: position, start: range.lowerBound) : position + 1
    }
    sortCuts()
    return position
  }

  private static let isSpecial: [Bool] = {
    var table = [Bool](repeating: false, count: 256)
    for byte in "\\`[]<&*_~{".utf8 { table[Int(byte)] = true }
    return table
  }()
}

extension InlineScanner {
  private mutating func reset(end: Int) {
    self.end = end
    cuts.removeAll(keepingCapacity: true)
    brackets.removeAll(keepingCapacity: true)
    emphases.removeAll(keepingCapacity: true)
    codeEnds = nil
    hasTagEnd = true
    hasAnnotationEnd = true
    linksResume = 0
    hasLinks = false
    hasImages = false
  }

  /// Openers are cut when their partner is found, so they come late.
  private mutating func sortCuts() {
    var isSorted = true
    for (left, right) in zip(cuts, cuts.dropFirst())
    where left.range.lowerBound > right.range.lowerBound {
      isSorted = false
    }
    if !isSorted { cuts.sort { $0.range.lowerBound < $1.range.lowerBound } }
  }

  private mutating func step(_ byte: UInt8, at position: Int, start: Int) -> Int {
    switch byte {
    case UInt8(ascii: "\\"): escape(at: position)
    case UInt8(ascii: "`"): code(at: position)
    case UInt8(ascii: "["): note(at: position) ?? openBracket(at: position, start: start)
    case UInt8(ascii: "]"): closeBracket(at: position)
    case UInt8(ascii: "<"): tag(at: position)
    case UInt8(ascii: "&"): reference(at: position)
    case UInt8(ascii: "{"): comment(.component, at: position) ?? position + 1
    default: emphasis(byte, at: position, start: start)
    }
  }

  mutating func cut(_ range: Range<Int>, _ replacement: Cut.Replacement = .nothing) {
    cuts.append(Cut(range: range, replacement: replacement))
  }

  private func runEnd(of byte: UInt8, from position: Int) -> Int {
    var next = position
    while next < end, source[next] == byte { next += 1 }
    return next
  }

  private mutating func escape(at position: Int) -> Int {
    guard position + 1 < end, Self.isPunctuation(source[position + 1]) else { return position + 1 }
    cut(position..<position + 1)
    return position + 2
  }

  private mutating func reference(at position: Int) -> Int {
    guard let found = CharacterReference(source, at: position, end: end, in: .markdown) else {
      return position + 1
    }
    let next = position + found.count
    cut(position..<next, found.isBlank ? .blank : .text(found.text))
    return next
  }

  /// Cuts the mark of a note, `[^1]`, and returns where it ends.
  private mutating func note(at position: Int) -> Int? {
    guard let label = notes.mark(at: position, end: end) else { return nil }
    cut(position..<label.upperBound + 1)
    return label.upperBound + 1
  }

  /// Cuts the comment that begins here, if one does, and returns where it ends.
  mutating func comment(_ kind: CommentKind, at position: Int) -> Int? {
    let lastEnd = lastCommentEnds[kind] ?? 0
    let opening = kind.opening
    guard position < lastEnd, source[position...].starts(with: opening) else { return nil }
    var next = position + opening.count
    while next + 3 < lastEnd, !source[next..<next + 3].elementsEqual(kind.closing) { next += 1 }
    guard next + 3 <= lastEnd else { return nil }
    cut(position..<next + 3)
    return next + 3
  }

  private mutating func code(at position: Int) -> Int {
    let ends = codeEnds ?? matchCodeRuns(from: position)
    codeEnds = ends
    let runEnd = runEnd(of: UInt8(ascii: "`"), from: position)
    guard let closing = ends[position] else { return runEnd }
    cut(position..<runEnd)
    cut(closing..<closing + (runEnd - position))
    return closing + (runEnd - position)
  }

  /// For each run of backticks where the next run of the same length begins.
  private func matchCodeRuns(from start: Int) -> [Int: Int] {
    var runs: [(start: Int, count: Int)] = []
    var position = start
    while position < end {
      guard source[position] == UInt8(ascii: "`") else {
        position += 1
        continue
      }
      let runEnd = runEnd(of: UInt8(ascii: "`"), from: position)
      runs.append((position, runEnd - position))
      position = runEnd
    }
    var next: [Int: Int] = [:]
    var result: [Int: Int] = [:]
    for run in runs.reversed() {
      result[run.start] = next[run.count]
      next[run.count] = run.start
    }
    return result
  }

  private mutating func emphasis(_ byte: UInt8, at position: Int, start: Int) -> Int {
    let runEnd = runEnd(of: byte, from: position)
    let count = runEnd - position
    let before = position > start ? source[position - 1] : 0x20
    let after = runEnd < end ? source[runEnd] : 0x20
    if byte == UInt8(ascii: "*"), (2...4).contains(count) {
      if before > 0x20 || after > 0x20 { cut(position..<runEnd) }
      return runEnd
    }
    guard count <= 3, byte != UInt8(ascii: "~") || count == 2 else { return runEnd }
    // Between letters `_` is part of a name, between digits `*` is a sign of arithmetic.
    let isInside =
      byte == UInt8(ascii: "_")
      ? Self.isWord(before) && Self.isWord(after) : Self.isDigit(before) && Self.isDigit(after)
    guard !isInside else { return runEnd }
    if before > 0x20, let opener = emphases.last, opener.byte == byte, opener.range.count == count,
      byte != UInt8(ascii: "_") || !Self.isWord(after)
    {
      emphases.removeLast()
      cut(opener.range)
      cut(position..<runEnd)
    } else if after > 0x20, byte != UInt8(ascii: "_") || !Self.isWord(before) {
      emphases.append(Emphasis(byte: byte, range: position..<runEnd))
    }
    return runEnd
  }

  static func isPunctuation(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
    default: false
    }
  }

  static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  /// Letters and digits, and the bytes of Chinese characters.
  private static func isWord(_ byte: UInt8) -> Bool {
    byte > 0x20 && !isPunctuation(byte)
  }
}
