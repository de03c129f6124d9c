internal import InvertedIndex

/// Names of the columns and tables of a bulletin index, in the order of its schema.
enum BulletinSchema {
  /// The date of the issue as year · 10000 + month · 100 + day; 0 if there is none.
  static let dateColumn = 0
  /// One row for each document.
  static let articleTable = 0

  static let schema = Schema(columns: ["date"], tables: ["articles"])
}

extension IssueSummary {
  /// Appends all but path and identifier: seven strings, the kind as a byte, then eleven numbers as varints.
  ///
  /// Of the numbers of the issue an absent one is 0, any other is raised by 1.
  func append(to writer: inout ByteWriter) {
    for text in [bulletin, label, numberText, date ?? "", publisher ?? "", encoding, part ?? ""] {
      writer.append(text)
    }
    writer.append(UInt8(Kind.allCases.firstIndex(of: kind) ?? 0))
    for number in [year, volume, number, lastNumber, total] {
      writer.appendVarint(number.map { min($0, Int(Int32.max) - 1) + 1 } ?? 0)
    }
    let counts = [
      articleCount, characterCount, unsignedCount, joinCount, contentsCount, contentsMatchedCount,
    ]
    for count in counts { writer.appendVarint(count) }
  }

  /// Reads what ``append(to:)`` wrote.
  ///
  /// - Throws: `IndexError.corrupted` if it is cut short.
  init(_ cursor: inout ByteCursor, path: String) throws {
    self.path = path
    func optional(_ text: String) -> String? { text.isEmpty ? nil : text }
    func count() throws -> Int { try cursor.varint(atMost: Int(Int32.max)) }
    func number() throws -> Int? {
      let number = try count()
      return number == 0 ? nil : number - 1
    }
    bulletin = try cursor.string()
    label = try cursor.string()
    numberText = try cursor.string()
    date = optional(try cursor.string())
    publisher = optional(try cursor.string())
    encoding = try cursor.string()
    part = optional(try cursor.string())
    let kindNumber = Int(try cursor.uint8())
    guard Kind.allCases.indices.contains(kindNumber) else {
      throw IndexError.corrupted(
        section: "catalogue", offset: 0, reason: "an issue of no known kind")
    }
    kind = Kind.allCases[kindNumber]
    year = try number()
    volume = try number()
    self.number = try number()
    lastNumber = try number()
    total = try number()
    articleCount = try count()
    characterCount = try cursor.varint(atMost: Int.max)
    unsignedCount = try count()
    joinCount = try count()
    contentsCount = try count()
    contentsMatchedCount = try count()
  }
}

/// What is known of an article besides its searched text.
struct ArticleRecord: Equatable {
  /// The identifier that the article's source gave it; nil for an article of a bulletin.
  var externalID: String?
  var authors: [String] = []
  var unit: String?
  /// The printed pages, from 1.
  var page: ClosedRange<Int>?
  /// The lines of the file, from 1.
  var lines: ClosedRange<Int> = 1...1
  /// What is printed around the articles of the issue; only the first of them has it.
  var furniture = ""
  /// Where parts of the stored text, all fields with a separator between two and then ``furniture``,
  /// stand in the file, in the order of the text; none for a document of another kind than a bulletin.
  var places: [Place] = []

  /// Where its lines stand in a document, by ascending lines; none for a text file.
  var pages: [PageStart] = []

  /// From `line` on, lines are the paragraphs of a page.
  struct PageStart: Equatable {
    /// A line of the text that was made of the document.
    var line: Int
    /// A page of the file, from 1; 0 if it is not known.
    var page: Int
    /// The number of the paragraph in `line` on that page, from 1; 0 for what stands before the text.
    var paragraph: Int
  }

  /// The place in the document of a line; nil for a text file.
  func documentPlace(ofLine line: Int) -> DocumentPlace? {
    let next = pages.firstIndex(in: 0..<pages.count) { $0.line > line }
    guard let first = pages.first else { return nil }
    // What is printed around the articles may stand before the first of them.
    let start = next > 0 ? pages[next - 1] : first
    let page = start.page == 0 ? nil : start.page
    return DocumentPlace(page: page, paragraph: max(start.paragraph + line - start.line, 0))
  }

  /// The first and the last page of the file; nil for a text file, and if pages are not known.
  var filePages: ClosedRange<Int>? {
    guard let first = documentPlace(ofLine: lines.lowerBound)?.page,
      let last = documentPlace(ofLine: lines.upperBound)?.page
    else { return nil }
    return first...max(first, last)
  }

  /// From `textOffset` on, the text stands in `line` of the file from `column` on.
  struct Place: Equatable {
    /// A UTF-8 byte of the stored text.
    var textOffset: Int
    var line: Int
    /// A UTF-8 byte of the line, from 1.
    var column: Int
  }

  /// The line and column at which the byte at `textOffset` of the stored text stands.
  func place(ofTextOffset textOffset: Int) -> (line: Int, column: Int) {
    let next = places.firstIndex(in: 0..<places.count) { $0.textOffset > textOffset }
    guard next > 0 else { return (lines.lowerBound, 1) }
    let place = places[next - 1]
    return (place.line, place.column + textOffset - place.textOffset)
  }

  init() {}

  /// The row of the table of articles: the parts in the order of the properties; offsets and lines
  /// of places as differences from the place before.
  var row: [UInt8] {
    var writer = ByteWriter()
    writer.append(externalID ?? "")
    writer.appendVarint(authors.count)
    for author in authors { writer.append(author) }
    writer.append(unit ?? "")
    writer.appendVarint(page?.lowerBound ?? 0)
    writer.appendVarint(page.map { $0.count - 1 } ?? 0)
    writer.appendVarint(lines.lowerBound)
    writer.appendVarint(lines.count - 1)
    writer.append(furniture)
    writer.appendVarint(places.count)
    var previous = Place(textOffset: 0, line: 0, column: 0)
    for place in places {
      writer.appendVarint(place.textOffset - previous.textOffset)
      // Footnotes and links may bring text from a later line before that of an earlier one.
      writer.appendSignedVarint(place.line - previous.line)
      writer.appendVarint(place.column)
      previous = place
    }
    writer.appendVarint(pages.count)
    var start = PageStart(line: 0, page: 0, paragraph: 0)
    for next in pages {
      writer.appendVarint(next.line - start.line)
      writer.appendVarint(max(next.page - start.page, 0))
      writer.appendVarint(next.paragraph)
      start = next
    }
    return writer.bytes
  }

  /// The authors alone, which stand at the beginning of a row.
  ///
  /// - Throws: `IndexError.corrupted` if the row is cut short.
  static func authors(inRow row: [UInt8]) throws(IndexError) -> [String] {
    var cursor = ByteCursor(row: row)
    _ = try cursor.string()
    var authors: [String] = []
    for _ in 0..<(try cursor.varint(atMost: row.count)) { authors.append(try cursor.string()) }
    return authors
  }

  /// - Throws: `IndexError.corrupted` if the row is cut short.
  init(row: [UInt8]) throws(IndexError) {
    var cursor = ByteCursor(row: row)
    func number() throws(IndexError) -> Int { try cursor.varint(atMost: Int(Int32.max)) }
    func text() throws(IndexError) -> String? {
      let text = try cursor.string()
      return text.isEmpty ? nil : text
    }
    externalID = try text()
    authors = []
    for _ in 0..<(try cursor.varint(atMost: row.count)) { authors.append(try cursor.string()) }
    unit = try text()
    let firstPage = try number()
    let morePages = try number()
    page = firstPage == 0 ? nil : firstPage...firstPage + morePages
    let firstLine = try number()
    lines = firstLine...firstLine + (try number())
    furniture = try cursor.string()
    var place = Place(textOffset: 0, line: 0, column: 0)
    for _ in 0..<(try cursor.varint(atMost: row.count)) {
      place.textOffset += try number()
      place.line = max(place.line &+ (try cursor.signedVarint()), 1)
      place.column = try number()
      places.append(place)
    }
    var start = PageStart(line: 0, page: 0, paragraph: 0)
    for _ in 0..<(try cursor.varint(atMost: row.count)) {
      start.line = min(start.line + (try number()), Int(Int32.max))
      start.page = min(start.page + (try number()), Int(Int32.max))
      start.paragraph = try number()
      pages.append(start)
    }
  }
}
