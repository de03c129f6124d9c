internal import AnswerRecords
internal import BulletinSearch

/// Text in HTML.
///
/// What is written in a literal is markup, and what is put into it is text: it cannot begin a tag, end an attribute or be an order
/// to whoever reads it, wherever it comes from.
///
///     let line: HTML = "<p title=\"\(title)\">\(text)</p>"
struct HTML: ExpressibleByStringInterpolation, Sendable {
  private(set) var source: String

  init() { source = "" }
  init(stringLiteral markup: String) { source = markup }
  init(stringInterpolation parts: StringInterpolation) { source = parts.source }

  /// A text without markup.
  init(text: String) {
    source = ""
    source.reserveCapacity(text.utf8.count)
    Self.append(text, to: &source)
  }

  /// Markup that was made elsewhere, of which that place says that no text in it is markup.
  init(trusted source: String) { self.source = source }

  var isEmpty: Bool { source.isEmpty }

  static func += (left: inout HTML, right: HTML) { left.source += right.source }
  static func + (left: HTML, right: HTML) -> HTML { HTML(trusted: left.source + right.source) }

  struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var source = ""

    init(literalCapacity: Int, interpolationCount: Int) {
      source.reserveCapacity(literalCapacity + interpolationCount * 16)
    }

    mutating func appendLiteral(_ markup: String) { source += markup }
    mutating func appendInterpolation(_ text: String) { HTML.append(text, to: &source) }
    mutating func appendInterpolation(_ number: Int) { source += String(number) }
    mutating func appendInterpolation(_ html: HTML) { source += html.source }
    mutating func appendInterpolation(_ parts: [HTML]) {
      for part in parts { source += part.source }
    }
  }

  private static func append(_ text: String, to source: inout String) {
    let isPlain = text.utf8.allSatisfy { byte in
      switch byte {
      case 0x20...0x7E:
        byte != UInt8(ascii: "<") && byte != UInt8(ascii: ">") && byte != UInt8(ascii: "&")
          && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "'")
      // Chinese characters, and all others of three bytes but those among which are controls.
      case 0xE3...0xE9, 0x80...0xBF: true
      default: false
      }
    }
    guard !isPlain else { return source += text }
    for scalar in text.multiLine.unicodeScalars {
      switch scalar {
      case "<": source += "&lt;"
      case ">": source += "&gt;"
      case "&": source += "&amp;"
      case "\"": source += "&quot;"
      case "'": source += "&#39;"
      default: source.unicodeScalars.append(scalar)
      }
    }
  }
}

extension HTML {
  /// An excerpt with what was found marked, and … where it is cut.
  init(_ excerpt: Excerpt) {
    self.init()
    if excerpt.isCutAtStart { self += "…" }
    for piece in excerpt.pieces {
      self += piece.isHighlight ? "<mark>\(piece.text)</mark>" : HTML(text: piece.text)
    }
    if excerpt.isCutAtEnd { self += "…" }
  }

  /// A text with ranges of its bytes marked, each with a number to go to.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - ranges: Ranges of the bytes of its UTF-8 form, in order.
  ///   - number: The number of the first; it becomes that of the next one behind the text.
  init(_ text: String, marked ranges: [Range<Int>], numberedFrom number: inout Int) {
    self.init()
    for piece in Excerpt(text: text, highlights: ranges).pieces {
      if piece.isHighlight {
        self += "<mark id=\"m\(number)\" tabindex=\"-1\">\(piece.text)</mark>"
        number += 1
      } else {
        self += HTML(text: piece.text)
      }
    }
  }
}
