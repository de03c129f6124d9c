internal import TextAnalysis

/// A part of an article's text.
public struct Excerpt: Sendable, Equatable, Codable {
  /// The characters as they are in the article.
  public var text: String
  /// What was found, as ranges of UTF-8 bytes of `text`; in order, with something between any two.
  ///
  /// None begins or ends within what readers take for one character.
  public var highlights: [Range<Int>]
  /// Whether the article goes on before the excerpt within the paragraph.
  public var isCutAtStart: Bool
  /// Whether it goes on after it within the paragraph.
  public var isCutAtEnd: Bool
  /// The line of the file of the first highlight, from 1; of the beginning if there is none.
  public var line: Int
  /// The byte of that line, in its UTF-8 form, at which it begins, from 1.
  public var column: Int
  /// The same place in a document, whose lines and columns are those of the text that was made of it; nil for a text
  /// file.
  public var document: DocumentPlace?
  /// The field of the article that the excerpt is from.
  public var field: ExcerptField
  /// Where the excerpt begins in the text of its field.
  ///
  /// That is the text in the index, in which paragraphs are put together again over page breaks; the
  /// file may have something between. Add it to the offsets of a highlight for its place in the field.
  public var offset: TextOffset

  /// An excerpt; without more it is a whole line of the text.
  public init(
    text: String, highlights: [Range<Int>] = [], isCutAtStart: Bool = false,
    isCutAtEnd: Bool = false, line: Int = 1, column: Int = 1, document: DocumentPlace? = nil,
    field: ExcerptField = .body,
    offset: TextOffset = TextOffset()
  ) {
    self.text = text
    self.highlights = highlights
    self.isCutAtStart = isCutAtStart
    self.isCutAtEnd = isCutAtEnd
    self.line = line
    self.column = column
    self.document = document
    self.field = field
    self.offset = offset
  }
}

extension Excerpt {
  /// The highlights as ranges of ``text``, to take them out or to mark them.
  ///
  /// Ranges that are not in the text are left out.
  ///
  /// - Complexity: O(*n*) in their number: the text is in UTF-8.
  public var highlightRanges: [Range<String.Index>] {
    let bytes = text.utf8
    return highlights.compactMap { range in
      guard
        let start = bytes.index(
          bytes.startIndex, offsetBy: range.lowerBound, limitedBy: bytes.endIndex),
        let end = bytes.index(start, offsetBy: range.count, limitedBy: bytes.endIndex)
      else { return nil }
      return start..<end
    }
  }
}

/// A place in a text, counted in three ways from 0.
public struct TextOffset: Sendable, Equatable, Codable {
  /// Bytes of UTF-8.
  public var bytes: Int
  /// Units of UTF-16, as JavaScript, Java and C# count.
  public var utf16: Int
  /// What readers take for a character (extended grapheme clusters), as Swift counts.
  public var characters: Int

  /// A place in a text.
  public init(bytes: Int = 0, utf16: Int = 0, characters: Int = 0) {
    self.bytes = bytes
    self.utf16 = utf16
    self.characters = characters
  }
}

extension TextOffset {
  /// Moves on to the byte at `offset`, a border between characters not before this one.
  mutating func advance(to offset: Int, in borders: inout CharacterBorders) {
    let passed = borders.length(of: bytes..<offset)
    bytes = offset
    utf16 += passed.utf16
    characters += passed.characters
  }
}
