/// A line of a Markdown file or a block of an HTML file, with what a reader sees of it.
struct Line {
  enum Kind: Equatable {
    case blank
    case heading(level: UInt8)
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
  private let packedBytes: PackedRange
  private let packedNumbers: PackedRange
  private let packedText: PackedRange
  private let packedPieces: PackedRange
  /// Whether the line begins with two blanks or an ideographic space, as a new paragraph does.
  var isIndented = false
  /// Whether all of the text is bold.
  var isBold = false

  init(
    kind: Kind, bytes: Range<Int>, numbers: ClosedRange<Int>, text: Range<Int>, pieces: Range<Int>
  ) {
    self.kind = kind
    packedBytes = PackedRange(bytes)
    packedNumbers = PackedRange(Range(numbers))
    packedText = PackedRange(text)
    packedPieces = PackedRange(pieces)
  }

  /// The bytes of the file, the line end included; the lines tile the file.
  var bytes: Range<Int> { packedBytes.range }
  /// The numbers of the first and the last line of the file, counted from 1.
  var numbers: ClosedRange<Int> { ClosedRange(packedNumbers.range) }
  /// Where its text is in ``ReadFile/text``, without blanks at the ends.
  var text: Range<Int> { packedText.range }
  /// Where the pieces of its text are in ``ReadFile/pieces``.
  var pieces: Range<Int> { packedPieces.range }

  var isHeading: Bool {
    if case .heading = kind { true } else { false }
  }

  var headingLevel: Int? {
    if case .heading(let level) = kind { Int(level) } else { nil }
  }
}
