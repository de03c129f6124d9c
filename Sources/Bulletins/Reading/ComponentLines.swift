/// Lines of Markdown with components (MDX) that show nothing: imports and exports, and lines that
/// are tags of components and nothing else.
///
/// Other Markdown may show the same as an example, so a file must be known to be of this kind, or
/// must begin with an import.
struct ComponentLines {
  private let source: [UInt8]
  private var isExpected: Bool
  /// Whether nothing but imports has been read.
  private var isAtStart = true
  /// Whether the line goes on with a block of imports and exports, which a blank line ends.
  private var isInBlock = false
  private var isBlockStart = true

  init(_ source: [UInt8], isExpected: Bool) {
    self.source = source
    self.isExpected = isExpected
  }

  mutating func endBlock() {
    isInBlock = false
    isBlockStart = true
  }

  /// Whether a line that is not blank shows nothing; `isFirst` says that no blank stands before it.
  mutating func takes(_ content: Range<Int>, isFirst: Bool) -> Bool {
    if isInBlock { return true }
    if isBlockStart, isFirst, isExpected || isAtStart,
      isImport(content) || isExpected && isExport(content)
    {
      isExpected = true
      isInBlock = true
      return true
    }
    isAtStart = false
    isBlockStart = false
    return isExpected && isComponentTags(content)
  }

  /// `import Tabs from '…'`, `import '…'` or the first line of one over several lines.
  private func isImport(_ content: Range<Int>) -> Bool {
    let line = source[content]
    guard line.starts(with: "import ".utf8), let next = line.dropFirst(7).first else {
      return false
    }
    let isQuote = next == UInt8(ascii: "'") || next == UInt8(ascii: "\"")
    let text = String(decoding: line.prefix(ReadFile.shortByteCount), as: UTF8.self)
    return isQuote || next == UInt8(ascii: "{") || text.contains(" from '")
      || text.contains(" from \"")
  }

  private func isExport(_ content: Range<Int>) -> Bool {
    Self.exports.contains { source[content].starts(with: $0) }
  }

  private static let exports = [
    "export default ", "export const ", "export let ", "export var ", "export function ",
    "export {", "export *",
  ].map { Array($0.utf8) }

  /// Whether the line is tags whose names begin with a capital, and nothing else.
  private func isComponentTags(_ content: Range<Int>) -> Bool {
    var position = content.lowerBound
    while position < content.upperBound {
      guard source[position] == UInt8(ascii: "<"),
        let tag = Tag(source, at: position, limit: content.upperBound), isComponent(tag)
      else { return false }
      position = Blanks.trimmed(tag.range.upperBound..<content.upperBound, in: source).lowerBound
    }
    return true
  }

  private func isComponent(_ tag: Tag) -> Bool {
    let first = source[tag.range.lowerBound + (tag.isClosing ? 2 : 1)]
    return (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(first) && !tag.isKnown
  }
}
