/// A part of the file and what it is.
public struct Block: Hashable, Sendable {
  /// What a block of lines is.
  public enum Kind: String, CaseIterable, Sendable {
    case masthead
    case contents
    case section
    case title
    case byline
    case paragraph
    case list
    case table
    case code
    case rule
    /// Page numbers and running heads; menus, buttons and footers of a page on the web.
    case furniture
    case footer
    case comment
    case frontMatter
    case image
    /// Anchors, link definitions and other mark-up that shows no text.
    case markup
    case blank
  }

  /// What the block is.
  public var kind: Kind
  private var packedBytes: PackedRange
  private var packedLines: PackedRange

  /// - Precondition: Bytes and lines are below 2³².
  public init(kind: Kind, bytes: Range<Int>, lines: ClosedRange<Int>) {
    self.kind = kind
    packedBytes = PackedRange(bytes)
    packedLines = PackedRange(Range(lines))
  }

  /// The bytes of the file, line ends included.
  public var bytes: Range<Int> {
    get { packedBytes.range }
    set { packedBytes = PackedRange(newValue) }
  }

  /// The lines, counted from 1.
  public var lines: ClosedRange<Int> {
    get { ClosedRange(packedLines.range) }
    set { packedLines = PackedRange(Range(newValue)) }
  }
}
