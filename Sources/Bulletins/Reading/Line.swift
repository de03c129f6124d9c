/// A line of a Markdown file or a block of an HTML file, with what a reader sees of it.
struct Line {
  enum Kind: Equatable {
    case blank
    case heading(level: Int)
    case text
    case listItem
    case table
    case code
    case rule
    case comment
    case frontMatter
    case image
    case markup
    /// Text that every page of a site has around its articles.
    case furniture
  }

  var kind: Kind
  /// The bytes of the file, the line end included; the lines tile the file.
  var bytes: Range<Int>
  /// The numbers of the first and the last line of the file, counted from 1.
  var numbers: ClosedRange<Int>
  /// Where its text is in ``ReadFile/text``, without blanks at the ends.
  var text: Range<Int>
  /// Where the pieces of its text are in ``ReadFile/pieces``.
  var pieces: Range<Int>
  /// Whether the line begins with two blanks or an ideographic space, as a new paragraph does.
  var isIndented = false
  /// Whether all of the text is bold.
  var isBold = false

  var isHeading: Bool {
    if case .heading = kind { true } else { false }
  }

  var headingLevel: Int? {
    if case .heading(let level) = kind { level } else { nil }
  }
}
