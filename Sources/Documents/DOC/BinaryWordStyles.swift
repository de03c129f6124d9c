/// The styles of a document of Word (MS-DOC, 2.9.271).
struct BinaryWordStyles {
  private var styles: [WordStyle] = []
  /// Of each, the list that its paragraphs are in.
  private var lists: [(list: Int?, level: Int)] = []

  private struct Entry {
    var headingLevel: Int?
    var isContents = false
    var base = none
    var properties = BinaryWordProperties()
  }

  private static let none = 0xFFF
  private static let mostBases = 20
  /// Ten points.
  private static let standardSize = 20

  init(_ part: LittleEndian) {
    guard let headerSize = part.uint16(at: 0), let count = part.uint16(at: 2),
      let baseSize = part.uint16(at: 4)
    else { return }
    var entries: [Entry] = []
    var position = 2 + headerSize
    for _ in 0..<min(count, Self.none) {
      guard let size = part.uint16(at: position) else { break }
      position += 2
      let start = part.bytes.startIndex + position
      guard start <= part.bytes.endIndex else { break }
      let end = min(start + size, part.bytes.endIndex)
      entries.append(Self.entry(LittleEndian(part.bytes[start..<end]), baseSize: baseSize))
      position += size
    }
    for index in entries.indices {
      let (style, list) = Self.resolved(index, entries)
      styles.append(style)
      lists.append(list)
    }
  }

  func style(_ index: Int?) -> WordStyle {
    let index = index ?? 0
    if styles.indices.contains(index) { return styles[index] }
    var style = WordStyle()
    style.text.size = Self.standardSize
    return style
  }

  func list(ofStyle index: Int?) -> (list: Int?, level: Int) {
    let index = index ?? 0
    return lists.indices.contains(index) ? lists[index] : (nil, 0)
  }

  private static func entry(_ style: LittleEndian, baseSize: Int) -> Entry {
    var entry = Entry()
    guard let identifier = style.uint16(at: 0), let kinds = style.uint16(at: 2),
      let counts = style.uint16(at: 4), let length = style.uint16(at: baseSize)
    else { return entry }
    entry.base = kinds >> 4
    // Those that Word has itself have numbers: nine of headings from 1, nine of contents from 19, the title 62.
    switch identifier & 0xFFF {
    case let number where (1...9).contains(number): entry.headingLevel = number
    case let number where (19...27).contains(number): entry.isContents = true
    case 62: entry.headingLevel = 1
    default:
      let units = (0..<min(length, 255)).compactMap { style.uint16(at: baseSize + 2 + 2 * $0) }
      let name = String(decoding: units.map { UInt16(truncatingIfNeeded: $0) }, as: UTF16.self)
        .lowercased()
      entry.headingLevel = StyleNames.headingLevel(name)
      entry.isContents = StyleNames.isContents(name)
    }
    guard kinds & 0xF == 1 || kinds & 0xF == 2 else { return entry }
    var position = baseSize + 2 + 2 * length + 2
    for index in 0..<min(counts & 0xF, 2) {
      position += position & 1
      guard let size = style.uint16(at: position) else { break }
      let start = style.bytes.startIndex + position + 2
      guard start + size <= style.bytes.endIndex else { break }
      // Of a style of paragraphs the first are its own, behind the number of the style, the second those of its letters.
      let isParagraph = kinds & 0xF == 1 && index == 0
      entry.properties.read(
        LittleEndian(style.bytes[(start + (isParagraph ? min(2, size) : 0))..<start + size]))
      position += 2 + size
    }
    return entry
  }

  private static func resolved(
    _ index: Int, _ entries: [Entry]
  ) -> (style: WordStyle, list: (Int?, Int)) {
    var style = WordStyle()
    var list: (Int?, Int)?
    var isDecided = false
    var next = index
    for _ in 0..<mostBases {
      guard entries.indices.contains(next) else { break }
      let entry = entries[next]
      style.text = style.text.over(entry.properties.text)
      style.paragraph.isIndented = style.paragraph.isIndented ?? entry.properties.isIndented
      if list == nil, let number = entry.properties.list {
        list = (number, entry.properties.listLevel)
      }
      if !isDecided {
        style.isContents = entry.isContents
        style.headingLevel =
          entry.isContents ? nil : entry.headingLevel ?? entry.properties.outlineLevel
        if style.headingLevel == 0 { style.headingLevel = nil }
        isDecided =
          entry.isContents || entry.headingLevel != nil || entry.properties.outlineLevel != nil
      }
      next = entry.base
    }
    style.text.size = style.text.size ?? standardSize
    return (style, list ?? (nil, 0))
  }
}
