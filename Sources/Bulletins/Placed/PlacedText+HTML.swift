extension PlacedText {
  /// The text of a page of the web, as it stands in books and mails and in files that only have another name.
  ///
  /// - Parameter html: The page as valid UTF-8.
  package init(html: [UInt8]) {
    self.init()
    let file = HTMLReader(html).read()
    for (index, line) in file.lines.enumerated() where !line.text.isEmpty {
      let kind: Paragraph.Kind
      switch line.kind {
      case .heading(let level): kind = .heading(level: Int(level))
      case .text, .code, .image: kind = .text
      case .listItem: kind = .listItem
      case .table: kind = .tableRow
      case .furniture: kind = .furniture
      case .blank, .rule, .comment, .frontMatter, .markup: continue
      }
      paragraphs.append(
        Paragraph(kind, file.string(index), isBold: line.isBold, isIndented: line.isIndented))
    }
    date = file.page?.claims.lazy.compactMap(\.date).first?.description
  }
}
