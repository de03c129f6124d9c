/// A paragraph of a document as it is read, before it is known which size of letters is that of the text.
struct WordParagraph: Equatable {
  var text = ""
  var page = 0
  var headingLevel: Int?
  var isContents = false
  var isListItem = false
  var isTableRow = false
  var isNote = false
  var isIndented = false
  /// The size of its smallest letters in half points; nil if nothing is seen of it.
  var size: Int?
  /// Whether all that is seen of it is bold.
  var isBold = false
  /// The relationship of a part that stands in its place: a diagram, or a document that was put in.
  var embedded: String?
}

/// A paragraph whose end has not been read.
struct OpenParagraph {
  var text = ""
  var page = 0
  var style = WordStyle()
  var properties = WordParagraphProperties()
  /// The size of its smallest letters in half points.
  var size: Int?
  /// Whether some letters are not bold.
  var hasLight = false
  /// Whether it has anything but blanks.
  var hasVisible = false
  /// Whether the mark of its end was deleted, so that the next one continues it.
  var isMarkDeleted = false
  /// What is anchored in it and stands behind it: text boxes, notes, diagrams.
  var following: [WordParagraph] = []
  /// The number that stands before the text.
  var label = ""
  /// Whether it is an item of a list, though its mark may be a bullet, which is no text.
  var isLabelled = false

  /// Takes in text with its properties.
  mutating func append(_ text: String, _ properties: WordTextProperties) {
    self.text += text
    guard text.utf8.contains(where: { $0 > 0x20 }) else { return }
    hasVisible = true
    if properties.isBold != true { hasLight = true }
    if let size = properties.size { self.size = min(self.size ?? size, size) }
  }

  /// The paragraphs that it is now that its end is read, and what follows it.
  var ended: [WordParagraph] {
    let properties = self.properties.over(style.paragraph)
    var result: [WordParagraph] = []
    for (index, text) in WordLines.split(text).enumerated() {
      var line = WordParagraph()
      line.text = index == 0 ? label + text : text
      line.page = page
      line.size = size
      line.isBold = hasVisible && !hasLight
      line.isIndented = properties.isIndented ?? false
      line.isContents =
        style.isContents || properties.hasLeader == true && WordLines.endsInPageNumber(text)
      if !line.isContents, text.utf8.count <= WordLines.longestHeading {
        let level = self.properties.outlineLevel ?? style.headingLevel ?? properties.outlineLevel
        line.headingLevel = level == 0 ? nil : level
      }
      // 一、 before a paragraph is text as if it were typed, a bullet or 1. makes it an item.
      line.isListItem = isLabelled && label.utf8.allSatisfy { $0 < 0x80 }
      result.append(line)
    }
    return result + following
  }
}
