// Lists, quotations and tables, and what has to be known of the whole file beforehand.
extension LineMarks {
  /// The line without the marks of quotations and the bullet of a list item.
  ///
  /// The number of a numbered item stays: a reader sees it.
  func withoutQuoteAndBullet(_ content: Range<Int>) -> (text: Range<Int>, isItem: Bool) {
    var start = content.lowerBound
    while start < content.upperBound, source[start] == UInt8(ascii: ">") {
      start = Blanks.trimmed(start + 1..<content.upperBound, in: source).lowerBound
    }
    guard start + 1 < content.upperBound else { return (start..<content.upperBound, false) }
    switch source[start] {
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"):
      guard isBlank(source[start + 1]), !isPageNumber(start..<content.upperBound) else { break }
      return (Blanks.trimmed(start + 1..<content.upperBound, in: source), true)
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      return (start..<content.upperBound, isNumberedItem(start..<content.upperBound))
    default: break
    }
    return (start..<content.upperBound, false)
  }

  /// Whether the line is the number of a page: `- 3 -`.
  private func isPageNumber(_ content: Range<Int>) -> Bool {
    content.count <= 12 && source[content.upperBound - 1] == UInt8(ascii: "-")
      && source[content].dropFirst().dropLast().allSatisfy {
        isBlank($0) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
      }
  }

  /// Whether the line begins with `1.` or `1)` and a blank.
  private func isNumberedItem(_ content: Range<Int>) -> Bool {
    var end = content.lowerBound
    while end < content.upperBound, end - content.lowerBound < 4,
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(source[end])
    {
      end += 1
    }
    guard end + 1 < content.upperBound else { return false }
    return (source[end] == UInt8(ascii: ".") || source[end] == UInt8(ascii: ")"))
      && isBlank(source[end + 1])
  }

  private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  /// A row begins with a pipe and has another, or follows a row and has one.
  func isTableRow(_ content: Range<Int>, followsTable: Bool) -> Bool {
    let pipe = UInt8(ascii: "|")
    if source[content.lowerBound] == pipe {
      return source[content].dropFirst().contains(pipe)
    }
    return source[content].contains(pipe) && (followsTable || isTableRule(content))
  }

  /// Whether the line is the rule below the head of a table: `|---|:---:|`.
  func isTableRule(_ content: Range<Int>) -> Bool {
    var hasDash = false
    for position in content {
      switch source[position] {
      case UInt8(ascii: "-"): hasDash = true
      case UInt8(ascii: "|"), UInt8(ascii: ":"), 0x20, 0x09: break
      default: return false
      }
    }
    return hasDash
  }

  func cells(_ content: Range<Int>) -> [Range<Int>] {
    var cells: [Range<Int>] = []
    var start = content.lowerBound
    var isEscaped = false
    for position in content {
      if source[position] == UInt8(ascii: "|"), !isEscaped {
        cells.append(Blanks.trimmed(start..<position, in: source))
        start = position + 1
      }
      isEscaped = source[position] == UInt8(ascii: "\\") && !isEscaped
    }
    cells.append(Blanks.trimmed(start..<content.upperBound, in: source))
    return cells.filter { !$0.isEmpty }
  }

  /// Where the last fence without a language stands, of each kind.
  func lastFences() -> [UInt8: Int] {
    guard source.contains(UInt8(ascii: "`")) || source.contains(UInt8(ascii: "~")) else {
      return [:]
    }
    var result: [UInt8: Int] = [:]
    var lines = PhysicalLines(source)
    while let line = lines.next() {
      let content = Blanks.trimmed(line.content, in: source)
      if !content.isEmpty, let fence = fence(content), fence.isBare {
        result[fence.byte] = fence.position
      }
    }
    return result
  }
}
