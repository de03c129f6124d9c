/// Reads what `pdftotext -bbox` writes: words with their boxes, page by page.
///
/// It is XHTML by name, but control characters of the document stand in it as they are, so it is not parsed as XML. Only
/// `<page` and `<word` are looked for; in texts `<` is always escaped.
///
/// - Complexity: O(*n*) in the number of bytes.
struct BBoxScanner {
  private let bytes: [UInt8]
  private var position = 0
  private(set) var pages: [PlacedPage] = []
  private(set) var letters = LetterEvidence()
  /// Whether there was more than is read.
  private(set) var isCut = false

  private static let pageTag = Array("page ".utf8)
  private static let wordTag = Array("word ".utf8)
  static let mostPages = 20_000
  static let mostWords = 4_000_000
  /// In points: fourteen kilometres would be a strange page.
  private static let largestLength = 1e5

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var wordCount = 0
    while let start = bytes[position...].firstIndex(of: UInt8(ascii: "<")) {
      position = start + 1
      if skip(Self.wordTag) {
        guard !pages.isEmpty else { continue }
        guard wordCount < Self.mostWords else {
          isCut = true
          return
        }
        if let word = readWord() {
          pages[pages.count - 1].words.append(word)
          wordCount += 1
        }
      } else if skip(Self.pageTag) {
        guard pages.count < Self.mostPages else {
          isCut = true
          return
        }
        let size = readNumbers(2)
        pages.append(
          PlacedPage(number: pages.count + 1, width: size[0] ?? 0, height: size[1] ?? 0))
      }
    }
  }

  private mutating func skip(_ tag: [UInt8]) -> Bool {
    guard bytes[position...].starts(with: tag) else { return false }
    position += tag.count
    return true
  }

  /// The numbers in quotes up to the end of the tag; nil for each that is missing or none.
  private mutating func readNumbers(_ count: Int) -> [Double?] {
    var numbers = [Double?](repeating: nil, count: count)
    var index = 0
    while position < bytes.count, bytes[position] != UInt8(ascii: ">") {
      guard bytes[position] == UInt8(ascii: "\""), index < count else {
        position += 1
        continue
      }
      position += 1
      numbers[index] = readNumber()
      index += 1
      while position < bytes.count, bytes[position] != UInt8(ascii: "\""),
        bytes[position] != UInt8(ascii: ">")
      {
        position += 1
      }
      if position < bytes.count, bytes[position] == UInt8(ascii: "\"") { position += 1 }
    }
    position = min(position + 1, bytes.count)
    return numbers
  }

  private mutating func readNumber() -> Double? {
    var isNegative = false
    if position < bytes.count, bytes[position] == UInt8(ascii: "-") {
      isNegative = true
      position += 1
    }
    var value = 0.0
    var scale = 0.0
    var hasDigit = false
    while position < bytes.count {
      let byte = bytes[position]
      if byte == UInt8(ascii: "."), scale == 0 {
        scale = 1
      } else if (0x30...0x39).contains(byte) {
        hasDigit = true
        if scale == 0 {
          value = value * 10 + Double(byte - 0x30)
        } else if scale < 1e9 {
          scale *= 10
          value += Double(byte - 0x30) / scale
        }
      } else {
        break
      }
      position += 1
    }
    guard hasDigit, value <= Self.largestLength else { return nil }
    return isNegative ? -value : value
  }

  private mutating func readWord() -> PlacedWord? {
    let numbers = readNumbers(4)
    let start = position
    guard let end = bytes[start...].firstIndex(of: UInt8(ascii: "<")) else {
      position = bytes.count
      return nil
    }
    position = end
    guard let left = numbers[0], let top = numbers[1], let right = numbers[2],
      let bottom = numbers[3], right > left, bottom > top
    else { return nil }
    let raw = WordText.withoutEntities(String(decoding: bytes[start..<end], as: UTF8.self))
    letters.add(raw, width: right - left, height: bottom - top)
    let text = WordText.cleaned(raw)
    guard !text.isEmpty else { return nil }
    return PlacedWord(text: text, box: Box(left: left, top: top, right: right, bottom: bottom))
  }
}
