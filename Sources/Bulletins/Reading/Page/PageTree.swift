/// The elements of a page, as its tags nest.
///
/// Tags of real pages do not match: an end tag closes the innermost element of its name and all
/// within, and is ignored if there is none.
struct PageTree {
  /// In the order in which they begin; the first is the page as a whole.
  private(set) var elements = [PageElement(tag: nil, parent: 0)]
  private(set) var head = PageHead()
  private let source: [UInt8]
  private var open = [0]
  private var openCounts: [String: Int] = [:]
  private var linkDepth = 0

  init(_ source: [UInt8]) {
    self.source = source
    var scanner = PageScanner(source)
    var position = 0
    while position < source.count {
      let (token, end) = scanner.token(at: position)
      switch token {
      case .text(let range): count(range)
      case .tag(let tag): read(tag)
      case .hidden(let tag, let content):
        if tag.name == "title" { head.readTitle(source[content], within: elements[innermost].name) }
      case .declaration: break
      }
      position = end
    }
    while open.count > 1 { closeLast(end: source.count, isClosed: false) }
  }

  private var innermost: Int { open[open.count - 1] }
}

extension PageTree {
  private mutating func count(_ range: Range<Int>) {
    var bytes = 0
    var stops = 0
    for position in range where source[position] > 0x20 {
      bytes += 1
      // 。 is E3 80 82 and ， EF BC 8C.
      let byte = source[position]
      if byte == 0x82 || byte == 0x8C, position >= 2, isStop(at: position) { stops += 1 }
    }
    elements[innermost].byteCount += UInt32(bytes)
    if linkDepth > 0 {
      elements[innermost].linkByteCount += UInt32(bytes)
    } else {
      elements[innermost].stopCount += UInt32(stops)
    }
  }

  private func isStop(at position: Int) -> Bool {
    let (first, second) = (source[position - 2], source[position - 1])
    return first == 0xE3 && second == 0x80 && source[position] == 0x82
      || first == 0xEF && second == 0xBC && source[position] == 0x8C
  }

  private mutating func read(_ tag: Tag) {
    if tag.isClosing { return close(tag) }
    head.read(tag, in: source)
    guard !Self.void.contains(tag.name) else { return }
    closeImplied(by: tag)
    var element = PageElement(tag: tag, parent: innermost)
    let isEmpty = tag.isEmpty(in: source)
    if !isEmpty {
      switch tag.name {
      case "a" where tag.value(of: "href", in: source) != nil:
        element.isLink = true
        element.linkCount = 1
        linkDepth += 1
      case "h1", "h2", "h3", "h4", "h5", "h6": element.headingCount = 1
      case "tr": element.rowCount = 1
      case "td": element.cellCount = 1
      case "th", "caption", "thead": element.headCellCount = 1
      case "p", "div", "ul", "ol": element.blockCount = 1
      default: break
      }
    }
    elements.append(element)
    open.append(elements.count - 1)
    openCounts[tag.name, default: 0] += 1
    if isEmpty {
      closeLast(end: tag.range.upperBound, isClosed: true)
    }
  }

  private mutating func close(_ tag: Tag) {
    guard openCounts[tag.name, default: 0] > 0 else { return }
    while open.count > 1 {
      let name = elements[innermost].name
      let isMatch = name == tag.name
      closeLast(
        end: isMatch ? tag.range.upperBound : tag.range.lowerBound,
        isClosed: isMatch || Self.endsItself.contains(name))
      if isMatch { return }
    }
  }

  /// Ends the paragraph, item or cell that a tag leaves no room for.
  private mutating func closeImplied(by tag: Tag) {
    while Self.isEnded(elements[innermost].name, by: tag) {
      let start = tag.range.lowerBound
      closeLast(end: start, isClosed: true)
    }
  }

  private static func isEnded(_ name: String, by tag: Tag) -> Bool {
    switch name {
    case "p": tag.isBlock
    case "li": tag.name == "li"
    case "dt", "dd": tag.name == "dt" || tag.name == "dd"
    case "td", "th": tag.name == "td" || tag.name == "th" || tag.name == "tr"
    case "tr": tag.name == "tr"
    case "option": tag.name == "option"
    case "a": tag.name == "a"
    default: false
    }
  }

  private mutating func closeLast(end: Int, isClosed: Bool) {
    let index = open.removeLast()
    elements[index].end = UInt32(end)
    elements[index].isClosed = isClosed
    var element = elements[index]
    openCounts[element.name, default: 1] -= 1
    if element.isLink { linkDepth -= 1 }
    if element.name == "table" { element.tableCount += 1 }
    elements[element.parent].add(element)
  }

  private static let void: Set<String> = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr",
  ]
  /// Elements whose end tag may be left out.
  private static let endsItself: Set<String> = [
    "body", "dd", "dt", "html", "li", "p", "tbody", "td", "tfoot", "th", "thead", "tr",
  ]
}
