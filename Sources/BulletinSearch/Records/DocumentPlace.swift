internal import Bulletins

/// A place in a document: a paragraph of a page.
public struct DocumentPlace: Sendable, Equatable, Codable {
  /// The page of the file, from 1, whatever is printed on it; nil where the document does not say where pages end.
  public var page: Int?
  /// The paragraph of that page, or of the whole document, from 1; 0 for what the document says of itself before
  /// its text, as the subject of a mail.
  public var paragraph: Int

  /// A paragraph of a page.
  public init(page: Int?, paragraph: Int) {
    self.page = page
    self.paragraph = paragraph
  }

  /// Where something begins and where it ends.
  public struct Span: Sendable, Equatable, Codable {
    /// Where it begins.
    public var first: DocumentPlace
    /// The paragraph with which it ends.
    public var last: DocumentPlace

    /// From one place to another.
    public init(first: DocumentPlace, last: DocumentPlace) {
      self.first = first
      self.last = last
    }
  }
}

extension DocumentPlace: CustomStringConvertible {
  /// As results name it: `p3:2`, or `p:12` where there are no pages.
  public var description: String { "p\(page.map { "\($0)" } ?? ""):\(paragraph)" }

  /// The place that begins a text: `p3:2`, `p:12`, `p3:2:…`; nil for something else.
  init?(_ text: String) {
    let parts = text.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count > 1, parts[0].first == "p", let paragraph = Int(parts[1]) else { return nil }
    let page = parts[0].dropFirst()
    guard page.isEmpty || Int(page) != nil else { return nil }
    self.init(page: Int(page), paragraph: paragraph)
  }
}

extension DocumentPlace.Span: CustomStringConvertible {
  /// `p3:2-p4:1`, or one place.
  public var description: String { first == last ? "\(first)" : "\(first)-\(last)" }
}

extension DocumentPlace.Span {
  /// Where lines of the text that was made of a document stand in it.
  init(_ lines: ClosedRange<Int>, in pages: PageTable) {
    func place(_ line: Int) -> DocumentPlace {
      let (page, paragraph) = pages.place(ofLine: line)
      return DocumentPlace(page: page == 0 ? nil : page, paragraph: paragraph)
    }
    self.init(first: place(lines.lowerBound), last: place(lines.upperBound))
  }
}

extension ArticleRecord {
  /// Whether a paragraph of a document is one of the article.
  func contains(_ place: DocumentPlace) -> Bool {
    pages.contains { start in
      let line = start.line + place.paragraph - start.paragraph
      return start.page == place.page ?? 0 && line >= start.line && lines.contains(line)
        && documentPlace(ofLine: line) == place
    }
  }

  /// Where the article stands in a document; nil for a text file.
  var documentSpan: DocumentPlace.Span? {
    guard let first = documentPlace(ofLine: lines.lowerBound),
      let last = documentPlace(ofLine: lines.upperBound)
    else { return nil }
    return DocumentPlace.Span(first: first, last: last)
  }
}
