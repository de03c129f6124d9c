/// What a reader of a document gives: its paragraphs in reading order, each with its kind and its page.
///
/// Readers of PDF, DOCX, OFD and the like make it in a process of their own and hand it over in the form of
/// ``PlacedTextWriter``; ``BulletinParser`` finds masthead, contents, titles and bylines in it as in a text file.
package struct PlacedText: Equatable, Sendable {
  /// A run of text that a reader of the document sees as one.
  package struct Paragraph: Equatable, Sendable {
    package enum Kind: Equatable, Sendable {
      /// A level from 1, the highest, to 9.
      case heading(level: Int)
      case text
      /// An item of a list, with the number that is printed before it.
      case listItem
      /// Cells with a tab between two.
      case tableRow
      /// A foot- or endnote.
      case note
      /// A line of a table of contents.
      case contents
      /// What pages have around the text: running heads, page numbers.
      case furniture
    }

    package var kind: Kind
    /// One line: ends of lines are blanks, and there is no control character but the tab.
    package let text: String
    /// The page of the file on which it begins, from 1; 0 if that is not known.
    package var page: Int
    /// Whether all of it is bold.
    package var isBold: Bool
    /// Whether its first line is indented more than the others.
    package var isIndented: Bool

    package init(
      _ kind: Kind, _ text: String, page: Int = 0, isBold: Bool = false, isIndented: Bool = false
    ) {
      self.kind = kind
      self.text = PlacedText.line(text)
      self.page = page
      self.isBold = isBold
      self.isIndented = isIndented
    }
  }

  package var paragraphs: [Paragraph] = []
  /// What the document says to be its title, beside its text; only where that is meant for readers, as the subject
  /// of a mail is.
  package var title: String?
  /// What it says to be its date, as ISO 8601 has it: `2023-09-01`.
  package var date: String?
  /// How many pages the file has; 0 if it does not say where pages end.
  package var pageCount = 0
  /// The numbers that are printed on pages, by the pages of the file.
  package var printedPages: [Int: Int] = [:]
  package var warnings: [DocumentWarning] = []
  /// Whether no paragraph is cut by the end of a line, a column or a page.
  package var areParagraphsWhole = true

  package init() {}

  package var arePagesKnown: Bool { pageCount > 0 }

  /// A text on one line.
  package static func line(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isLineBreakOrControl) else { return text }
    var line = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if !isLineBreakOrControl(scalar) {
        line.append(scalar)
      } else if isLineBreak(scalar) {
        line.append(" ")
      }
    }
    return String(line)
  }

  static func isLineBreakOrControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09: false
    case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029: true
    default: false
    }
  }

  private static func isLineBreak(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A...0x0D, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }
}
