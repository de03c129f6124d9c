/// Cuts an HTML file into tags, text, and what no reader sees.
///
/// Every search for an end that failed is remembered, so that a file takes linear time.
struct PageScanner {
  enum Token {
    case text(Range<Int>)
    case tag(Tag)
    /// An element whose content is no text of the page; the tag is the one that begins it.
    case hidden(Tag, content: Range<Int>)
    /// A comment or a declaration.
    case declaration
  }

  let source: [UInt8]
  /// What ends were looked for in vain.
  private var unclosed: Set<String> = []
  private var hasTagEnd = true

  /// Pages with pictures inside their attributes reach it.
  private static let maximumTagLength = 1 << 20

  /// Elements whose content is no text of the page.
  private static let hidden: Set<String> = [
    "title", "script", "style", "noscript", "template", "select", "button", "svg", "iframe",
    "object", "textarea", "datalist",
  ]

  init(_ source: [UInt8]) {
    self.source = source
  }

  /// What begins at `position`, and where it ends; text ends before a `<`.
  mutating func token(at position: Int) -> (token: Token, end: Int) {
    guard source[position] == UInt8(ascii: "<") else {
      let end = source[position...].firstIndex(of: UInt8(ascii: "<")) ?? source.count
      return (.text(position..<end), end)
    }
    if let end = declarationEnd(at: position) { return (.declaration, end) }
    let limit = min(source.count, position + Self.maximumTagLength)
    guard hasTagEnd, Tag.begins(in: source, at: position, limit: limit) else {
      return (.text(position..<position + 1), position + 1)
    }
    guard let tag = Tag(source, at: position, limit: limit) else {
      hasTagEnd = false
      return (.declaration, position + 1)
    }
    if !tag.isClosing, Self.hidden.contains(tag.name), let content = content(of: tag) {
      let end = end(of: ">", from: content.upperBound) ?? source.count
      return (.hidden(tag, content: content), end)
    }
    return (.tag(tag), tag.range.upperBound)
  }

  private mutating func declarationEnd(at position: Int) -> Int? {
    let next = source[(position + 1)...].prefix(3)
    if next.elementsEqual("!--".utf8) {
      return end(of: "-->", from: position + 4) ?? position + 4
    }
    guard next.first == UInt8(ascii: "!") || next.first == UInt8(ascii: "?") else { return nil }
    return end(of: ">", from: position + 2) ?? position + 2
  }

  /// What stands before the end tag; a script without one reaches to the end of the file.
  private mutating func content(of tag: Tag) -> Range<Int>? {
    let start = tag.range.upperBound
    guard !tag.isEmpty(in: source), !unclosed.contains(tag.name) else { return nil }
    let wanted = Array(("</" + tag.name).utf8)
    var position = start
    while position + wanted.count <= source.count {
      let isMatch =
        source[position] == wanted[0]
        && zip(wanted, source[position..<position + wanted.count]).allSatisfy {
          $0 == $1 | 0x20 || $0 == $1
        }
      if isMatch { return start..<position }
      position += 1
    }
    unclosed.insert(tag.name)
    return tag.name == "script" || tag.name == "style" ? start..<source.count : nil
  }

  private mutating func end(of mark: String, from start: Int) -> Int? {
    guard !unclosed.contains(mark) else { return nil }
    let wanted = Array(mark.utf8)
    var position = start
    while position + wanted.count <= source.count {
      if source[position] == wanted[0],
        source[position..<position + wanted.count].elementsEqual(wanted)
      {
        return position + wanted.count
      }
      position += 1
    }
    unclosed.insert(mark)
    return nil
  }
}
