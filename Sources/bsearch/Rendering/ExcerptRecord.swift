internal import BulletinSearch

/// An excerpt with its highlights in the words of JSON output.
struct ExcerptRecord: Encodable {
  /// A highlighted part and where it stands in the excerpt's text.
  ///
  /// `start` and `end` count bytes of its UTF-8 form, `utf16` units of UTF-16 and `characters` what
  /// readers take for characters (extended grapheme clusters); all from 0, the end behind the last.
  /// With the excerpt's `offset` added they are the place in the field of the article.
  struct Highlight: Encodable {
    struct Bounds: Encodable {
      var start: Int
      var end: Int
    }

    var start: Int
    var end: Int
    var utf16: Bounds
    var characters: Bounds
    var text: String

    init(_ highlight: BulletinSearch.Highlight) {
      start = highlight.start.bytes
      end = highlight.end.bytes
      utf16 = Bounds(start: highlight.start.utf16, end: highlight.end.utf16)
      characters = Bounds(start: highlight.start.characters, end: highlight.end.characters)
      text = highlight.text
    }
  }

  var text: String
  var highlights: [Highlight]
  var isCutAtStart: Bool
  var isCutAtEnd: Bool
  var line: Int
  var column: Int
  /// The page of a document, absent where it has none, and the paragraph of that; absent for a text file.
  var page: Int?
  var paragraph: Int?
  var field: ExcerptField
  /// Where the text begins in that of its field.
  var offset: TextOffset

  init(_ excerpt: Excerpt) {
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
