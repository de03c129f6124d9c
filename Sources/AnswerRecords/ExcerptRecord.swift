package import BulletinSearch

/// An excerpt with its highlights in the words of JSON output.
package struct ExcerptRecord: Encodable {
  /// A highlighted part and where it stands in the excerpt's text.
  ///
  /// `start` and `end` count bytes of its UTF-8 form, `utf16` units of UTF-16 and `characters` what
  /// readers take for characters (extended grapheme clusters); all from 0, the end behind the last.
  /// With the excerpt's `offset` added they are the place in the field of the article.
  package struct Highlight: Encodable {
    package struct Bounds: Encodable {
      package var start: Int
      package var end: Int
    }

    package var start: Int
    package var end: Int
    package var utf16: Bounds
    package var characters: Bounds
    package var text: String

    package init(_ highlight: BulletinSearch.Highlight) {
      start = highlight.start.bytes
      end = highlight.end.bytes
      utf16 = Bounds(start: highlight.start.utf16, end: highlight.end.utf16)
      characters = Bounds(start: highlight.start.characters, end: highlight.end.characters)
      text = highlight.text
    }
  }

  package var text: String
  package var highlights: [Highlight]
  package var isCutAtStart: Bool
  package var isCutAtEnd: Bool
  package var line: Int
  package var column: Int
  /// The page of a document, absent where it has none, and the paragraph of that; absent for a text file.
  package var page: Int?
  package var paragraph: Int?
  package var field: ExcerptField
  /// Where the text begins in that of its field.
  package var offset: TextOffset

  package init(_ excerpt: Excerpt) {
    text = excerpt.text
    highlights = excerpt.countedHighlights.map(Highlight.init)
    isCutAtStart = excerpt.isCutAtStart
    isCutAtEnd = excerpt.isCutAtEnd
    line = excerpt.line
    column = excerpt.column
    page = excerpt.document?.page
    paragraph = excerpt.document?.paragraph
    field = excerpt.field
    offset = excerpt.offset
  }
}
