internal import BulletinSearch

/// What every article that is answered has: what it is, where it stands and how it is cited.
enum ArticleFields {
  static let schema: [String: JSONValue] = [
    "id": Schema.text("Names the article: give it to show."),
    "uri": Schema.text("The article as a resource."),
    "title": Schema.text(),
    "bulletin": Schema.text("The name of the bulletin."),
    "issue": Schema.text("Names the issue: give it to show for its contents."),
    "number": Schema.text("The number of the issue as people write it."),
    "date": Schema.text("The date of the issue, as 2022-08-30 or 2022-08."),
    "section": Schema.text(),
    "byline": Schema.text("Who wrote it, as printed."),
    "pages": Schema.text("The printed pages."),
    "place": Schema.text("The file, and in it the line or the page and paragraph."),
    "citation": Schema.text("By GB/T 7714—2025."),
  ]

  static let required = ["id", "uri", "title", "bulletin", "issue", "place", "citation"]

  static func values(of result: SearchResult) -> [String: JSONValue?] {
    values(
      id: result.id, title: result.title.text, result.issue, section: result.section,
      byline: result.byline, page: result.page, lines: result.lines, document: result.document,
      Reference(result))
  }

  static func values(of article: ArticleContent) -> [String: JSONValue?] {
    values(
      id: article.id, title: article.title, article.issue, section: article.section,
      byline: article.byline, page: article.page, lines: article.lines, document: article.document,
      Reference(article))
  }

  private static func values(
    id: String, title: String, _ issue: IssueSummary, section: String?, byline: String?,
    page: ClosedRange<Int>?, lines: ClosedRange<Int>, document: DocumentPlace.Span?,
    _ reference: Reference
  ) -> [String: JSONValue?] {
    let place = document.map { "\($0.first)" } ?? "\(lines.lowerBound)"
    return [
      "id": .string(id), "uri": .string(ResourceURI(id: id).text), "title": .string(title),
      "bulletin": .string(issue.bulletin), "issue": .string(issue.id),
      "number": issue.numberText.isEmpty ? nil : .string(issue.numberText),
      "date": issue.date.map(JSONValue.string), "section": section.map(JSONValue.string),
      "byline": byline.map(JSONValue.string), "pages": page.map(Self.pages),
      "place": .string("\(issue.path):\(place)"),
      "citation": .string(reference.citation(.gbt7714of2025)),
    ]
  }

  static func pages(_ pages: ClosedRange<Int>) -> JSONValue {
    .string(
      pages.count == 1 ? "\(pages.lowerBound)" : "\(pages.lowerBound)-\(pages.upperBound)")
  }
}

/// Names an article or an issue among the resources of the protocol: `bsearch://92/3`.
struct ResourceURI {
  static let scheme = "bsearch://"
  /// What stands for all of them: RFC 6570 leaves `/` as it is with `+`.
  static let template = scheme + "{+id}"

  let id: String

  init(id: String) { self.id = id }

  /// Nil if the text is no address of this kind.
  init?(_ text: String) {
    guard text.hasPrefix(Self.scheme) else { return nil }
    var bytes: [UInt8] = []
    var rest = text.dropFirst(Self.scheme.count).utf8[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      guard let high = rest.popFirst().flatMap(Self.digit),
        let low = rest.popFirst().flatMap(Self.digit)
      else { return nil }
      bytes.append(high << 4 | low)
    }
    guard let id = String(validating: bytes, as: UTF8.self), !id.isEmpty else { return nil }
    self.id = id
  }

  /// With every byte escaped that has a meaning of its own in an address (RFC 3986).
  var text: String {
    var text = Self.scheme
    for byte in id.utf8 {
      let scalar = Unicode.Scalar(byte)
      if byte < 0x80,
        Self.plain.contains(scalar) || scalar.properties.isAlphabetic
          || (0x30...0x39).contains(byte)
      {
        text.unicodeScalars.append(scalar)
      } else {
        text += "%" + (byte < 0x10 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
    }
    return text
  }

  private static let plain = "-._~/:".unicodeScalars

  private static func digit(_ byte: UInt8) -> UInt8? {
    Character(Unicode.Scalar(byte)).hexDigitValue.map(UInt8.init)
  }
}
