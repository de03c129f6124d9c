/// A word of Swift source and what stands around it.
struct SourceToken: Equatable {
  var text: String
  /// How many braces are open before it.
  var depth: Int
  /// Whether a point stands before it: it names a member.
  var isMember: Bool
  var line: Int
}

/// The words and braces of a file of Swift source, without comments and without what strings say.
///
/// It knows as much of the language as finding names takes: nested comments, strings with one and three quotation marks, raw ones,
/// and what is interpolated into them.
struct SourceTokens {
  private let bytes: [UInt8]
  private var place = 0
  private var line = 1
  private var depth = 0
  private(set) var tokens: [SourceToken] = []

  /// The words of `source`; a brace is a word too.
  static func read(_ source: [UInt8]) -> [SourceToken] {
    var reader = SourceTokens(bytes: source)
    reader.readCode(untilParenthesis: false)
    return reader.tokens
  }

  private init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  private func starts(_ text: String) -> Bool {
    bytes[place...].starts(with: text.utf8)
  }

  private mutating func step(_ count: Int = 1) {
    for _ in 0..<count where place < bytes.count {
      if bytes[place] == UInt8(ascii: "\n") { line += 1 }
      place += 1
    }
  }

  /// Reads to the end, or behind the parenthesis that ends an interpolation.
  private mutating func readCode(untilParenthesis isInterpolation: Bool) {
    var parentheses = 0
    while place < bytes.count {
      let byte = bytes[place]
      switch byte {
      case UInt8(ascii: "/") where starts("//"):
        while place < bytes.count, bytes[place] != UInt8(ascii: "\n") { place += 1 }
      case UInt8(ascii: "/") where starts("/*"): skipComment()
      case UInt8(ascii: "\""), UInt8(ascii: "#"): readString()
      case UInt8(ascii: "{"):
        append("{")
        depth += 1
        step()
      case UInt8(ascii: "}"):
        depth -= 1
        append("}")
        step()
      case UInt8(ascii: "("):
        parentheses += 1
        step()
      case UInt8(ascii: ")"):
        step()
        if isInterpolation, parentheses == 0 { return }
        parentheses -= 1
      case _ where Self.isOfWord(byte):
        let start = place
        while place < bytes.count, Self.isOfWord(bytes[place]) { place += 1 }
        append(
          String(decoding: bytes[start..<place], as: UTF8.self),
          isMember: start > 0 && bytes[start - 1] == UInt8(ascii: "."))
      default: step()
      }
    }
  }

  private mutating func append(_ text: String, isMember: Bool = false) {
    tokens.append(SourceToken(text: text, depth: depth, isMember: isMember, line: line))
  }

  private static func isOfWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...:
      true
    default: false
    }
  }

  private mutating func skipComment() {
    var open = 0
    repeat {
      if starts("/*") {
        open += 1
        step(2)
      } else if starts("*/") {
        open -= 1
        step(2)
      } else {
        step()
      }
    } while open > 0 && place < bytes.count
  }

  /// Passes over a string, but for what is interpolated; a `#` that begins none is passed over alone.
  private mutating func readString() {
    var marks = 0
    while place + marks < bytes.count, bytes[place + marks] == UInt8(ascii: "#") { marks += 1 }
    guard place + marks < bytes.count, bytes[place + marks] == UInt8(ascii: "\"") else {
      return step(max(marks, 1))
    }
    step(marks)
    let isLong = starts("\"\"\"")
    let quotes = isLong ? 3 : 1
    step(quotes)
    while place < bytes.count {
      let escape = 1 + marks
      if bytes[place] == UInt8(ascii: "\\"), hasMarks(marks, at: place + 1) {
        let isInterpolation = bytes.dropFirst(place + escape).first == UInt8(ascii: "(")
        step(escape + 1)
        if isInterpolation { readCode(untilParenthesis: true) }
      } else if isLong ? starts("\"\"\"") : starts("\""), hasMarks(marks, at: place + quotes) {
        return step(quotes + marks)
      } else {
        step()
      }
    }
  }

  private func hasMarks(_ count: Int, at place: Int) -> Bool {
    bytes.dropFirst(place).prefix(count).count { $0 == UInt8(ascii: "#") } == count
  }
}
