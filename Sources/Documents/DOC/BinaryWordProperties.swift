/// What is said of a run of characters or of a paragraph of a document of Word (MS-DOC, 2.6).
struct BinaryWordProperties {
  var text = WordTextProperties()
  var isDeleted = false
  /// Whether a character is none of the text but stands for something.
  var isSpecial = false
  var style: Int?
  var outlineLevel: Int?
  var isInTable = false
  var isRowEnd = false
  var tableDepth = 0
  var isInnerCellEnd = false
  var isInnerRowEnd = false
  var isIndented: Bool?
  var list: Int?
  var listLevel = 0

  /// Reads a list of modifiers: a number that also says how long its value is, and the value.
  mutating func read(_ list: LittleEndian) {
    var position = 0
    while let number = list.uint16(at: position) {
      position += 2
      guard let size = Self.valueSize(number, list, position) else { return }
      apply(number, list, at: position)
      position += size
    }
  }

  private static func valueSize(_ number: Int, _ list: LittleEndian, _ position: Int) -> Int? {
    switch number >> 13 {
    case 0, 1: return 1
    case 2, 4, 5: return 2
    case 3: return 4
    case 7: return 3
    default:
      // The definition of a table says its size in two bytes.
      if number == 0xD608 { return list.uint16(at: position).map { $0 + 1 } }
      let start = list.bytes.startIndex + position
      guard list.bytes.indices.contains(start) else { return nil }
      return 1 + Int(list.bytes[start])
    }
  }

  private mutating func apply(_ number: Int, _ list: LittleEndian, at position: Int) {
    let start = list.bytes.startIndex + position
    guard list.bytes.indices.contains(start) else { return }
    let byte = list.bytes[start]
    let isOn = byte & 1 == 1
    switch number {
    case 0x0800: isDeleted = isOn
    case 0x0855: isSpecial = isOn
    case 0x0835: text.isBold = Self.toggled(byte)
    case 0x083C: text.isHidden = Self.toggled(byte)
    case 0x4A43: text.size = list.uint16(at: position).flatMap { $0 > 0 ? $0 : nil }
    case 0x4A30: style = list.uint16(at: position)
    case 0x2416: isInTable = isOn
    case 0x2417: isRowEnd = isOn
    case 0x244B: isInnerCellEnd = isOn
    case 0x244C: isInnerRowEnd = isOn
    case 0x6649: tableDepth = list.uint32(at: position).map { min($0, 100) } ?? 0
    case 0x2640: outlineLevel = byte < 9 ? Int(byte) + 1 : 0
    case 0x260A: listLevel = Int(byte)
    case 0x460B: self.list = list.uint16(at: position)
    case 0x8411, 0x8460:
      if let indent = list.uint16(at: position) { isIndented = indent > 0 && indent < 0x8000 }
    default: break
    }
  }

  /// On, off, or as the style below has it (0x80) or has it not.
  private static func toggled(_ byte: UInt8) -> Bool? {
    switch byte {
    case 0: false
    case 1, 0x81: true
    default: nil
    }
  }
}

/// Properties of runs in the order of the stream, looked up by ascending or any offsets.
struct BinaryWordRuns {
  private var starts: [Int] = []
  private var ends: [Int] = []
  private var properties: [BinaryWordProperties] = []

  private static let pageByteCount = 512
  private static let mostRuns = 300_000

  /// Reads the pages of 512 bytes in which runs are listed.
  ///
  /// - Parameters:
  ///   - pages: The part that says where the pages are.
  ///   - stream: The stream in which they are.
  ///   - areParagraphs: Whether the runs are paragraphs, whose properties begin with the number of their style.
  init(_ pages: LittleEndian, in stream: [UInt8], areParagraphs: Bool) {
    let count = max(0, (pages.bytes.count - 4) / 8)
    for index in 0..<count {
      guard let number = pages.uint32(at: 4 * (count + 1) + 4 * index) else { break }
      let start = (number & 0x3F_FFFF) * Self.pageByteCount
      guard start + Self.pageByteCount <= stream.count, starts.count < Self.mostRuns else {
        continue
      }
      read(LittleEndian(stream[start..<start + Self.pageByteCount]), areParagraphs)
    }
    // Pages come in the order of the stream, but in files of some programs.
    if zip(starts, starts.dropFirst()).contains(where: { $0 > $1 }) {
      let order = starts.indices.sorted { starts[$0] < starts[$1] }
      (starts, ends) = (order.map { starts[$0] }, order.map { ends[$0] })
      properties = order.map { properties[$0] }
    }
  }

  private mutating func read(_ page: LittleEndian, _ areParagraphs: Bool) {
    let count = Int(page.bytes[page.bytes.endIndex - 1])
    let places = 4 * (count + 1)
    for index in 0..<count {
      let entry = places + index * (areParagraphs ? 13 : 1)
      guard let start = page.uint32(at: 4 * index), let end = page.uint32(at: 4 * index + 4),
        end > start, entry < Self.pageByteCount
      else { continue }
      var result = BinaryWordProperties()
      let offset = 2 * Int(page.bytes[page.bytes.startIndex + entry])
      if offset > 0, let list = Self.list(page, at: offset, areParagraphs) {
        if areParagraphs {
          result.style = list.uint16(at: 0)
          result.read(LittleEndian(list.bytes.dropFirst(2)))
        } else {
          result.read(list)
        }
      }
      starts.append(start)
      ends.append(end)
      properties.append(result)
    }
  }

  private static func list(
    _ page: LittleEndian, at offset: Int, _ isParagraph: Bool
  ) -> LittleEndian? {
    var start = page.bytes.startIndex + offset
    guard start + 1 < page.bytes.endIndex else { return nil }
    var size = Int(page.bytes[start])
    start += 1
    if isParagraph {
      if size == 0 {
        size = 2 * Int(page.bytes[start])
        start += 1
      } else {
        size = 2 * size - 1
      }
    }
    guard size > 0, start < page.bytes.endIndex else { return nil }
    return LittleEndian(page.bytes[start..<min(start + size, page.bytes.endIndex)])
  }

  /// The properties at an offset and where their run ends; nothing special where no run is.
  ///
  /// - Complexity: O(log *n*) in the number of runs.
  func properties(at offset: Int) -> (properties: BinaryWordProperties, end: Int) {
    var low = 0
    var high = starts.count
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return (BinaryWordProperties(), starts.first ?? .max) }
    guard offset < ends[low - 1] else {
      return (BinaryWordProperties(), low < starts.count ? starts[low] : .max)
    }
    return (properties[low - 1], ends[low - 1])
  }
}
