/// A part of the file and what it is.
public struct Block: Hashable, Sendable {
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

  public var kind: Kind
  /// The bytes of the file, line ends included.
  public var bytes: Range<Int>
  /// The lines, counted from 1.
  public var lines: ClosedRange<Int>

  public init(kind: Kind, bytes: Range<Int>, lines: ClosedRange<Int>) {
    self.kind = kind
    self.bytes = bytes
    self.lines = lines
  }
}
