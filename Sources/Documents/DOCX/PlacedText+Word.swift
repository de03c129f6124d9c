internal import Bulletins

extension PlacedText {
  /// The paragraphs of a document, those in large letters as headings.
  init(_ paragraphs: [WordParagraph], pages: WordPages) {
    self.init()
    let sizes = WordSizes(paragraphs)
    pageCount = pages.areKnown ? pages.current : 0
    for paragraph in paragraphs where !paragraph.text.isEmpty {
      let kind: Paragraph.Kind
      if paragraph.isNote {
        kind = .note
      } else if paragraph.isTableRow {
        kind = .tableRow
      } else if paragraph.isContents {
        kind = .contents
      } else if let level = sizes.headingLevel(of: paragraph) {
        kind = .heading(level: level)
      } else {
        kind = paragraph.isListItem ? .listItem : .text
      }
      self.paragraphs.append(
        Paragraph(
          kind, paragraph.text, page: pages.areKnown ? paragraph.page : 0,
          isBold: paragraph.isBold, isIndented: paragraph.isIndented))
    }
  }
}
