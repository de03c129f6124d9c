/// Tells headings by the size of their letters, where no style says that they are some.
///
/// Most writers make a title by choosing a larger size, and not a style. A heading is a short paragraph all of whose letters are
/// larger than those of the text; the larger, the higher its level.
struct WordSizes {
  /// The least ratio of the sizes of a heading and the text.
  ///
  /// The usual sizes of print are a tenth or more apart.
  private static let leastRatio = 1.06
  /// A hundred characters.
  private static let longestHeading = 300
  private static let mostLevels = 6

  private let textSize: Int?
  private let levels: [Int: Int]

  init(_ paragraphs: [WordParagraph]) {
    var counts: [Int: Int] = [:]
    for paragraph in paragraphs where !paragraph.isTableRow && !paragraph.isNote {
      if let size = paragraph.size { counts[size, default: 0] += paragraph.text.utf8.count }
    }
    // Of sizes with as much text the smaller one is that of the text.
    let textSize = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    self.textSize = textSize
    var sizes: Set<Int> = []
    for paragraph in paragraphs {
      guard let size = paragraph.size else { continue }
      if paragraph.headingLevel != nil || Self.isHeading(paragraph, textSize) { sizes.insert(size) }
    }
    levels = Dictionary(
      uniqueKeysWithValues: sizes.sorted(by: >).enumerated().map {
        ($0.element, min($0.offset + 1, Self.mostLevels))
      })
  }

  /// The level of the heading that a paragraph is; nil if it is none.
  func headingLevel(of paragraph: WordParagraph) -> Int? {
    if let level = paragraph.headingLevel { return level }
    guard Self.isHeading(paragraph, textSize), let size = paragraph.size else { return nil }
    return levels[size]
  }

  private static func isHeading(_ paragraph: WordParagraph, _ textSize: Int?) -> Bool {
    guard let size = paragraph.size, let textSize, !paragraph.isTableRow, !paragraph.isNote,
      !paragraph.isContents, paragraph.text.utf8.count <= longestHeading,
      let last = paragraph.text.unicodeScalars.last
    else { return false }
    // A paragraph in larger letters that is a sentence is an introduction.
    return Double(size) >= Double(textSize) * leastRatio && !"。；，、：".unicodeScalars.contains(last)
  }
}
