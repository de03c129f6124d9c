/// Where the parts of a document of Word are, from 97 to 2003 and in those of Kingsoft (MS-DOC, 2.5).
struct BinaryWordFile {
  /// The stream with the text.
  let text: [UInt8]
  /// The stream with what is said of the text.
  let table: [UInt8]
  /// The numbers of characters of the main text, its footnotes, headers, comments, endnotes and text boxes, which
  /// follow each other in this order.
  let counts: [Int]
  let pieces: [Piece]

  /// A run of characters that stand together in the stream.
  struct Piece {
    /// The numbers of the characters.
    var characters: Range<Int>
    /// Where the first is in the stream.
    var offset: Int
    /// Whether each takes one byte, of Windows' code page 1252, and not two.
    var isNarrow: Bool
  }

  /// The parts of the document by their places in the list of parts.
  enum Part: Int {
    case styles = 1
    case footnoteMarks = 2
    case footnotes = 3
    case characterPages = 12
    case paragraphPages = 13
    case pieces = 33
    case endnoteMarks = 46
    case endnotes = 47
    case boxes = 56
    case lists = 73
    case listUses = 74
  }

  enum Trouble: Error {
    case damaged
    case encrypted
    /// It is of a version before 97.
    case old
  }

  static let mostPieces = 1_000_000

  init(_ file: CompoundFile) throws(Trouble) {
    guard let text = file.stream("WordDocument") else { throw .damaged }
    let header = LittleEndian(text[...])
    guard let identifier = header.uint16(at: 0), let version = header.uint16(at: 2),
      let flags = header.uint16(at: 10)
    else { throw .damaged }
    guard identifier == 0xA5EC, version >= 0xC0 else { throw .old }
    guard flags & 0x100 == 0 else { throw .encrypted }
    guard let table = file.stream(flags & 0x200 == 0 ? "0Table" : "1Table") else { throw .damaged }
    self.text = text
    self.table = table
    counts = [0x4C, 0x50, 0x54, 0x5C, 0x60, 0x64].map { offset in
      header.uint32(at: offset).flatMap { $0 <= text.count ? $0 : nil } ?? 0
    }
    guard let pieces = Self.pieces(Self.part(.pieces, header: header, table: table), text.count)
    else { throw .damaged }
    self.pieces = pieces
  }

  /// What the list of parts says of one; empty if it is not there.
  func part(_ part: Part) -> LittleEndian {
    Self.part(part, header: LittleEndian(text[...]), table: table)
  }

  /// The pieces from that on which has a character.
  ///
  /// - Complexity: O(log *n*) in the number of pieces.
  func pieces(from character: Int) -> ArraySlice<Piece> {
    var low = 0
    var high = pieces.count
    while low < high {
      let middle = (low + high) / 2
      if pieces[middle].characters.upperBound <= character {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return pieces[low...]
  }

  private static func part(_ part: Part, header: LittleEndian, table: [UInt8]) -> LittleEndian {
    let place = 0x9A + 8 * part.rawValue
    guard let offset = header.uint32(at: place), let count = header.uint32(at: place + 4),
      offset <= table.count, count <= table.count - offset
    else { return LittleEndian([]) }
    return LittleEndian(table[offset..<offset + count])
  }

  /// The pieces: after properties that some of them have, the numbers of their first characters, then where they are.
  private static func pieces(_ part: LittleEndian, _ byteCount: Int) -> [Piece]? {
    var position = 0
    while part.bytes.indices.contains(part.bytes.startIndex + position),
      part.bytes[part.bytes.startIndex + position] == 1
    {
      guard let size = part.uint16(at: position + 1) else { return nil }
      position += 3 + size
    }
    guard let size = part.uint32(at: position + 1), size >= 4 else { return nil }
    let start = position + 5
    let count = min((size - 4) / 12, mostPieces)
    guard part.bytes.count >= start + 12 * count + 4 else { return nil }
    var pieces: [Piece] = []
    for index in 0..<count {
      guard let first = part.uint32(at: start + 4 * index),
        let next = part.uint32(at: start + 4 * index + 4),
        let place = part.uint32(at: start + 4 * (count + 1) + 8 * index + 2)
      else { return nil }
      let isNarrow = place & 0x4000_0000 != 0
      let offset = isNarrow ? (place & 0x3FFF_FFFF) / 2 : place & 0x3FFF_FFFF
      let width = isNarrow ? 1 : 2
      // What lies outside of the stream is cut off.
      let available = max(0, byteCount - offset) / width
      guard next > first, available > 0, first == pieces.last?.characters.upperBound ?? 0 else {
        if next <= first { continue }
        break
      }
      pieces.append(
        Piece(characters: first..<min(next, first + available), offset: offset, isNarrow: isNarrow))
      if next > first + available { break }
    }
    return pieces
  }
}
