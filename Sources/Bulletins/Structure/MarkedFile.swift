/// A file in which it is being decided what each line is.
struct MarkedFile {
  let file: ReadFile
  /// What each line is; `paragraph` for a line with text about which nothing is decided yet.
  var roles: [Block.Kind]

  init(_ file: ReadFile) {
    self.file = file
    roles = file.lines.map { Self.role(of: $0) }
  }

  var count: Int { roles.count }

  /// Whether the line has text that is nothing but text so far.
  func isOpen(_ index: Int) -> Bool {
    switch roles[index] {
    case .paragraph, .list, .table, .code, .image: !file.lines[index].text.isEmpty
    default: false
    }
  }

  /// The next open line at or after `index`, before `end`.
  func nextOpen(_ index: Int, before end: Int? = nil) -> Int? {
    var index = index
    let end = min(end ?? count, count)
    while index < end {
      if isOpen(index) { return index }
      index += 1
    }
    return nil
  }

  /// The last open line before `index`, not before `start`.
  func previousOpen(_ index: Int, notBefore start: Int = 0) -> Int? {
    var index = index - 1
    while index >= start {
      if isOpen(index) { return index }
      index -= 1
    }
    return nil
  }

  mutating func set(_ role: Block.Kind, _ lines: some Sequence<Int>) {
    for index in lines { roles[index] = role }
  }

  /// The blocks of the file: neighbouring lines of one kind together, except for paragraphs, titles
  /// and sections, of which each line is one.
  func blocks() -> [Block] {
    var blocks: [Block] = []
    for (index, line) in file.lines.enumerated() {
      let kind = roles[index]
      if let last = blocks.last, last.kind == kind, Self.isMerged(kind) {
        blocks[blocks.count - 1].bytes = last.bytes.lowerBound..<line.bytes.upperBound
        blocks[blocks.count - 1].lines =
          last.lines.lowerBound...max(last.lines.upperBound, line.numbers.upperBound)
      } else {
        blocks.append(Block(kind: kind, bytes: line.bytes, lines: line.numbers))
      }
    }
    return blocks
  }

  private static func isMerged(_ kind: Block.Kind) -> Bool {
    switch kind {
    case .paragraph, .title, .section, .byline: false
    default: true
    }
  }

  private static func role(of line: Line) -> Block.Kind {
    switch line.kind {
    case .blank: .blank
    case .heading: line.text.isEmpty ? .markup : .paragraph
    case .text: .paragraph
    case .listItem: .list
    case .table: .table
    case .code: .code
    case .rule: .rule
    case .comment: .comment
    case .frontMatter: .frontMatter
    case .image: .image
    case .markup: .markup
    case .furniture: .furniture
    }
  }
}
