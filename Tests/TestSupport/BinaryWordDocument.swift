/// Writes small documents of Word as it wrote them before 2007, for tests (MS-DOC, MS-CFB).
public struct BinaryWordDocument {
  /// Text with the same properties.
  public struct Run {
    public var text: String
    /// Numbers of properties with the bytes of their values.
    public var properties: [(number: Int, value: [UInt8])]

    public init(_ text: String, _ properties: [(number: Int, value: [UInt8])] = []) {
      self.text = text
      self.properties = properties
    }
  }

  public struct Paragraph {
    public var runs: [Run]
    public var style: Int
    public var properties: [(number: Int, value: [UInt8])]
    /// The character with which it ends.
    public var end: UInt16

    public init(
      _ runs: [Run], style: Int = 0, _ properties: [(number: Int, value: [UInt8])] = [],
      end: UInt16 = 0x0D
    ) {
      self.runs = runs
      self.style = style
      self.properties = properties
      self.end = end
    }
  }

  public var paragraphs: [Paragraph]
  /// The numbers that Word has for the styles; a document's first is 0.
  public var styles = [0, 1, 2]
  public var notes: [(character: Int, text: String)] = []
  public var boxes = ""
  public var isEncrypted = false
  public var version = 0xC1
  /// Whether the text is in bytes of Windows' code page 1252.
  public var isNarrow = false
  /// What the levels of one list have: how a number is written, and the text around it.
  public var levels: [(format: Int, before: String, after: String)] = []

  public init(_ paragraphs: [Paragraph]) {
    self.paragraphs = paragraphs
  }

  private static let textStart = 0x400

  private static func little(_ value: Int, _ byteCount: Int) -> [UInt8] {
    (0..<byteCount).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }

  private static func list(_ properties: [(number: Int, value: [UInt8])]) -> [UInt8] {
    properties.flatMap { little($0.number, 2) + $0.value }
  }

  /// The bytes of the file.
  public func file() -> [UInt8] {
    var text: [UInt8] = []
    var runs: [(end: Int, list: [UInt8])] = []
    var ends: [(end: Int, list: [UInt8])] = []
    func append(_ units: some Sequence<UInt16>) {
      for unit in units {
        text += isNarrow ? [UInt8(truncatingIfNeeded: unit)] : Self.little(Int(unit), 2)
      }
    }
    func end() -> Int { Self.textStart + text.count }
    for paragraph in paragraphs {
      for run in paragraph.runs {
        append(run.text.utf16)
        runs.append((end(), Self.list(run.properties)))
      }
      append([paragraph.end])
      runs.append(
        (end(), Self.list(paragraph.runs.last?.properties.filter { $0.number == 0x0800 } ?? [])))
      ends.append((end(), Self.little(paragraph.style, 2) + Self.list(paragraph.properties)))
    }
    let width = isNarrow ? 1 : 2
    let mainCount = text.count / width
    var noteStarts = [0]
    for note in notes {
      append(note.text.utf16)
      append([0x0D])
      noteStarts.append(text.count / width - mainCount)
    }
    let noteCount = text.count / width - mainCount
    if !boxes.isEmpty {
      append(boxes.utf16)
      append([0x0D])
    }
    let boxCount = text.count / width - mainCount - noteCount
    runs.append((end(), []))
    ends.append((end(), [0, 0]))

    var table: [UInt8] = []
    var parts: [Int: (Int, Int)] = [:]
    func add(_ part: Int, _ bytes: [UInt8]) {
      parts[part] = (table.count, bytes.count)
      table += bytes
    }
    add(1, stylesPart)
    add(
      12,
      Self.little(Self.textStart, 4) + Self.little(end(), 4)
        + Self.little(Self.pageNumber(after: end()), 4))
    add(
      13,
      Self.little(Self.textStart, 4) + Self.little(end(), 4)
        + Self.little(Self.pageNumber(after: end()) + 1, 4))
    let place = isNarrow ? Self.textStart * 2 | 0x4000_0000 : Self.textStart
    add(
      33,
      [2] + Self.little(16, 4) + Self.little(0, 4) + Self.little(text.count / width, 4)
        + Self.little(0, 2) + Self.little(place, 4) + Self.little(0, 2))
    if !notes.isEmpty {
      add(
        2,
        notes.flatMap { Self.little($0.character, 4) } + Self.little(mainCount, 4)
          + notes.flatMap { _ in [0, 0] as [UInt8] })
      add(3, noteStarts.flatMap { Self.little($0, 4) })
    }
    if !levels.isEmpty {
      add(73, Self.little(1, 2) + Self.little(77, 4) + [UInt8](repeating: 0, count: 24))
      for index in 0..<9 { table += level(index) }
      add(74, Self.little(1, 4) + Self.little(77, 4) + [UInt8](repeating: 0, count: 12))
    }

    var header = [UInt8](repeating: 0, count: Self.textStart)
    func set(_ offset: Int, _ value: Int, _ byteCount: Int) {
      header.replaceSubrange(offset..<offset + byteCount, with: Self.little(value, byteCount))
    }
    set(0, 0xA5EC, 2)
    set(2, version, 2)
    set(10, 0x200 | (isEncrypted ? 0x100 : 0), 2)
    set(0x4C, mainCount, 4)
    set(0x50, noteCount, 4)
    set(0x64, boxCount, 4)
    for (part, range) in parts {
      set(0x9A + 8 * part, range.0, 4)
      set(0x9E + 8 * part, range.1, 4)
    }
    var stream = header + text
    stream += [UInt8](
      repeating: 0, count: Self.pageNumber(after: stream.count) * 512 - stream.count)
    stream += Self.page(runs, areParagraphs: false) + Self.page(ends, areParagraphs: true)
    return CompoundWriter.file([("WordDocument", stream), ("1Table", table)])
  }

  private static func pageNumber(after offset: Int) -> Int { (offset + 511) / 512 }

  /// A page of 512 bytes that lists runs.
  private static func page(_ runs: [(end: Int, list: [UInt8])], areParagraphs: Bool) -> [UInt8] {
    var page = [UInt8](repeating: 0, count: 512)
    var offset = 510
    page.replaceSubrange(0..<4, with: little(textStart, 4))
    for (index, run) in runs.enumerated() {
      page.replaceSubrange(4 * index + 4..<4 * index + 8, with: little(run.end, 4))
      guard !run.list.isEmpty else { continue }
      var list = run.list
      if areParagraphs {
        if list.count.isMultiple(of: 2) {
          list = [0, UInt8(list.count / 2)] + list
        } else {
          list = [UInt8((list.count + 1) / 2)] + list
        }
      } else {
        list = [UInt8(list.count)] + list
      }
      offset = (offset - list.count) & ~1
      page.replaceSubrange(offset..<offset + list.count, with: list)
      page[4 * (runs.count + 1) + index * (areParagraphs ? 13 : 1)] = UInt8(offset / 2)
    }
    page[511] = UInt8(runs.count)
    return page
  }

  private var stylesPart: [UInt8] {
    var part = Self.little(18, 2) + Self.little(styles.count, 2) + Self.little(10, 2)
    part += [UInt8](repeating: 0, count: 14)
    for number in styles {
      let name = Array("s\(number)".utf16)
      var style =
        Self.little(number, 2) + Self.little(1 | 0xFFF << 4, 2) + [UInt8](repeating: 0, count: 6)
      style += Self.little(name.count, 2) + name.flatMap { Self.little(Int($0), 2) } + [0, 0]
      part += Self.little(style.count, 2) + style
    }
    return part
  }

  private func level(_ index: Int) -> [UInt8] {
    guard levels.indices.contains(index) else {
      return Self.little(1, 4) + [UInt8](repeating: 0, count: 24) + [0, 0]
    }
    let level = levels[index]
    let text = Array(level.before.utf16) + [UInt16(index)] + Array(level.after.utf16)
    return Self.little(1, 4) + [UInt8(level.format)] + [UInt8](repeating: 0, count: 23)
      + Self.little(text.count, 2) + text.flatMap { Self.little(Int($0), 2) }
  }
}

/// Writes compound files.
public enum CompoundWriter {
  /// A file with streams, which are made at least so long that they have sectors of their own.
  public static func file(_ streams: [(name: String, bytes: [UInt8])]) -> [UInt8] {
    func little(_ value: Int, _ byteCount: Int) -> [UInt8] {
      (0..<byteCount).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }
    let none = 0xFFFF_FFFF
    let end = 0xFFFF_FFFE
    var table = [0xFFFF_FFFD, end]
    var content: [UInt8] = []
    var directory = entry("Root Entry", kind: 5, start: end, byteCount: 0)
    func entry(_ name: String, kind: UInt8, start: Int, byteCount: Int) -> [UInt8] {
      let units = Array(name.utf16)
      var bytes = units.flatMap { little(Int($0), 2) }
      bytes += [UInt8](repeating: 0, count: 64 - bytes.count)
      bytes += little(2 * units.count + 2, 2) + [kind, 0]
      bytes +=
        little(none, 4) + little(none, 4) + little(none, 4) + [UInt8](repeating: 0, count: 36)
      return bytes + little(start, 4) + little(byteCount, 8)
    }
    for stream in streams {
      var bytes = stream.bytes
      let count = max(4_096, bytes.count)
      bytes += [UInt8](repeating: 0, count: (count + 511) / 512 * 512 - bytes.count)
      let start = table.count
      directory += entry(stream.name, kind: 2, start: start, byteCount: count)
      table += (1...bytes.count / 512).map { $0 == bytes.count / 512 ? end : start + $0 }
      content += bytes
    }
    precondition(
      table.count <= 128 && streams.count <= 3, "one sector each for table and directory")
    directory += [UInt8](repeating: 0, count: 512 - directory.count)
    table += [Int](repeating: none, count: 128 - table.count)
    var header: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    header += [UInt8](repeating: 0, count: 16) + little(0x3E, 2) + little(3, 2) + little(0xFFFE, 2)
    header += little(9, 2) + little(6, 2) + [UInt8](repeating: 0, count: 10)
    header += little(1, 4) + little(1, 4) + little(0, 4) + little(4_096, 4)
    header += little(end, 4) + little(0, 4) + little(end, 4) + little(0, 4) + little(0, 4)
    header += [UInt8](repeating: 0xFF, count: 512 - header.count)
    return header + table.flatMap { little($0, 4) } + directory + content
  }
}
