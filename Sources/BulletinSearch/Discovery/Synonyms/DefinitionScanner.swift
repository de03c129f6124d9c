internal import TextAnalysis

/// Finds the places of a text that give a name and a shorter one for the same: 全称（简称）, 简称（全称），
/// 全称，简称“…”, and several in one bracket.
///
/// - Complexity: O(*n*) in the length of the text: what is looked at around a bracket is bounded.
struct DefinitionScanner {
  /// How much of the text before a bracket is looked at, in characters: the longest names of bodies have thirty,
  /// and English ones are longer.
  static let longestFullName = 30
  static let longestLatinName = 90
  /// The longest content of a bracket that is looked at.
  private static let longestBracket = 90
  static let shortNameLengths = 2...8
  static let acronymLengths = 2...10
  /// Shorter Han names before an acronym say of what kind it is, as 框架 or 平台.
  static let shortestTranslation = 3
  /// A Han name in a bracket behind an acronym: shorter ones are mostly remarks.
  static let translationLengths = 4...16
  /// The words that say that a short name follows, the longest first, and those that say that a full one does.
  private static let shortMarks = [
    "以下简称为", "以下简称", "下文简称", "以下称", "一下简称", "简称为", "简称", "下称", "缩写为", "缩写", "后简称",
  ]
  .map(NameCharacters.codes)
  private static let fullMarks = ["英文全称", "全称为", "全称"].map(NameCharacters.codes)
  private static let copulas = NameCharacters.codes("：:为作")
  private static let mark = NameCharacters.codes("简称")
  /// The traditional characters of the marks.
  private static let simplified = Dictionary(
    uniqueKeysWithValues: zip(NameCharacters.codes("簡稱縮寫為後"), NameCharacters.codes("简称缩写为后")))

  let text: [UInt32]
  /// The text in whose marks all characters are simplified.
  private let plain: [UInt32]
  let analyzer: TextAnalyzer
  var definitions: [Definition] = []

  /// - Parameters:
  ///   - text: The scalars of a text as it is written.
  ///   - analyzer: What cuts words.
  /// - Throws: `AnalysisError` if ICU fails.
  init(_ text: [UInt32], analyzer: TextAnalyzer) throws {
    self.text = text
    plain = text.map { Self.simplified[$0] ?? $0 }
    self.analyzer = analyzer
    try scan()
  }

  private mutating func scan() throws {
    var place = 0
    while place < text.count {
      if NameCharacters.openBrackets.contains(text[place]), let end = closing(place) {
        try readBracket(place + 1..<end)
        place = end + 1
      } else if starts(Self.mark, at: place) {
        try readMark(at: place)
        place += Self.mark.count
      } else {
        place += 1
      }
    }
  }

  private func closing(_ open: Int) -> Int? {
    let end = min(open + Self.longestBracket, text.count)
    let close = text[open + 1..<end].firstIndex {
      NameCharacters.closeBrackets.contains($0) || NameCharacters.openBrackets.contains($0)
        || $0 < 0x20
    }
    return close.flatMap { NameCharacters.closeBrackets.contains(text[$0]) ? $0 : nil }
  }

  private func starts(_ part: [UInt32], at place: Int) -> Bool {
    place + part.count <= text.count && plain[place..<place + part.count].elementsEqual(part)
  }
}

// MARK: - Where names may stand

extension DefinitionScanner {
  /// A part of a bracket, without its mark and quotation marks.
  private struct Item {
    var range: Range<Int>
    var saysShort = false
    var saysFull = false
  }

  /// Names in a bracket, and those before it.
  private mutating func readBracket(_ content: Range<Int>) throws {
    let items = text[content].split { NameCharacters.itemBorders.contains($0) }
      .map { item($0.startIndex..<$0.endIndex) }
    guard let before = try nameBefore(content.lowerBound - 1) else { return }
    for (index, item) in items.enumerated() where !item.range.isEmpty {
      try add(
        short: item.range, after: before, isMarked: item.saysShort, end: content.upperBound + 1)
      if !item.saysShort {
        try add(
          full: item.range, after: before, isMarked: item.saysFull, end: content.upperBound + 1)
      }
      // A full name in another language may stand before the short one.
      if index > 0, let other = name(items[index - 1].range) {
        try add(
          short: item.range, after: other, isMarked: item.saysShort, end: content.upperBound + 1)
      }
    }
  }

  /// 全称，简称“…” without a bracket.
  private mutating func readMark(at place: Int) throws {
    var start = place
    for prefix in ["以下", "下文", "一下", "后", "下"].map(NameCharacters.codes)
    where start >= prefix.count && starts(prefix, at: start - prefix.count) {
      start -= prefix.count
      break
    }
    while start > 0, NameCharacters.itemBorders.contains(text[start - 1]) || isBlank(start - 1) {
      start -= 1
    }
    let end = place + Self.longestBracket
    let rest = text[place..<min(end, text.count)]
    let item = item(place..<(rest.firstIndex { endsClause($0) } ?? rest.endIndex))
    guard item.saysShort else { return }
    if let before = try nameBefore(start) {
      try add(short: item.range, after: before, isMarked: true, end: item.range.upperBound)
    }
    guard start > 0, NameCharacters.closeBrackets.contains(text[start - 1]) else { return }
    let earliest = max(start - Self.longestBracket, 0)
    guard
      let open = text[earliest..<start].lastIndex(where: NameCharacters.openBrackets.contains)
    else { return }
    let names = [name(open + 1..<start - 1), try nameBefore(open)].compactMap(\.self)
    for name in names {
      try add(short: item.range, after: name, isMarked: true, end: item.range.upperBound)
    }
  }

  private func endsClause(_ scalar: UInt32) -> Bool {
    scalar < 0x20 || NameCharacters.itemBorders.contains(scalar) || scalar == 0x3002
      || NameCharacters.openBrackets.contains(scalar)
      || NameCharacters.closeBrackets.contains(scalar)
  }

  private func item(_ range: Range<Int>) -> Item {
    var item = Item(range: trimmed(range))
    for (marks, isShort) in [(Self.shortMarks, true), (Self.fullMarks, false)] {
      guard
        let mark = marks.first(where: {
          item.range.count > $0.count && starts($0, at: item.range.lowerBound)
        })
      else { continue }
      var start = item.range.lowerBound + mark.count
      while start < item.range.upperBound, Self.copulas.contains(plain[start]) {
        start += 1
      }
      item = Item(
        range: trimmed(start..<item.range.upperBound), saysShort: isShort, saysFull: !isShort)
      break
    }
    return item
  }

  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, isBlank(start) || NameCharacters.quotes.contains(text[start]) { start += 1 }
    while end > start, isBlank(end - 1) || NameCharacters.quotes.contains(text[end - 1]) {
      end -= 1
    }
    return start..<end
  }

  func isBlank(_ place: Int) -> Bool { NameCharacters.blanks.contains(text[place]) }
}
